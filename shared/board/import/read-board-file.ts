// Reads a JSON file of ours; of one that is wrong it names the place and what is wrong there.
import { z } from 'zod'
import { BoardFile, boardFileFormats, boardFileVersion } from '#shared/board/board-file.ts'
import type { FileProblem, JsonFlaw } from '#shared/board/import/file-problem.ts'

export type ReadBoardFile = { ok: true; file: BoardFile } | { ok: false; problem: FileProblem }

const Head = z.object({ format: z.enum(boardFileFormats), version: z.number() })

/** Whether a text is meant to be JSON, and not a table. */
export const looksLikeJson = (text: string): boolean => /^\s*[{[]/.test(text)

export function readBoardFile(text: string): ReadBoardFile {
  const refuse = (problem: FileProblem): ReadBoardFile => ({ ok: false, problem })
  const value = jsonOf(text)
  if (value === undefined) return refuse({ code: 'json-broken' })
  const head = Head.safeParse(value)
  if (!head.success) return refuse({ code: 'json-foreign' })
  const { version } = head.data
  if (version > boardFileVersion) return refuse({ code: 'json-newer', version, known: boardFileVersion })
  const parsed = BoardFile.safeParse(value)
  if (parsed.success) return { ok: true, file: parsed.data }
  return refuse({ code: 'json-invalid', flaw: flawOf(parsed.error) })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The first thing that is wrong. */
function flawOf({ issues: [first] }: z.ZodError): JsonFlaw {
  if (!first) return { place: '', reason: 'malformed', detail: '' }
  const place = first.path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join(' → ')
  return { place, ...reasonOf(first) }
}

function reasonOf(issue: z.core.$ZodIssue): Pick<JsonFlaw, 'reason' | 'detail'> {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? { reason: 'missing', detail: '' }
        : { reason: 'wrong-type', detail: issue.expected }
    case 'invalid_value':
      return { reason: 'not-a-choice', detail: issue.values.join(', ') }
    case 'invalid_union':
      return { reason: 'not-a-choice', detail: '' }
    case 'too_big':
      return {
        reason: issue.origin === 'number' ? 'out-of-range' : 'too-long',
        detail: String(issue.maximum),
      }
    case 'too_small':
      return { reason: 'out-of-range', detail: String(issue.minimum) }
    case 'custom': {
      const reason = ownReasons.find((each) => each === issue.params?.reason)
      const id: unknown = issue.params?.id
      return { reason: reason ?? 'malformed', detail: typeof id === 'string' ? id : '' }
    }
    default:
      return { reason: 'malformed', detail: '' }
  }
}

/** What the schema's own checks say. */
const ownReasons = ['decimals', 'points-nowhere', 'twice'] as const
