// What people do in the test of a whole hour: those without a screen by themselves, those at a page by its buttons.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { createChance } from '#client/simulated/chance.ts'
import { opinionOn } from '#client/simulated/opinion.ts'
import { type SimulatedPerson, simulatePerson } from '#client/simulated/person.ts'
import { quickPace } from '#tests/support/voter.ts'

const patience = { timeout: 30_000, interval: 100 }

/** Votes as soon as there is a ballot. */
export async function bringVoter(
  link: string,
  { name, number, report }: { name: string; number: number; report: (problem: unknown) => void },
): Promise<SimulatedPerson> {
  const chance = createChance(number)
  return simulatePerson({
    link,
    name,
    pace: quickPace(),
    onBallot(poll, { ballots }) {
      if (ballots.view(poll.pollId)?.status !== 'ready') return
      const answer = opinionOn(poll, { chance, says: () => `Das meint ${name} dazu` })
      if (answer) ballots.cast(poll.pollId, answer)
    },
    report,
  })
}

/** "Question 2 of 4", or nothing where the overview has just taken its place. */
const questionOf = async (page: Page): Promise<string | undefined> =>
  (await page.getByText(/^(Frage|Question) \d/).allTextContents())[0]

/** The first question of a form; the others are left out. */
export async function answerForm(page: Page, choice: RegExp): Promise<void> {
  await page.getByRole('radio', { name: choice }).first().check()
  const onward = page.getByRole('button', {
    name: /^(Weiter|Überspringen|Zur Übersicht|Next|Skip|To the overview)$/,
  })
  const seal = page.getByRole('button', {
    name: /^(Alles versiegeln und abgeben|Seal everything and cast it)$/,
  })
  // Not until the seal: it waits for the ballots to come, and the overview may be there before them.
  for (;;) {
    const before = await questionOf(page)
    if (before === undefined) break
    await onward.click()
    await expect.poll(() => questionOf(page), patience).not.toBe(before)
  }
  await seal.click()
  await page
    .getByText(/Stimmzettel abgegeben, versiegelt|ballots? cast and sealed/)
    .first()
    .waitFor()
}

export async function writeSilently({ seat, room }: SimulatedPerson, text: string): Promise<void> {
  const { origin, workshopId, headers } = seat
  const roundId = room.store.getState().confirmed.silence.at(-1)?.roundId
  const url = `${origin}/api/workshops/${workshopId}/silence/${roundId}/drafts/${crypto.randomUUID()}?seat=participant`
  const draft = { text, kind: null, stageId: null, laneId: null, departmentId: null }
  const response = await fetch(url, {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(draft),
  })
  if (!response.ok) throw new Error(`A silent note was refused: ${response.status}`)
}

/** The canvas draws text line by line, so its words are looked for across lines. */
export async function isOnBoard(page: Page, words: string): Promise<boolean> {
  const drawn = (await page.locator('.tl-canvas').allInnerTexts()).join(' ')
  const plain = (text: string) => text.replace(/[\s\u00AD]/g, '')
  return plain(drawn).includes(plain(words))
}
