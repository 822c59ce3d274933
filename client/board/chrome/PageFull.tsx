// Says that the board takes nothing more: tldraw stops silently, also in the middle of what is being pasted.
import { Button } from '@mantine/core'
import { useEditor } from '@tldraw/tldraw'
import { useEffect, useState } from 'react'
import { boardTexts } from '#client/board/board-texts.ts'
import classes from '#client/board/chrome/notice.module.css'
import { formatNumber } from '#client/ui/format.ts'
import { currentLanguage, useTexts } from '#client/ui/texts.ts'

export function PageFull() {
  const editor = useEditor()
  const say = useTexts(boardTexts)
  const [limit, setLimit] = useState<number | null>(null)
  useEffect(() => {
    const tell = ({ count }: { count: number }) => setLimit(count)
    editor.on('max-shapes', tell)
    return () => {
      editor.off('max-shapes', tell)
    }
  }, [editor])
  if (limit === null) return null
  return (
    <div className={classes.notices} onPointerDown={(event) => event.stopPropagation()}>
      <div className={classes.notice} role="alert">
        <p>{say('pageFull', { count: formatNumber(limit, currentLanguage(), 0) })}</p>
        <Button variant="default" onClick={() => setLimit(null)}>
          {say('gotIt')}
        </Button>
      </div>
    </div>
  )
}
