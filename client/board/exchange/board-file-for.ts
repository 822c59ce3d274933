// A board file with what it says about its workshop.
import type { AboutWorkshop } from '#client/board/exchange/Exchange.tsx'
import type { BoardFile } from '#shared/board/board-file.ts'
import type { Departments } from '#shared/board/import/read-row.ts'
import type { OwnShape } from '#shared/board/shapes.ts'
import { boardFileOf, type Keep } from '#shared/board/shapes-to-file.ts'
import { DepartmentId } from '#shared/ids.ts'

type Saved = {
  format: BoardFile['format']
  shapes: readonly OwnShape[]
  about: AboutWorkshop
  departments: Departments
}

export function boardFileFor(
  { format, shapes, about: { title, language, templateId }, departments }: Saved,
  how: { keep: Keep; mapId?: string | null },
): BoardFile {
  // Those of a workshop have ids of that form; on the results page one may stand for "none".
  const named = departments.flatMap(({ departmentId, title: name }) => {
    const id = DepartmentId.safeParse(departmentId)
    return id.success ? [{ departmentId: id.data, title: name }] : []
  })
  return boardFileOf(shapes, { format, title, language, templateId, departments: named }, how)
}
