// What stands behind `npm run runde --`, read; or a sentence about what is wrong with it.
import { parseArgs } from 'node:util'
import { PersonId, WorkshopId } from '#shared/ids.ts'

export type Order =
  | { kind: 'help' }
  | { kind: 'list' }
  | { kind: 'people'; workshopId: WorkshopId }
  | { kind: 'export'; workshopId: WorkshopId; file: string | null; force: boolean }
  | { kind: 'import'; file: string }
  | { kind: 'seat'; workshopId: WorkshopId; personId: PersonId }
  | { kind: 'delete'; workshopId: WorkshopId }
  | { kind: 'erase'; workshopId: WorkshopId; personId: PersonId }
  | { kind: 'backup'; folder: string; force: boolean }
  | { kind: 'restore'; folder: string; force: boolean }
type Answer = { ok: true; order: Order } | { ok: false; problem: string }

export const usage = `npm run runde -- <what>

  list                             the workshops that are kept here
  list <workshop>                  the people of one
  export <workshop> [file]         a whole workshop as one file; --force overwrites it
  import <file>                    goes on with a file as a new workshop, and prints its links,
                                   also one for each of its people, to take up the seat they had
  seat <workshop> <person>         prints a link by which somebody takes up the seat they had
  delete <workshop> --yes          deletes a workshop with everything
  erase <workshop> <person> --yes  erases a person with everything that was theirs alone
  backup <folder>                  copies all that is kept; --force overwrites
  restore <folder>                 puts a backup in place; --force in place of what is kept here now

DATA_DIR says where everything is kept (./data), PUBLIC_URL what links begin with.
While the server runs, it does what is asked; only restore needs it to be stopped.
Ends with 0 when it is done, 1 when it could not be, 2 when it was not understood.`

export function readOrder(args: string[]): Answer {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        yes: { type: 'boolean' },
        force: { type: 'boolean' },
      },
    })
    const { help = false, yes = false, force = false } = values
    const [what, ...names] = positionals
    if (help || what === undefined || what === 'help') return { ok: true, order: { kind: 'help' } }
    return orderOf(what, names, { yes, force })
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
}

type Flags = { yes: boolean; force: boolean }

function orderOf(what: string, names: string[], { yes, force }: Flags): Answer {
  const [name, second] = names
  switch (what) {
    case 'list':
      if (name === undefined) return { ok: true, order: { kind: 'list' } }
      return aboutWorkshop(what, names, 1, (workshopId) => ({ kind: 'people', workshopId }))
    case 'export':
      return aboutWorkshop(what, names, 2, (workshopId) => ({
        kind: what,
        workshopId,
        file: second ?? null,
        force,
      }))
    case 'delete':
      return aboutWorkshop(what, names, 1, (workshopId) =>
        yes ? { kind: what, workshopId } : `Deleting ${name} cannot be undone; add --yes if it shall be.`,
      )
    case 'seat':
      return aboutPerson(what, names, (ids) => ({ kind: what, ...ids }))
    case 'erase':
      return aboutPerson(what, names, (ids) =>
        yes ? { kind: what, ...ids } : `Erasing ${second} cannot be undone; add --yes if it shall be.`,
      )
    case 'import':
      if (name === undefined || names.length > 1) return wrong('import takes one file.')
      return { ok: true, order: { kind: what, file: name } }
    case 'backup':
    case 'restore':
      if (name === undefined || names.length > 1) return wrong(`${what} takes one folder.`)
      return { ok: true, order: { kind: what, folder: name, force } }
    default:
      return wrong(`There is no "${what}".`)
  }
}

/** `make` answers with an order, or with what is still missing. */
function aboutWorkshop(
  what: string,
  names: string[],
  most: number,
  make: (workshopId: WorkshopId) => Order | string,
): Answer {
  const workshopId = WorkshopId.safeParse(names[0])
  if (!workshopId.success)
    return wrong(`${what} takes the id of a workshop, 12 characters, as list shows it and its links have it.`)
  if (names.length > most) return wrong(`${what} takes no "${names.at(-1)}".`)
  const order = make(workshopId.data)
  return typeof order === 'string' ? wrong(order) : { ok: true, order }
}

function aboutPerson(
  what: string,
  names: string[],
  make: (ids: { workshopId: WorkshopId; personId: PersonId }) => Order | string,
): Answer {
  return aboutWorkshop(what, names, 2, (workshopId) => {
    const personId = PersonId.safeParse(names[1])
    if (!personId.success)
      return `${what} takes the id of a person after it, 16 characters, as list ${workshopId} shows it.`
    return make({ workshopId, personId: personId.data })
  })
}

const wrong = (problem: string): Answer => ({ ok: false, problem: `${problem}\n\n${usage}` })
