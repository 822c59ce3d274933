// The buttons of a sheet: what can be done with a card, a part of the map or the map as a whole.
import { Button } from '@mantine/core'
import { IconTrash, type TablerIcon } from '@tabler/icons-react'
import classes from '#client/board/twin/sheet/sheet.module.css'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'

type Props = {
  icon: TablerIcon
  /** As wide as the sheet, below the fields. */
  isWide?: boolean
  onClick: () => void
  children: string
}

export function SheetButton({ icon: Icon, isWide = false, onClick, children }: Props) {
  return (
    <Button
      variant="default"
      {...(isWide && { className: classes.wide })}
      leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}

type RemoveProps = Pick<Props, 'isWide' | 'children'> & { shapeId: string }

export function RemoveButton({ shapeId, ...rest }: RemoveProps) {
  const { close } = useTwin()
  const actions = useActions()
  return (
    <SheetButton
      icon={IconTrash}
      {...rest}
      onClick={() => {
        close()
        actions.remove(shapeId)
      }}
    />
  )
}
