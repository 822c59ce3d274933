// Reads columns by kind and throws when the database holds something else: the storage's own parsed edge.
import { type Row, StorageError } from '#server/storage/database.ts'

export function text(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw wrong(column, 'text', value)
  return value
}

export function integer(row: Row, column: string): number {
  const value = row[column]
  if (!Number.isSafeInteger(value)) throw wrong(column, 'an integer', value)
  return Number(value)
}

export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column]
  if (!(value instanceof Uint8Array)) throw wrong(column, 'bytes', value)
  return value
}

/** `columnOrNull(row, 'bundle', bytes)`: null stays null. */
export function columnOrNull<T>(row: Row, column: string, read: (row: Row, column: string) => T): T | null {
  return row[column] === null ? null : read(row, column)
}

// The value itself is not named: it may be somebody's name.
const wrong = (column: string, expected: string, value: unknown) =>
  new StorageError(
    `Column "${column}" holds ${value === null ? 'null' : typeof value} where ${expected} belongs; restore the data folder from a backup.`,
  )
