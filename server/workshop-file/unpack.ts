// Takes a workshop file apart and looks at every part as if a stranger had sent it: log, ballots, board, images, history.
import { isUtf8 } from 'node:buffer'
import { hexToBytes } from '@noble/hashes/utils.js'
import { problemWithBoard } from '#server/board/check-board.ts'
import { cleanImage } from '#server/images/clean-image.ts'
import type { ImageRow, WholeWorkshop } from '#server/storage/storage.ts'
import { audit } from '#shared/ballots/audit.ts'
import { maxImageBytes } from '#shared/board/images.ts'
import { secretPollsOf } from '#shared/facilitation/ballot-plane.ts'
import type { People } from '#shared/facilitation/people.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { apply, emptyWorkshop, type Workshop } from '#shared/facilitation/workshop.ts'
import { type ImageId, PersonId } from '#shared/ids.ts'
import { atRest } from '#shared/workshop-file/events-in-file.ts'
import { type ReadFile, readWorkshopFile, wrongAt } from '#shared/workshop-file/read-workshop-file.ts'
import type { WorkshopFile } from '#shared/workshop-file/workshop-file.ts'

/** What a file holds, checked; all that is missing is where it goes on. */
export type Unpacked = Pick<WholeWorkshop, 'names' | 'events' | 'board' | 'bundles'> & {
  title: string
  people: People
  departments: Workshop['info']['departments']
  history: { entry: Omit<WorkshopFile['history'][number], 'state'>; bytes: Uint8Array }[]
  images: Omit<ImageRow, 'workshopId'>[]
}

export async function unpack(bytes: Uint8Array): Promise<ReadFile<Unpacked>> {
  if (!isUtf8(bytes))
    return { ok: false, problem: { code: 'broken', message: 'This file is no text; fetch it once more.' } }
  const read = readWorkshopFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'))
  if (!read.ok) return read
  const { file, workshop } = read.value
  const board = readBoard('board', file.board)
  if (!board.ok) return board
  const imageIds = new Set<ImageId>()
  const images = eachOf('images', file.images, (image, place) => {
    if (imageIds.has(image.imageId))
      return wrongAt(`${place}.imageId`, 'There is an image of this id already.')
    imageIds.add(image.imageId)
    return readImage(image, place)
  })
  if (!images.ok) return images
  const history = eachOf('history', file.history, ({ state, ...entry }, place) => {
    const read = readBoard(`${place}.state`, state)
    return read.ok ? { ok: true, value: { entry, bytes: read.value } } : read
  })
  if (!history.ok) return history
  const events = atRest(file.events)
  const bundles = await readBundles(file.bundles, secretPollsOf(events.reduce(apply, emptyWorkshop)))
  if (!bundles.ok) return bundles
  const { title, departments } = workshop.info
  return {
    ok: true,
    value: {
      title,
      people: workshop.people,
      departments,
      names: file.names,
      events,
      board: board.value,
      images: images.value,
      history: history.value,
      bundles: bundles.value,
    },
  }
}

function eachOf<Given, Read>(
  name: string,
  all: readonly Given[],
  read: (one: Given, place: string) => ReadFile<Read>,
): ReadFile<Read[]> {
  const done: Read[] = []
  for (const [index, one] of all.entries()) {
    const outcome = read(one, `${name}[${index}]`)
    if (!outcome.ok) return outcome
    done.push(outcome.value)
  }
  return { ok: true, value: done }
}

/** Node's decoder skips what it does not know; what was written by us comes out the same again. */
function decode(place: string, text: string): ReadFile<Uint8Array> {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') !== text) return wrongAt(place, 'This is not what base64 looks like.')
  return { ok: true, value: new Uint8Array(bytes) }
}

function readBoard(place: string, text: string): ReadFile<Uint8Array> {
  const bytes = decode(place, text)
  if (!bytes.ok) return bytes
  const problem = problemWithBoard(bytes.value)
  return problem === null ? bytes : wrongAt(place, problem)
}

function readImage(
  { imageId, type, bytes: text }: WorkshopFile['images'][number],
  place: string,
): ReadFile<Omit<ImageRow, 'workshopId'>> {
  const bytes = decode(`${place}.bytes`, text)
  if (!bytes.ok) return bytes
  if (bytes.value.length > maxImageBytes)
    return wrongAt(`${place}.bytes`, `An image has at most ${maxImageBytes / 1024 ** 2} MB.`)
  const image = cleanImage(bytes.value)
  if (!image.ok) return wrongAt(`${place}.bytes`, image.message)
  if (image.value.type !== type) return wrongAt(`${place}.type`, `Its bytes are ${image.value.type}.`)
  return { ok: true, value: { imageId, type, bytes: image.value.bytes } }
}

/** Each poll that is sealed has its ballots, and they are those whose hash the log names and every browser would accept. */
async function readBundles(
  given: WorkshopFile['bundles'],
  polls: readonly SecretPoll[],
): Promise<ReadFile<Unpacked['bundles']>> {
  const wanted = new Map(polls.map((poll) => [poll.pollId, poll]))
  const read: Unpacked['bundles'] = []
  for (const [index, { pollId, bundle: text }] of given.entries()) {
    const place = `bundles[${index}]`
    const poll = wanted.get(pollId)
    if (!poll?.bundleHash)
      return wrongAt(`${place}.pollId`, 'The log has no such sealed poll, or this is its second bundle.')
    wanted.delete(pollId)
    const bytes = decode(`${place}.bundle`, text)
    if (!bytes.ok) return bytes
    const { ok, failedCheck } = await audit({ bundle: bytes.value, poll, me: nobody })
    if (!ok)
      return wrongAt(
        `${place}.bundle`,
        `These are not the ballots that were sealed (check "${failedCheck}").`,
      )
    read.push({ pollId, bundleHash: hexToBytes(poll.bundleHash), bundle: bytes.value })
  }
  const [missing] = wanted.keys()
  if (missing) return wrongAt('bundles', `The sealed ballots of poll ${missing} are missing.`)
  return { ok: true, value: read }
}

const nobody = { personId: PersonId.parse('0'.repeat(16)), asked: null, ballot: null }
