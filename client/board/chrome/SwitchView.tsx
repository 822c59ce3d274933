// On a phone, where there is no rail: from the list to the board and back. Without tldraw, as the list comes without it.
import { Button } from '@mantine/core'
import { IconLayoutBoard, IconListDetails } from '@tabler/icons-react'
import { boardTexts } from '#client/board/board-texts.ts'
import classes from '#client/board/chrome/switch-view.module.css'
import { useTexts } from '#client/ui/texts.ts'

type Props = { to: 'board' | 'list'; onUse: () => void }

export function SwitchView({ to, onUse }: Props) {
  const say = useTexts(boardTexts)
  const Icon = to === 'board' ? IconLayoutBoard : IconListDetails
  return (
    <div className={classes.switch} data-to={to}>
      <Button variant="default" leftSection={<Icon size={20} stroke={1.6} aria-hidden />} onClick={onUse}>
        {say(to === 'board' ? 'showBoard' : 'showList')}
      </Button>
    </div>
  )
}
