// A file that somebody gives us, whatever it is: a table, a board file of ours, or a sentence about what it is instead.
import type { BoardFile } from '#shared/board/board-file.ts'
import { decode } from '#shared/board/import/decode.ts'
import { type FileProblem, maxFileBytes } from '#shared/board/import/file-problem.ts'
import { looksLikeJson, readBoardFile } from '#shared/board/import/read-board-file.ts'
import { readText, type Table, type TableWish } from '#shared/board/import/read-table.ts'

export type Reading =
  | { kind: 'table'; table: Table }
  | { kind: 'board'; file: BoardFile }
  | { kind: 'problem'; problem: FileProblem }

/** Text is what was pasted; it has no encoding any more. */
export function readAny(source: Uint8Array | string, wish: TableWish): Reading {
  const size = source.length
  if (size > maxFileBytes)
    return { kind: 'problem', problem: { code: 'too-large', bytes: size, limit: maxFileBytes } }
  const decoded =
    typeof source === 'string'
      ? ({ ok: true, text: source, encoding: 'utf-8' } as const)
      : decode(source, wish.encoding)
  if (!decoded.ok) return { kind: 'problem', problem: decoded.problem }
  const { text, encoding } = decoded
  if (looksLikeJson(text)) {
    const read = readBoardFile(text)
    return read.ok ? { kind: 'board', file: read.file } : { kind: 'problem', problem: read.problem }
  }
  const read = readText(text, encoding, wish)
  return read.ok ? { kind: 'table', table: read.table } : { kind: 'problem', problem: read.problem }
}
