// A workshop in full swing, for looking at: people of several departments, hands, scores, check-ins, a secret poll.
//
// The leader, somebody at a desk and somebody on a phone are pages that do everything by hand; the rest are simulated.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { DepartmentId } from '#shared/ids.ts'
import type { Language } from '#shared/language.ts'
import { clickCard } from '#tests/support/board-people.ts'
import { type Person, sitDown } from '#tests/support/browser.ts'
import { acceptRules } from '#tests/support/commitments.ts'
import type { RunningServer } from '#tests/support/server.ts'
import { type SimulatedVoter, simulateVoter } from '#tests/support/simulated-voter.ts'
import { stageWords } from '#tests/support/stage-words.ts'

/** Names and departments of the sample workshop; what they think of the visit before and after they have seen the evidence. */
const cast = [
  { name: 'Aylin', department: 'service', before: 4, after: 2, isCheckedIn: true },
  { name: 'Bernd', department: 'service', before: 4, after: 3, isCheckedIn: true },
  { name: 'Carla', department: 'sales', before: 5, after: 2, isCheckedIn: true },
  { name: 'Deniz', department: 'sales', before: 3, after: 1, isCheckedIn: true },
  { name: 'Eva', department: 'billing', before: 4, after: 4, isCheckedIn: true },
  { name: 'Greta', department: 'it', before: 3, after: 2, isCheckedIn: true },
  { name: 'Hannes', department: 'it', before: 2, after: 1, isCheckedIn: false },
  { name: 'Ines', department: 'marketing', before: 4, after: 3, isCheckedIn: true },
] as const
/** Of the telecom template's touchpoints. */
const scores = [
  { actual: 6.8, target: 8.5 },
  { actual: 3.4, target: 8 },
  { actual: 4.2, target: 7.5 },
] as const

export type Stage = {
  lead: Person
  desk: Person
  phone: Person
  links: { participant: string; observer: string; results: string }
  voters: Map<string, SimulatedVoter>
  /** Opens the question about the visit, at the start of the workshop or at its end, and waits until it is everywhere. */
  ask(when: 'start' | 'end'): Promise<void>
  /** Closes the running poll and waits until every page has counted again. */
  close(): Promise<void>
  clear(): Promise<void>
}

type Wish = {
  browser: Browser
  server: RunningServer
  language: Language
  lead?: BrowserContextOptions
  /** Called with the leader's page while something can be seen that is gone later. */
  onMoment?: (moment: 'start' | 'invite', page: Page) => Promise<void>
}

