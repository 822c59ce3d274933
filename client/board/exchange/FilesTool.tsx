// "Files" in the rail and above the list.
import { Button } from '@mantine/core'
import { IconFiles } from '@tabler/icons-react'
import { useBoardStatus } from '#client/board/board-status.ts'
import railClasses from '#client/board/chrome/rail.module.css'
import { exchangeTexts } from '#client/board/exchange/exchange-texts.ts'
import { FilesMenu } from '#client/board/exchange/FilesMenu.tsx'
import { useBoardLocked } from '#client/board/together/board-locks.ts'
import { useCompany } from '#client/board/together/together.ts'
import { useTexts } from '#client/ui/texts.ts'

type Props = {
  /** On a phone there is no rail. */
  isButton?: boolean
}

export function FilesTool({ isButton = false }: Props) {
  const say = useTexts(exchangeTexts)
  const { doc, canEdit: mayEdit, together } = useCompany()
  const isLocked = useBoardLocked(doc) && !together.isFacilitator
  const isGood = useBoardStatus(({ kind }) => kind !== 'refused' && kind !== 'unauthorised')
  const canEdit = mayEdit && isGood && !isLocked
  const label = say('files')
  return (
    <FilesMenu
      canEdit={canEdit}
      isFacilitator={together.isFacilitator}
      position={isButton ? 'bottom-start' : 'right-end'}
    >
      {isButton ? (
        <Button variant="default" leftSection={<IconFiles size={20} stroke={1.6} aria-hidden />}>
          {label}
        </Button>
      ) : (
        <button type="button" className={railClasses.tool} aria-label={label} title={label}>
          <IconFiles size={20} stroke={1.6} aria-hidden />
          <span aria-hidden>{label}</span>
        </button>
      )}
    </FilesMenu>
  )
}
