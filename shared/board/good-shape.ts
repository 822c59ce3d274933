// Says quickly of most shapes of ours that they are good: tldraw's validators take several times as long to say so.
import type { BoardRecord } from '#shared/board/document.ts'
import { isOwnShapeType, type OwnShapeType, ownShapes } from '#shared/board/shapes.ts'

/**
 * True only where tldraw's validators find the record good, too; false says nothing. They are general and look at each
 * value several times; of an index they make the next one, with random numbers.
 */
export function isSurelyGood(record: BoardRecord): boolean {
  const { type, id, parentId, index, isLocked, opacity, meta, props } = record
  return (
    record.typeName === 'shape' &&
    isOwnShapeType(type) &&
    id.startsWith('shape:') &&
    typeof parentId === 'string' &&
    (parentId.startsWith('shape:') || parentId.startsWith('page:')) &&
    typeof index === 'string' &&
    plainIndex.test(index) &&
    isFiniteNumber(record.x) &&
    isFiniteNumber(record.y) &&
    isFiniteNumber(record.rotation) &&
    typeof isLocked === 'boolean' &&
    isFiniteNumber(opacity) &&
    opacity >= 0 &&
    opacity <= 1 &&
    countOf(record) === fields &&
    isPlainMeta(meta) &&
    areGoodProps(type, props)
  )
}

/** `typeName`, `props` and all that is named above. */
const fields = 12

/** As the indices of tldraw's own shapes and of ours are. */
const plainIndex = /^(a[\dA-Za-z]|b[\dA-Za-z]{2}|c[\dA-Za-z]{3})[\dA-Za-z]*$/

const isFiniteNumber = (value: unknown): value is number => Number.isFinite(value)

function countOf(object: object): number {
  let count = 0
  for (const _key in object) count++
  return count
}

function isPlainMeta(meta: unknown): boolean {
  if (!isObject(meta)) return false
  for (const key in meta) {
    const value = meta[key]
    if (typeof value !== 'string' && typeof value !== 'boolean' && !isFiniteNumber(value)) return false
  }
  return true
}

function areGoodProps(type: OwnShapeType, props: unknown): boolean {
  if (!isObject(props)) return false
  const validators = propValidators[type]
  if (countOf(props) !== validators.length) return false
  try {
    for (const [name, validator] of validators) validator.validate(props[name])
    return true
  } catch {
    return false
  }
}

type PropValidator = { validate(value: unknown): unknown }
const propValidators = Object.fromEntries(
  Object.entries(ownShapes).map(([type, { props }]) => [type, Object.entries<PropValidator>(props)]),
) as Record<OwnShapeType, [string, PropValidator][]> // of the very object that has these keys

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
