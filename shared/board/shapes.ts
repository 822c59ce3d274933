// Our own shapes: what each holds, how it is checked, which of its props are texts that several people may type in.
import type { TLBaseShape, TLPropsMigrations } from '@tldraw/tlschema'
import { createShapePropsMigrationSequence } from '@tldraw/tlschema'
import { T } from '@tldraw/validate'
import { Channel, LaneKind } from '#shared/board/model.ts'

/** What a note is, whichever lane it lies in; null is a plain note. */
export const noteKinds = ['pain-points', 'opportunities', 'evidence'] as const
export type NoteKind = (typeof noteKinds)[number]

export type JourneyMapProps = { title: string }
/** `emotion`: -2 (bad) to +2 (good), null where the curve has no point. */
export type StageProps = { title: string; emotion: number | null }
export type LaneProps = { title: string; kind: LaneKind }
/** `stageId` and `laneId` say where a card belongs; its x and y are laid out from them. */
export type TouchpointProps = {
  title: string
  channel: Channel
  departmentId: string | null
  /** 0 to 10 with one decimal; null where nobody has scored it. */
  actual: number | null
  target: number | null
  momentOfTruth: boolean
  notes: string
  stageId: string | null
  laneId: string | null
}
export type NoteProps = {
  text: string
  kind: NoteKind | null
  departmentId: string | null
  stageId: string | null
  laneId: string | null
}

export type JourneyMapShape = TLBaseShape<'journey-map', JourneyMapProps>
export type StageShape = TLBaseShape<'stage', StageProps>
export type LaneShape = TLBaseShape<'lane', LaneProps>
export type TouchpointShape = TLBaseShape<'touchpoint', TouchpointProps>
/** Not called "note": that is tldraw's own type, which keeps its text as one value that the last writer wins. */
export type NoteShape = TLBaseShape<'sticky-note', NoteProps>
export type CardShape = TouchpointShape | NoteShape
export type OwnShape = JourneyMapShape | StageShape | LaneShape | CardShape

const maxTitle = 200
const maxText = 2000

const text = (max: number) =>
  T.string.check('length', (value) => {
    if (value.length > max) throw new Error(`a text here has at most ${max} characters, not ${value.length}`)
  })
const between = (low: number, high: number) =>
  T.number.check('range', (value) => {
    if (!Number.isFinite(value) || value < low || value > high)
      throw new Error(`a value here lies between ${low} and ${high}`)
  })
const score = between(0, 10)
  .check('one decimal', (value) => {
    if (Math.round(value * 10) / 10 !== value) throw new Error('a score has one decimal')
  })
  .nullable()
const key = text(60).nullable()

export const journeyMapProps = { title: text(maxTitle) }
export const stageProps = { title: text(maxTitle), emotion: between(-2, 2).nullable() }
export const laneProps = { title: text(maxTitle), kind: T.literalEnum(...LaneKind.options) }
export const touchpointProps = {
  title: text(maxTitle),
  channel: T.literalEnum(...Channel.options),
  departmentId: key,
  actual: score,
  target: score,
  momentOfTruth: T.boolean,
  notes: text(maxText),
  stageId: key,
  laneId: key,
}
export const noteProps = {
  text: text(maxText),
  kind: T.literalEnum(...noteKinds).nullable(),
  departmentId: key,
  stageId: key,
  laneId: key,
}

/** First version of each: nothing to migrate yet, and a place for what comes. */
export const noMigrations: TLPropsMigrations = createShapePropsMigrationSequence({ sequence: [] })

export const ownShapes = {
  'journey-map': { props: journeyMapProps, migrations: noMigrations },
  stage: { props: stageProps, migrations: noMigrations },
  lane: { props: laneProps, migrations: noMigrations },
  touchpoint: { props: touchpointProps, migrations: noMigrations },
  'sticky-note': { props: noteProps, migrations: noMigrations },
} as const
export type OwnShapeType = keyof typeof ownShapes

/** Props that live as `Y.Text`, so that two people typing in one card lose no character; with their greatest length. */
export const textProps: Readonly<Record<OwnShapeType, Readonly<Record<string, number>>>> = {
  'journey-map': { title: maxTitle },
  stage: { title: maxTitle },
  lane: { title: maxTitle },
  touchpoint: { title: maxTitle, notes: maxText },
  'sticky-note': { text: maxText },
}

export function isOwnShapeType(type: unknown): type is OwnShapeType {
  return typeof type === 'string' && Object.hasOwn(ownShapes, type)
}
