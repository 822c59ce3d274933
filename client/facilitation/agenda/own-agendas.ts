// Agendas that somebody has kept in this browser, and agendas as files.
import { z } from 'zod'
import { recall, remember } from '#client/ui/browser-storage.ts'
import { saveFile } from '#client/ui/save-file.ts'
import { type NewItem, NewItems } from '#shared/facilitation/agenda-items.ts'

/** By its title, which is there once. `version` is for readers of the file. */
const OwnAgenda = z.object({
  runde: z.literal('agenda'),
  version: z.literal(1),
  title: z.string(),
  items: NewItems,
})
export type OwnAgenda = z.infer<typeof OwnAgenda>

const key = 'runde.own-agendas'
const mostKept = 20
const largestFile = 1_000_000

/** The newest first. */
export const ownAgendas = (): OwnAgenda[] => recall('localStorage', key, z.array(OwnAgenda)) ?? []

/** Says whether it is there afterwards: a browser may keep nothing. */
export function keepAgenda(agenda: OwnAgenda): boolean {
  remember('localStorage', key, [agenda, ...ownAgendas().filter(isOther(agenda))].slice(0, mostKept))
  return ownAgendas().some(({ title }) => title === agenda.title)
}

export const forgetAgenda = (agenda: OwnAgenda): void =>
  remember('localStorage', key, ownAgendas().filter(isOther(agenda)))

/** What a facilitator noted for themselves stays with the workshop. */
export const ownAgendaOf = (title: string, items: readonly NewItem[]): OwnAgenda => ({
  runde: 'agenda',
  version: 1,
  title,
  items: items.map(({ notes: _, ...item }) => item),
})

export function saveAgenda(fileName: string, agenda: OwnAgenda): void {
  const text = JSON.stringify(agenda, null, 2)
  saveFile(`${fileName}.json`, new Blob([text], { type: 'application/json' }))
}

/** Null when it is no agenda. */
export async function readAgenda(file: File): Promise<OwnAgenda | null> {
  if (file.size > largestFile) return null
  try {
    const read = OwnAgenda.safeParse(JSON.parse(await file.text()))
    return read.success && read.data.items.length > 0 ? read.data : null
  } catch {
    return null
  }
}

const isOther =
  ({ title }: OwnAgenda) =>
  (one: OwnAgenda): boolean =>
    one.title !== title
