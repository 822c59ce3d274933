// Says of oneself in one tap that one is back in a moment, or in another meeting; tapped again, with any command, or with any change of the board, it ends.
import { Button, Group } from '@mantine/core'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { presenceTexts } from './texts-presence.ts'

const states = [
  { state: 'back-soon', word: 'backSoon' },
  { state: 'other-meeting', word: 'otherMeeting' },
] as const

export function MyPresence() {
  const t = useTexts(presenceTexts)
  const { setPresence } = useRoom()
  const me = useMe()
  const mine = useFacilitation((state) => (me ? state.states[me.personId] : undefined))
  if (!me) return null
  return (
    <Group gap="xs" mb="sm" role="group" aria-label={t('mine')}>
      {states.map(({ state, word }) => (
        <Button
          key={state}
          variant={mine === state ? 'filled' : 'default'}
          color="gray"
          px="sm"
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
  const { setPresence } = useRoom()
  const me = useMe()
  const mine = useFacilitation((state) => (me ? state.states[me.personId] : undefined))
  if (!mine || mine === 'lost') return null
  return (
    <Button variant="default" title={t(mine)} onClick={() => setPresence('here')}>
      {t('amBack')}
    </Button>
  )
}
