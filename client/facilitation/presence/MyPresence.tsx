// Says of oneself in one tap that one is back in a moment, or in another meeting; tapped again, with any command, or with any change of the board, it ends.
import { Button, Group } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './MyPresence.module.css'
import { presenceTexts } from './texts-presence.ts'

const states = [
  { state: 'back-soon', word: 'backSoon' },
  { state: 'other-meeting', word: 'otherMeeting' },
] as const

export function MyPresence() {
  const t = useTexts(presenceTexts)
  const { setPresence } = useRoom()
  const me = useMe()
  const mine = useOwnState()
  if (!me) return null
  return (
    <Group
      gap="xs"
      my="xs"
      grow
      wrap="nowrap"
      preventGrowOverflow={false}
      role="group"
      aria-label={t('mine')}
    >
      {states.map(({ state, word }) => (
        <Button
          key={state}
          variant="default"
          className={classes.state}
          size="sm"
          h={44}
          px="xs"
          leftSection={mine === state ? <IconCheck {...iconProps} /> : undefined}
          aria-pressed={mine === state}
          onClick={() => setPresence(mine === state ? 'here' : state)}
        >
          {t(word)}
        </Button>
      ))}
    </Group>
  )
}

/** In the top bar, for as long as one is away: what the others see, and the way back. */
export function AmBack() {
  const t = useTexts(presenceTexts)
  const away = useAway()
  if (!away) return null
  return (
    <Button variant="default" title={t(away.state)} onClick={away.comeBack}>
      {t('amBack')}
    </Button>
  )
}

/** The same where the top bar has no room: a line of its own. */
export function AmBackLine() {
  const t = useTexts(presenceTexts)
  const away = useAway()
  if (!away) return null
  return (
    <p className={classes.line}>
      <span>{t('seenAs', { state: t(away.state) })}</span>
      <TextButton onClick={away.comeBack}>{t('amBack')}</TextButton>
    </p>
  )
}

/** What one has said of oneself; null while one is here. */
function useAway() {
  const { setPresence } = useRoom()
  const state = useOwnState()
  return !state || state === 'lost' ? null : { state, comeBack: () => setPresence('here') }
}

function useOwnState() {
  const me = useMe()
  return useFacilitation((state) => (me ? state.states[me.personId] : undefined))
}
