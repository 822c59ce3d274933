// Founds a workshop: its first event, its board, and last of all the links that open it.

import { makeLinks } from '#server/access/links.ts'
import { type AccessBoards, type AccessRooms, server } from '#server/access/planes.ts'
import { newJoinCode, newWorkshopId } from '#server/access/secrets.ts'
import { done, type Outcome, refuse } from '#server/http/answer.ts'
import type { WorkshopStore } from '#server/storage/storage.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import type { CreateWorkshop } from '#shared/access/create-workshop.ts'
import { countElements } from '#shared/board/board-file.ts'
import { maxElements } from '#shared/board/page-limit.ts'
import { seedBoard, seedFromFile } from '#shared/board/seed.ts'
import type { WorkshopId } from '#shared/ids.ts'
import { findAgenda } from '#shared/templates/agendas.ts'
import { blankTemplateId, findTemplate, foundingCommand } from '#shared/templates/library.ts'

export type Founding = (wish: CreateWorkshop, origin: string) => Promise<Outcome<CreatedWorkshop>>

export function createFounding({
  store,
  rooms,
  boards,
  serverKey,
  now,
}: {
  store: WorkshopStore
  rooms: AccessRooms
  boards: AccessBoards
  serverKey: Buffer
  now: () => number
}): Founding {
  /**
   * The links are stored last and in one transaction. A process that ends before that leaves an event and a board under
   * an id that nobody was told and no link or code leads to: never half a workshop that somebody can open.
   */
  return async ({ title, template: wished, language = 'de', board, agenda }, origin) => {
    // The agenda of a board that somebody saved is that of the template it once began with, as far as it is known here.
    const saved = board?.templateId ? findTemplate(board.templateId)?.id : undefined
    const templateId = wished ?? saved ?? blankTemplateId
    const template = findTemplate(templateId)
    if (!template)
      return refuse(
        400,
        'template-not-found',
        `There is no template ${JSON.stringify(templateId)}; GET /api/templates lists them.`,
      )
    if (board && countElements(board) > maxElements) return tooManyElements(countElements(board))
    if (typeof agenda === 'string' && !findAgenda(agenda))
      return refuse(
        400,
        'agenda-not-found',
        `There is no agenda ${JSON.stringify(agenda)}; leave it out for the template’s.`,
      )
    const departments = board?.departments.length ? board.departments : undefined
    const command = foundingCommand({
      templateId,
      language,
      title,
      ...(departments && { departments }),
      ...(agenda !== undefined && { agenda }),
    })
    const workshopId = newWorkshopId()
    const reply = await rooms.submit(workshopId, { actor: server, commandId: null, command })
    if (!reply.ok) throw new Error(`a new workshop was refused: ${reply.code}: ${reply.message}`)
    await boards.found(
      workshopId,
      board ? seedFromFile(board, title) : seedBoard({ template, language, title }),
    )
    return done(await storeLinks(workshopId, origin))
  }

  async function storeLinks(workshopId: WorkshopId, origin: string): Promise<CreatedWorkshop> {
    const { rows, links } = makeLinks(serverKey, workshopId, origin)
    for (;;) {
      const code = newJoinCode()
      // False: the code is taken. With 8 million codes a few attempts are enough; the id was new to the log already.
      if (await store.create({ workshopId, code, createdAt: now() }, rows))
        return { id: workshopId, code, links }
    }
  }
}

const tooManyElements = (count: number) =>
  refuse(
    400,
    'board-too-large',
    `A board takes ${maxElements} elements, and this one has ${count}; leave some out.`,
  )
