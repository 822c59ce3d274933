// Results in which everything that people typed says something else.
import type { Results } from '#shared/results/results.ts'

/** What people typed, wherever it stands. The same text becomes the same text. */
export function retyped(results: Results, type: (text: string) => string): Results {
  return typedAnew(results, type, '') as Results // nothing but texts has changed
}

const typedKeys = new Set(
  'title question text texts word rule why name promise topic itemTitle label lowLabel highLabel stage cluster notes answer'.split(
    ' ',
  ),
)

function typedAnew(value: unknown, type: (text: string) => string, key: string): unknown {
  if (typeof value === 'string') return typedKeys.has(key) && value.trim() !== '' ? type(value) : value
  if (Array.isArray(value)) return value.map((each) => typedAnew(each, type, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, typedAnew(each, type, name)]))
}

/** Each of them once. */
export function typedTexts(results: Results): string[] {
  const texts = new Set<string>()
  retyped(results, (text) => {
    texts.add(text)
    return text
  })
  return [...texts]
}
