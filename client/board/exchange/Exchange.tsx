// The dialogs for files of one board, shown by whichever of its views is there.
import { lazy, Suspense } from 'react'
import { openExchange, useExchangeDialog } from '#client/board/exchange/open-dialog.ts'
import type { ExchangeBoard } from '#client/board/exchange/take-in.ts'
import type { ExportedBoard } from '#client/board/exchange/use-export.ts'
import type { Departments } from '#shared/board/import/read-row.ts'
import type { Language } from '#shared/language.ts'

// Loaded when first opened: most people in a workshop never do.
const ImportDialog = lazy(async () => ({
  default: (await import('#client/board/exchange/ImportDialog.tsx')).ImportDialog,
}))
const ExportDialog = lazy(async () => ({
  default: (await import('#client/board/exchange/ExportDialog.tsx')).ExportDialog,
}))
const TemplateDialog = lazy(async () => ({
  default: (await import('#client/board/exchange/TemplateDialog.tsx')).TemplateDialog,
}))

/** What a file says about the workshop that it came from. */
export type AboutWorkshop = { title: string; language: Language; templateId: string | null }

type Props = {
  workshop: AboutWorkshop
  departments: Departments
  /** Null while nothing may be changed. */
  board: ExchangeBoard | null
  exported: Omit<ExportedBoard, 'title' | 'departments' | 'about'>
  onImported?: () => void
}

export function Exchange({ workshop, departments, board, exported, onImported }: Props) {
  const open = useExchangeDialog((state) => state.open)
  const close = () => openExchange('none')
  if (open === 'none') return null
  return (
    <Suspense fallback={null}>
      {open === 'import' && board && (
        <ImportDialog isOpen onClose={close} {...{ board, departments, onImported }} />
      )}
      {open === 'export' && (
        <ExportDialog
          isOpen
          onClose={close}
          board={{ ...exported, title: workshop.title, departments, about: workshop }}
        />
      )}
      {open === 'template' && (
        <TemplateDialog isOpen onClose={close} shapes={exported.shapes} {...{ workshop, departments }} />
      )}
    </Suspense>
  )
}
