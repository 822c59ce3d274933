// Many who ask at once share one answer, and nobody is told what was so before they asked.
import { expect, test } from 'vitest'
import { once, sharing } from '#server/results/sharing.ts'

function answering() {
  const made: { key: string; answer: PromiseWithResolvers<string> }[] = []
  const ask = sharing((key: string) => {
    const answer = Promise.withResolvers<string>()
    made.push({ key, answer })
    return answer.promise
  })
  return { ask, made }
}

test('whoever asks while an answer is being made shares the next one with all others', async () => {
  const { ask, made } = answering()
  const first = ask('one')
  const later = [ask('one'), ask('one'), ask('one')]
  expect(made).toHaveLength(1)
  made[0]?.answer.resolve('before')
  expect(await first).toBe('before')
  await expect.poll(() => made.length).toBe(2)
  made[1]?.answer.resolve('after')
  expect(await Promise.all(later)).toEqual(['after', 'after', 'after'])
  expect(made).toHaveLength(2)
})

test('nobody waits for an answer about something else', () => {
  const { ask, made } = answering()
  void ask('one')
  void ask('other')
  expect(made.map(({ key }) => key)).toEqual(['one', 'other'])
})

test('an answer that fails is told to those who share it alone, and the next question is answered anew', async () => {
  const { ask, made } = answering()
  const first = ask('one')
  const second = ask('one')
  made[0]?.answer.reject(new Error('broken'))
  await expect(first).rejects.toThrow('broken')
  await expect.poll(() => made.length).toBe(2)
  made[1]?.answer.resolve('whole')
  expect(await second).toBe('whole')
  const third = ask('one')
  made[2]?.answer.resolve('new')
  expect(await third).toBe('new')
})

test('what is made of one and the same thing is made once, and of another one anew', () => {
  let made = 0
  const textOf = once((of: { text: string }) => {
    made += 1
    return of.text
  })
  const [one, other] = [{ text: 'same' }, { text: 'same' }]
  expect([textOf(one), textOf(one), textOf(other)]).toEqual(['same', 'same', 'same'])
  expect(made).toBe(2)
})
