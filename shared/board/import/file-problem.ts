// Why a file as a whole cannot be taken in; the browser has a sentence for each of these.

/** What a file is that is no CSV and none of ours, seen by its first bytes. */
export type OtherKind =
  | 'workbook'
  | 'open-document'
  | 'archive'
  | 'pdf'
  | 'picture'
  | 'rich-text'
  | 'web-page'
  | 'binary'

/** Where a JSON file of ours is wrong: `place` as "maps → 1 → touchpoints → 4 → channel", counted from 1. */
export type JsonFlaw = {
  place: string
  reason:
    | 'missing'
    | 'wrong-type'
    | 'not-a-choice'
    | 'malformed'
    | 'too-long'
    | 'out-of-range'
    | 'decimals'
    | 'points-nowhere'
    | 'twice'
  /** The value's limit, or what is expected in its place; empty where the reason says it all. */
  detail: string
}

export type FileProblem =
  | { code: 'empty' }
  | { code: 'too-large'; bytes: number; limit: number }
  | { code: OtherKind }
  /** `line` is where the quotation mark stands, counted in the file from 1. */
  | { code: 'quote-open'; line: number }
  | { code: 'quote-inside'; line: number }
  | { code: 'one-column' }
  | { code: 'no-rows' }
  | { code: 'too-many-rows'; limit: number }
  | { code: 'too-many-columns'; limit: number }
  | { code: 'json-broken' }
  | { code: 'json-foreign' }
  | { code: 'json-newer'; version: number; known: number }
  | { code: 'json-invalid'; flaw: JsonFlaw }

/** Above this a file is refused before it is read. */
export const maxFileBytes = 10 * 1024 * 1024
/** More rows than a board takes elements cannot become cards; empty rows do not count. */
export const maxRows = 5000
export const maxColumns = 60
