// A board with nothing on it: what a map is for, and the button that makes one.
import { Button, Text } from '@mantine/core'
import { boardTexts } from '#client/board/board-texts.ts'
import { exchangeTexts } from '#client/board/exchange/exchange-texts.ts'
import { openExchange } from '#client/board/exchange/open-dialog.ts'
import classes from '#client/board/twin/twin.module.css'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'

export function EmptyTwin() {
  const { isReadOnly } = useTwin()
  const actions = useActions()
  const say = useTexts(boardTexts)
  const sayExchange = useTexts(exchangeTexts)
  return (
    <div className={classes.empty}>
      <h3 className={classes.emptyTitle}>{say('emptyTitle')}</h3>
      <Text c="dimmed">{say(isReadOnly ? 'emptyReadOnly' : 'emptyText')}</Text>
      {!isReadOnly && (
        <div className={classes.ways}>
          <Button onClick={() => actions.addMap()}>{say('createMap')}</Button>
          <Button variant="default" onClick={() => openExchange('import')}>
            {sayExchange('importMap')}
          </Button>
        </div>
      )}
    </div>
  )
}
