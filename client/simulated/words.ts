// What a simulated person has to say: what the sample gives somebody of that name, else what anybody might say.
import type { Chance } from '#client/simulated/chance.ts'
import { concernWords } from '#client/simulated/concern-words.ts'
import { topicWords } from '#client/simulated/topic-words.ts'
import type { Bilingual, Language } from '#shared/language.ts'
import { sample } from '#shared/sample/sample.ts'
import { isWrittenLater } from '#shared/sample/sample-board.ts'

export type Words = {
  language: Language
  promise: string
  /** Notes still to be written, with the titles of the cell they belong in; the next one is taken off. */
  nextNote(): SaidNote | null
  /** What one says when one has the floor, or writes with a hand. */
  contribution: () => string
  /** What one would rather not say oneself; null when it has been asked for. */
  readAloud(): string | null
  /** What one would write only without one's name; null when it has been written. */
  nextConcern(): string | null
  /** What leads too far for today; null when it has been parked. */
  nextTopic(): string | null
  /** What one would do about it, as the sample has it. */
  actions: readonly SaidAction[]
}
type SaidAction = { title: string; due: string; feltFrom: string; touchpoint: string }
export type SaidNote = { text: string; stage: string; lane: string }

/** This session's promises stand in the sample under its second one. */
const today = 's2'
/** More would bury what people write themselves. */
const mostNotes = 4

export function wordsOf(name: string, language: Language, chance: Chance): Words {
  const id = sample.people.find((person) => person.name === name)?.id ?? null
  const say = (text: Bilingual) => text[language]
  const own = sample.commitments.find(
    ({ personId, sessionId }) => personId === id && sessionId === today,
  )?.text
  const anyPromise = chance.pick(sample.commitments.map(({ text }) => text))
  const promise = own ?? anyPromise
  const notes = notesOf(id, language, chance)
  const spoken = sample.hands
    .filter(({ personId }) => id === null || personId === id)
    .map(({ text }) => say(text))
  const whispered = sample.hands
    .filter(({ personId, kind }) => personId === id && kind === 'read-aloud')
    .map(({ text }) => say(text))
  const concern = id === null ? chance.pick(Object.values(concernWords)) : concernWords[id]
  const worries = concern ? [say(concern)] : []
  const parked = id === null ? undefined : topicWords[id]
  const topics = parked ? [say(parked)] : []
  return {
    language,
    promise: promise ? say(promise) : '',
    nextNote: () => notes.shift() ?? null,
    contribution: () => chance.pick(spoken) ?? '',
    readAloud: () => whispered.shift() ?? null,
    nextConcern: () => worries.shift() ?? null,
    nextTopic: () => topics.shift() ?? null,
    actions: sample.actions
      .filter(({ ownerId, sessionId }) => ownerId === id && sessionId === today)
      .map(({ title, dueOn, effectOn, touchpointId }) => ({
        title: say(title),
        due: dueOn,
        feltFrom: effectOn,
        touchpoint: titleOf(sample.map.touchpoints, touchpointId, language),
      })),
  }
}

const titleOf = (of: readonly { id: string; title: Bilingual }[], id: string, language: Language): string =>
  of.find((one) => one.id === id)?.title[language] ?? ''

/** One's own of the sample; for somebody who is not in it some of anybody's. */
function notesOf(personId: string | null, language: Language, chance: Chance): SaidNote[] {
  const { notes, stages, lanes } = sample.map
  const mine =
    personId === null ? notes : notes.filter((note) => isWrittenLater(note) && note.authorId === personId)
  return chance
    .shuffled(mine)
    .slice(0, personId === null ? 1 + Math.floor(chance.below(mostNotes)) : mostNotes)
    .map(({ text, stageId, laneId }) => ({
      text: text[language],
      stage: titleOf(stages, stageId, language),
      lane: titleOf(lanes, laneId, language),
    }))
}
