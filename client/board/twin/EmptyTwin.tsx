// A board with nothing on it: what a map is for, and the button that makes one.
import { Button, Text } from '@mantine/core'
import classes from '#client/board/twin/twin.module.css'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'

export function EmptyTwin() {
  const { isReadOnly } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  return (
    <div className={classes.empty}>
      <h3 className={classes.emptyTitle}>{say('emptyTitle')}</h3>
      <Text c="dimmed">{say(isReadOnly ? 'emptyReadOnly' : 'emptyText')}</Text>
      {!isReadOnly && <Button onClick={() => actions.addMap()}>{say('createMap')}</Button>}
    </div>
  )
}
