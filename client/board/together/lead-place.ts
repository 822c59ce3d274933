// Where on the map somebody is looking, in a word: the stage in the middle of their view.
import type * as Y from 'yjs'
import type { PresenceView } from '#client/board/binding/presence-state.ts'
import { columnWidth } from '#shared/board/card-size.ts'
import { readRecord, recordsOf } from '#shared/board/document.ts'

export type LeadPlace = { kind: 'stage'; title: string } | { kind: 'all' } | { kind: 'elsewhere' }

export function leadPlace(doc: Y.Doc, view: PresenceView): LeadPlace {
  const stages = stagesOf(doc).filter(({ top }) => top < view.y + view.h)
  const seen = stages.filter(({ middle }) => middle >= view.x && middle <= view.x + view.w)
  if (seen.length === 0) return { kind: 'elsewhere' }
  if (seen.length > 1 && seen.length === stages.length) return { kind: 'all' }
  const center = view.x + view.w / 2
  const [first] = seen.toSorted(
    (one, other) => Math.abs(one.middle - center) - Math.abs(other.middle - center),
  )
  return first ? { kind: 'stage', title: first.title } : { kind: 'elsewhere' }
}

type Stage = { title: string; middle: number; top: number }

function stagesOf(doc: Y.Doc): Stage[] {
  const records = recordsOf(doc)
  const stages: Stage[] = []
  for (const entry of records.values()) {
    const seed: unknown = entry.get('$')
    if (typeof seed !== 'object' || seed === null || Reflect.get(seed, 'type') !== 'stage') continue
    const stage = readRecord(entry)
    const map = stage && readRecord(records.get(String(stage.parentId)))
    if (!stage || !map) continue
    const { title = '', width = columnWidth } = Object(stage.props)
    stages.push({
      title: String(title),
      middle: Number(map.x) + Number(stage.x) + Number(width) / 2,
      top: Number(map.y) + Number(stage.y),
    })
  }
  return stages
}
