// What stands behind `npm run runde --`, read; or a sentence about what is wrong with it.
import { parseArgs } from 'node:util'
import { WorkshopId } from '#shared/ids.ts'

export type Order =
  | { kind: 'help' }
  | { kind: 'list' }
  | { kind: 'export'; workshopId: WorkshopId; file: string | null; force: boolean }
  | { kind: 'import'; file: string }
  | { kind: 'delete'; workshopId: WorkshopId }
  | { kind: 'backup'; folder: string; force: boolean }
  | { kind: 'restore'; folder: string; force: boolean }
type Answer = { ok: true; order: Order } | { ok: false; problem: string }

export const usage = `npm run runde -- <what>

  list                             the workshops that are kept here
  export <workshop> [file]         a whole workshop as one file; --force overwrites it
  import <file>                    goes on with a file as a new workshop, and prints its links
  delete <workshop> --yes          deletes a workshop with everything
  backup <folder>                  copies all that is kept, also beside a running server; --force overwrites
  restore <folder>                 puts a backup in place; --force in place of what is kept here now

DATA_DIR says where everything is kept (./data), PUBLIC_URL what links begin with.
All but backup need the server to be stopped.`

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

function orderOf(what: string, names: string[], { yes, force }: { yes: boolean; force: boolean }): Answer {
  const [name, second] = names
  switch (what) {
    case 'list':
      return names.length === 0 ? { ok: true, order: { kind: 'list' } } : wrong('list takes nothing more.')
    case 'export':
    case 'delete': {
      const workshopId = WorkshopId.safeParse(name)
      if (!workshopId.success)
        return wrong(
          `${what} takes the id of a workshop, 12 characters, as list shows it and its links have it.`,
        )
      if (what === 'export' && names.length <= 2)
        return { ok: true, order: { kind: what, workshopId: workshopId.data, file: second ?? null, force } }
      if (names.length > 1) return wrong(`${what} takes no "${names.at(-1)}".`)
      if (!yes) return wrong(`Deleting ${name} cannot be undone; add --yes if it shall be.`)
      return { ok: true, order: { kind: 'delete', workshopId: workshopId.data } }
    }
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

const wrong = (problem: string): Answer => ({ ok: false, problem: `${problem}\n\n${usage}` })
