// Our own shapes: what each holds, how it is checked, which of its props are texts that several people may type in.
import type { TLBaseShape, TLPropsMigrations } from '@tldraw/tlschema'
import { createShapePropsMigrationSequence } from '@tldraw/tlschema'
import { T } from '@tldraw/validate'
import { type BoardTouchpoint, Channel, LaneKind, NoteColor, TouchpointState } from '#shared/board/model.ts'
import { ImageId } from '#shared/ids.ts'

/** What a note is, whichever lane it lies in; null is a plain note. */
export const noteKinds = ['pain-points', 'opportunities', 'evidence'] as const
export type NoteKind = (typeof noteKinds)[number]

type JourneyMapProps = { title: string }
/**
 * `emotion`: -2 (bad) to +2 (good), null where the curve has no point; the curve of a map without personas. Each
 * persona's point stands in the stage's `meta` under `emotionKey`, so that two people who draw two curves do not
 * overwrite each other. `width` is that of the column and its cards, px at 100 %.
 */
export type StageProps = { title: string; emotion: number | null; width: number }
/** `minHeight`: the lane is at least so high and grows with its cards; px at 100 %. */
export type LaneProps = { title: string; kind: LaneKind; minHeight: number }
/** Whose journey a map is. `imageId` names an uploaded image. */
export type PersonaProps = { name: string; goal: string; quote: string; imageId: string | null }
/** `stageId` and `laneId` say where a card belongs; its x and y are laid out from them. */
export type TouchpointProps = Omit<BoardTouchpoint, 'id'>
/** `color`: chosen freely; null is that of its kind or department. `authorId`: who wrote it, where that was announced. */
export type NoteProps = {
  text: string
  kind: NoteKind | null
  color: NoteColor | null
  departmentId: string | null
  authorId: string | null
  stageId: string | null
  laneId: string | null
}
/** Notes under one heading: its children. It lies in a cell like a card, or loose on the page. */
export type ClusterProps = { title: string; stageId: string | null; laneId: string | null }

export type JourneyMapShape = TLBaseShape<'journey-map', JourneyMapProps>
export type StageShape = TLBaseShape<'stage', StageProps>
export type LaneShape = TLBaseShape<'lane', LaneProps>
export type PersonaShape = TLBaseShape<'persona', PersonaProps>
export type TouchpointShape = TLBaseShape<'touchpoint', TouchpointProps>
/** Not called "note": that is tldraw's own type, which keeps its text as one value that the last writer wins. */
export type NoteShape = TLBaseShape<'sticky-note', NoteProps>
export type ClusterShape = TLBaseShape<'cluster', ClusterProps>
/** What lies in a cell. */
export type CardShape = TouchpointShape | NoteShape | ClusterShape
export type OwnShape = JourneyMapShape | StageShape | LaneShape | PersonaShape | CardShape

const maxTitle = 200
const maxText = 2000
const maxSaying = 400
/** Of a stage's column, and of a lane, in px at 100 %. */
export const stageWidths = { min: 132, max: 520, usual: 172 } as const
export const maxLaneHeight = 2000

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
const imageId = T.string
  .check('image', (value) => {
    if (!ImageId.safeParse(value).success) throw new Error('an image here is named by its id')
  })
  .nullable()

export const journeyMapProps = { title: text(maxTitle) }
const emotion = between(-2, 2)
export const stageProps = {
  title: text(maxTitle),
  emotion: emotion.nullable(),
  width: between(stageWidths.min, stageWidths.max),
}
export const laneProps = {
  title: text(maxTitle),
  kind: T.literalEnum(...LaneKind.options),
  minHeight: between(0, maxLaneHeight),
}
export const personaProps = {
  name: text(maxTitle),
  goal: text(maxSaying),
  quote: text(maxSaying),
  imageId,
}
export const touchpointProps = {
  title: text(maxTitle),
  channel: T.literalEnum(...Channel.options),
  departmentId: key,
  actual: score,
  target: score,
  momentOfTruth: T.boolean,
  state: T.literalEnum(...TouchpointState.options),
  notes: text(maxText),
  stageId: key,
  laneId: key,
}
export const noteProps = {
  text: text(maxText),
  kind: T.literalEnum(...noteKinds).nullable(),
  color: T.literalEnum(...NoteColor.options).nullable(),
  departmentId: key,
  authorId: key,
  stageId: key,
  laneId: key,
}
export const clusterProps = { title: text(maxTitle), stageId: key, laneId: key }

/** Where a stage's `meta` keeps the point of one persona's curve. */
export const emotionKey = (personaId: string): string => `${emotionPrefix}${personaId}`
const emotionPrefix = 'emotion.'

/** The points of the personas' curves, by persona. What is no point is left out. */
export function personaEmotions(meta: Readonly<Record<string, unknown>>): Map<string, number> {
  const points = new Map<string, number>()
  for (const [name, value] of Object.entries(meta)) {
    if (name.startsWith(emotionPrefix) && typeof value === 'number' && Math.abs(value) <= 2)
      points.set(name.slice(emotionPrefix.length), value)
  }
  return points
}

/** First version of each: nothing to migrate yet, and a place for what comes. */
export const noMigrations: TLPropsMigrations = createShapePropsMigrationSequence({ sequence: [] })

export const ownShapes = {
  'journey-map': { props: journeyMapProps, migrations: noMigrations },
  stage: { props: stageProps, migrations: noMigrations },
  lane: { props: laneProps, migrations: noMigrations },
  persona: { props: personaProps, migrations: noMigrations },
  touchpoint: { props: touchpointProps, migrations: noMigrations },
  'sticky-note': { props: noteProps, migrations: noMigrations },
  cluster: { props: clusterProps, migrations: noMigrations },
} as const
export type OwnShapeType = keyof typeof ownShapes

/** What a shape begins with; a stored one that is older than a prop is read with that prop's value from here. */
export const defaultProps = {
  'journey-map': { title: '' },
  stage: { title: '', emotion: null, width: stageWidths.usual },
  lane: { title: '', kind: 'free', minHeight: 0 },
  persona: { name: '', goal: '', quote: '', imageId: null },
  touchpoint: {
    title: '',
    channel: 'other',
    departmentId: null,
    actual: null,
    target: null,
    momentOfTruth: false,
    state: 'assumption',
    notes: '',
    stageId: null,
    laneId: null,
  },
  'sticky-note': {
    text: '',
    kind: null,
    color: null,
    departmentId: null,
    authorId: null,
    stageId: null,
    laneId: null,
  },
  cluster: { title: '', stageId: null, laneId: null },
} as const satisfies { [Type in OwnShapeType]: Extract<OwnShape, { type: Type }>['props'] }

/** Props that live as `Y.Text`, so that two people typing in one card lose no character; with their greatest length. */
export const textProps: Readonly<Record<OwnShapeType, Readonly<Record<string, number>>>> = {
  'journey-map': { title: maxTitle },
  stage: { title: maxTitle },
  lane: { title: maxTitle },
  persona: { name: maxTitle, goal: maxSaying, quote: maxSaying },
  touchpoint: { title: maxTitle, notes: maxText },
  'sticky-note': { text: maxText },
  cluster: { title: maxTitle },
}

export function isOwnShapeType(type: unknown): type is OwnShapeType {
  return typeof type === 'string' && Object.hasOwn(ownShapes, type)
}
