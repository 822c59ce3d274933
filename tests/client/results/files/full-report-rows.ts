// What people wrote in the workshop that `fullReport` tells of.

export const pains: [string, string, string][] = [
  ['Sechs Wochen ohne ein Wort, dann steht plötzlich der Bagger in der Einfahrt', 'Warten', 'Vertrieb'],
  ['Der Termin wird zweimal verschoben, jedes Mal per Brief', 'Installation', 'Technik'],
  ['Niemand weiß, ob der Router mitkommt', 'Installation', 'Service'],
  ['Die erste Rechnung kommt vor dem ersten Bit', 'Nutzung', 'Finanzen'],
  ['Hotline kennt den Auftrag nicht', 'Warten', 'Service'],
  ['Vertrag hat zwölf Seiten, die wichtigen Daten stehen auf Seite neun', 'Kauf', 'Vertrieb'],
]
export const chances: [string, string, string][] = [
  ['Jede Woche eine SMS mit dem Stand', 'Warten', 'Marketing'],
  ['Termin selbst wählen, auch am Samstag', 'Installation', 'Technik'],
  ['Router zwei Tage vor dem Termin liefern', 'Installation', 'Logistik'],
]
export const touchpoints: [string, string, number | null, number][] = [
  ['Auftragsbestätigung', 'Kauf', 1.8, 6],
  ['Warten auf den Termin', 'Warten', 2.4, 6.5],
  ['Terminvereinbarung', 'Installation', 4.1, 7],
  ['Installation beim Kunden', 'Installation', 6.5, 8],
  ['Erste Rechnung', 'Nutzung', 5.2, 6],
  ['Website: Verfügbarkeit prüfen', 'Information', 7.4, 8],
  ['Hotline', 'Nutzung', 6.9, 7],
  ['Kundenportal', 'Nutzung', 7.2, 7],
]
