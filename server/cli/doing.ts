// Does what the operator asks, the same whether a server runs or not: takes workshops out and in, lists, deletes, erases, backs up.
import { createWriteStream } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { linkFor } from '#server/access/links.ts'
import { makeOffer } from '#server/access/offers.ts'
import { type Ask, type Doing, Refused } from '#server/cli/asks.ts'
import { exists, makeBackup } from '#server/cli/copies.ts'
import type { Deletion } from '#server/deletion/deletion.ts'
import type { Erasure } from '#server/deletion/erasure.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { Bringing } from '#server/workshop-file/bring.ts'
import type { Packing } from '#server/workshop-file/pack.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Person } from '#shared/facilitation/people.ts'
import type { Reply } from '#shared/facilitation/protocol.ts'
import { apply, emptyWorkshop, type Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'
import { fileName } from '#shared/results/file-name.ts'

export type DoingParts = {
  dataDir: string
  storage: Pick<Storage, 'wholes' | 'workshops' | 'people' | 'facilitation' | 'backup'>
  pack: Packing
  bring: Bringing
  deletion: Pick<Deletion, 'delete'>
  erase: Erasure
  /** As the server, which may what nobody in the room may. */
  submit(workshopId: WorkshopId, command: Command): Promise<Pick<Reply, 'ok'> & { message?: string }>
  /** Stands before links. */
  origin: () => string
  now: () => number
}

export function createDoing(parts: DoingParts): Doing {
  const { dataDir, storage, pack, bring, deletion, erase, submit, origin, now } = parts

  const workshopOf = async (workshopId: WorkshopId): Promise<Workshop> =>
    (await storage.facilitation.read(workshopId, 0)).map(({ event }) => event).reduce(apply, emptyWorkshop)

  async function known(workshopId: WorkshopId): Promise<Workshop> {
    if (!(await storage.workshops.find(workshopId))) throw unknownWorkshop(workshopId)
    return workshopOf(workshopId)
  }

  async function list(): Promise<string[]> {
    const lines: string[] = []
    for (const { workshopId, code, touchedAt } of await storage.wholes.list()) {
      const day = new Date(touchedAt).toISOString().slice(0, 10)
      lines.push(`${workshopId}  ${code}  ${day}  ${(await workshopOf(workshopId)).info.title}`)
    }
    return lines.length > 0 ? lines : ['There are no workshops.']
  }

  async function listPeople(workshopId: WorkshopId): Promise<string[]> {
    const workshop = await known(workshopId)
    const names = await storage.people.names(workshopId)
    const lines = everybodyIn(workshop).map(({ person, isRemoved }) => {
      const { personId, departmentId } = person
      const { departments } = workshop.info
      const department = departments.find((one) => one.departmentId === departmentId)?.title
      const facts = [names[personId] ?? '(no name)', department, isRemoved && 'removed']
      return `${personId}  ${roleOf(person).padEnd(14)}  ${facts.filter(Boolean).join(', ')}`
    })
    return lines.length > 0 ? lines : [`Nobody is in ${workshopId}.`]
  }

  async function exportTo(ask: Extract<Ask, { kind: 'export' }>): Promise<string[]> {
    await known(ask.workshopId)
    const { title, pieces } = await pack(ask.workshopId)
    const target = ask.file ?? join(ask.folder, fileName(title, 'runde.json'))
    if (!ask.force && (await exists(target)))
      throw new Refused(`${target} exists already; give another name, or add --force.`)
    const draft = `${target}.part`
    try {
      await pipeline(pieces, createWriteStream(draft))
      await rename(draft, target)
    } catch (error) {
      throw new Refused(`${target} cannot be written (${codeOf(error)}).`)
    } finally {
      await rm(draft, { force: true })
    }
    return [`“${title}” is in ${target}.`]
  }

  async function importFrom(file: string): Promise<string[]> {
    const bytes = await readFile(file).catch((error: unknown) => {
      throw new Refused(`${file} cannot be read (${codeOf(error)}).`)
    })
    const outcome = await bring(bytes, origin(), { withSeats: true })
    if (!outcome.ok) throw new Refused(`${file} was not taken. ${outcome.message}`)
    const { id, code, links, seats } = outcome.value
    return [
      `It goes on as ${id}, with the code ${code}.`,
      ...Object.entries(links).map(([role, link]) => `${role.padEnd(15)} ${link}`),
      ...(seats.length === 0
        ? []
        : [
            '',
            'Those who are in the file take up the seat they had, each by a link of their own, once, within 7 days:',
            ...seats.map(({ name, department, link }) =>
              [name || '(no name)', department, link].filter((part) => part !== '').join('  '),
            ),
          ]),
    ]
  }

  async function offerSeat(workshopId: WorkshopId, personId: PersonId): Promise<string[]> {
    const { people } = await known(workshopId)
    const reply = await submit(workshopId, { type: 'seat.offer', personId, byId: null })
    const person = people[personId]
    if (!reply.ok || !person) throw new Refused(reply.message ?? unknownPerson(workshopId, personId).message)
    const { row, secret } = makeOffer({ workshopId, person, offeredBy: null, now: now() })
    await storage.workshops.offerSeat(row)
    return [
      `Whoever opens this link is ${personId} in ${workshopId}, once, within 7 days; their other seats end then:`,
      linkFor(origin(), workshopId, secret),
    ]
  }

  async function erasePerson(workshopId: WorkshopId, personId: PersonId): Promise<string[]> {
    const workshop = await known(workshopId)
    if (workshop.door.removed[personId]?.isErased)
      throw new Refused(`${personId} has been erased from ${workshopId} before.`)
    if (!everybodyIn(workshop).some(({ person }) => person.personId === personId))
      throw unknownPerson(workshopId, personId)
    await erase(workshopId, personId)
    return [`${personId} is erased from ${workshopId}, with everything that was theirs alone.`]
  }

  return async (ask) => {
    switch (ask.kind) {
      case 'list':
        return list()
      case 'people':
        return listPeople(ask.workshopId)
      case 'export':
        return exportTo(ask)
      case 'import':
        return importFrom(ask.file)
      case 'seat':
        return offerSeat(ask.workshopId, ask.personId)
      case 'delete':
        if (!(await deletion.delete(ask.workshopId))) throw unknownWorkshop(ask.workshopId)
        return [`${ask.workshopId} is deleted, with everything.`]
      case 'erase':
        return erasePerson(ask.workshopId, ask.personId)
      case 'backup': {
        const { folder, force } = ask
        await makeBackup({ dataDir, folder, force }, (path) => storage.backup(path))
        return [`The backup is in ${folder}.`]
      }
    }
  }
}

/** Whoever was erased is nobody any more. */
const everybodyIn = ({ people, door }: Workshop): { person: Person; isRemoved: boolean }[] => [
  ...Object.values(people).map((person) => ({ person, isRemoved: false })),
  ...Object.values(door.removed).flatMap((person) => (person.isErased ? [] : [{ person, isRemoved: true }])),
]

const roleOf = ({ role, isCo }: Person): string => (isCo ? 'co-facilitator' : role)

const unknownWorkshop = (workshopId: WorkshopId) =>
  new Refused(`There is no workshop ${workshopId} here; list shows them.`)
const unknownPerson = (workshopId: WorkshopId, personId: PersonId) =>
  new Refused(`There is no ${personId} in ${workshopId}; list ${workshopId} shows who is.`)

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.message : String(error)
}