export async function setStage({ browser, server, language, lead: options, onMoment }: Wish): Promise<Stage> {
  const t = stageWords[language]
  const locale = t.locale
  const permissions = ['clipboard-read', 'clipboard-write']
  const lead = await sitDown(browser, server.origin, { locale, permissions, ...options })
  const links = await createByHand()
  const desk = await joinByHand({ name: 'Jakub', department: t.tech, viewport: { width: 1440, height: 900 } })
  const phone = await joinByHand({
    name: 'Farid',
    department: t.billing,
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  })
  const voters = new Map<string, SimulatedVoter>()
  for (const { name, department, before, after, isCheckedIn } of cast) {
    const voter = await simulateVoter({
      link: links.participant,
      name,
      department: DepartmentId.parse(department),
      choose: ({ phase }) => (phase === 'start' ? before : after),
    })
    voters.set(name, voter)
    if (isCheckedIn) await voter.room.send({ type: 'check-in.accept', promise: t.promises[name] ?? null })
  }
  for (const { page } of [lead, desk]) await checkIn(page)
  await rate(lead.page)
  await runAgenda(lead.page)
  return {
    lead,
    desk,
    phone,
    links,
    voters,
    ask,
    close,
    async clear() {
      for (const voter of voters.values()) voter.leave()
      for (const { context } of [lead, desk, phone]) await context.close()
    },
  }

  async function createByHand(): Promise<Stage['links']> {
    const { page } = lead
    await page.goto(server.origin)
    await page.getByRole('textbox', { name: t.about }).fill(t.title)
    await page.getByRole('radio', { name: t.template }).check()
    await onMoment?.('start', page)
    await page.getByRole('button', { name: t.create }).click()
    await page.getByRole('textbox', { name: t.yourName }).fill('Leyla')
    await page.getByRole('button', { name: t.save }).click()
    await page.getByRole('textbox', { name: t.yourName }).waitFor({ state: 'detached' })
    const copied = async (what: string) => {
      await page.getByRole('button', { name: `${t.copyLink}: ${what}` }).click()
      await page.getByRole('button', { name: `${t.copied}: ${what}` }).waitFor()
      return page.evaluate(() => navigator.clipboard.readText())
    }
    const found = {
      participant: await copied(t.participantLink),
      observer: await copied(t.observerLink),
      results: await copied(t.resultsLink),
    }
    await card(page, t.touchpoints[0] ?? '').waitFor()
    await onMoment?.('invite', page)
    await page.getByRole('button', { name: t.toBoard }).click()
    return found
  }

  async function joinByHand(
    who: { name: string; department: string } & BrowserContextOptions,
  ): Promise<Person> {
    const { name, department, ...rest } = who
    const person = await sitDown(browser, server.origin, { locale, ...rest })
    await person.page.goto(links.participant)
    await person.page.getByRole('textbox', { name: t.name }).fill(name)
    await person.page.getByRole('radio', { name: department }).check()
    await person.page.getByRole('button', { name: t.join }).click()
    await person.page.getByText(t.notStarted).waitFor()
    return person
  }

  async function checkIn(page: Page): Promise<void> {
    await page.getByRole('button', { name: t.readRules }).click()
    await acceptRules(page.getByRole('dialog'))
    await page.getByRole('button', { name: t.accept }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  async function rate(page: Page): Promise<void> {
    for (const [place, { actual, target }] of scores.entries()) {
      const title = t.touchpoints[place] ?? ''
      await clickCard(card(page, title))
      const fields = page.getByRole('region', { name: title })
      await fields.getByRole('textbox', { name: t.actual }).fill(t.figure(actual))
      await fields.getByRole('textbox', { name: t.target }).fill(t.figure(target))
      // Out of the fields, then off the card.
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await fields.waitFor({ state: 'detached' })
    }
  }

  /** On to the item in which what people think is held against what customers say. */
  async function runAgenda(page: Page): Promise<void> {
    await page.getByRole('button', { name: t.startAgenda }).click()
    for (const item of t.items) {
      await page.getByRole('button', { name: new RegExp(`: ${item}$`) }).click()
      await page.getByRole('heading', { name: item }).waitFor()
    }
  }

  async function ask(when: 'start' | 'end'): Promise<void> {
    const { page } = lead
    await page.getByRole('button', { name: t.openPoll }).click()
    const dialog = page.getByRole('dialog', { name: t.composer })
    await dialog.getByRole('textbox', { name: t.question, exact: true }).fill(t.visit)
    // The item's own question is asked from 0 to 10; this one is as good as it can be told in words.
    await dialog.getByRole('combobox', { name: t.scaleWords }).click()
    await page.getByRole('option', { name: t.quality }).click()
    await dialog.getByText(t[when], { exact: true }).click()
    await dialog.getByRole('button', { name: t.openSecret }).click()
    for (const one of [lead, desk, phone]) await one.page.getByRole('heading', { name: t.visit }).waitFor()
    for (const one of [desk, phone]) await one.page.getByRole('radio', { name: /^2/ }).waitFor()
  }

  async function close(): Promise<void> {
    await lead.page.getByRole('button', { name: t.closePoll }).click()
    for (const { page } of [lead, desk, phone])
      await page.getByText(t.result).first().waitFor({ timeout: 90_000 })
  }
}

/** The canvas draws text line by line, broken where it fits. */
function card(page: Page, title: string) {
  const letters = [...title.replace(/\s/g, '')].join('[\\s\\u00AD-]*')
  return page.locator('.tl-shape[data-shape-type="touchpoint"]', { hasText: new RegExp(letters) }).first()
}
