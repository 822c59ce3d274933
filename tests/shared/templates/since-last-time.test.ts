// The item with which a next session begins fits into any agenda.
import { expect, test } from 'vitest'
import { SessionCommand } from '#shared/facilitation/sessions.ts'
import { ItemId } from '#shared/ids.ts'
import { Language } from '#shared/language.ts'
import { sinceLastTime } from '#shared/templates/since-last-time.ts'

test.each(Language.options)('in %s the server takes it as the beginning of an agenda', (language) => {
  const item = sinceLastTime(language, ItemId.parse('since'))
  const command = { type: 'session.prepare', number: 2, items: [item] }
  expect(SessionCommand.parse(command)).toEqual(command)
})
