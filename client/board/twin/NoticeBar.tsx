// What has just been done, with a way to take it back; it stays until the next thing is done.
import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { Notice } from '#client/board/twin/Twin.tsx'
import classes from '#client/board/twin/twin.module.css'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useTexts } from '#client/ui/texts.ts'

type Props = { notice: Notice | null; onNotice: (notice: Notice | null) => void }

export function NoticeBar({ notice, onNotice }: Props) {
  const { edits, tell } = useTwin()
  const say = useTexts(twinTexts)
  if (!notice) return null
  return (
    <div className={classes.notice} key={notice.at}>
      <span>{notice.text}</span>
      {notice.canUndo && (
        <Button
          variant="default"
          onClick={() => {
            edits.undo()
            tell(say('undone'))
          }}
        >
          {say('undo')}
        </Button>
      )}
      <ActionIcon aria-label={say('close')} onClick={() => onNotice(null)}>
        <IconX size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </div>
  )
}
