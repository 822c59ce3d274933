// Facilitation's part of the overview of keys: the hand for participants, every step with a key for facilitators.
import { useMe } from '#client/facilitation/use-facilitation.ts'
import { KeyList, type KeyRow } from '#client/ui/keys/KeyList.tsx'
import { useKeyNames } from '#client/ui/keys/key-names.ts'
import { useTexts } from '#client/ui/texts.ts'
import { keysTexts, steps } from './keys-texts.ts'

export function RoomKeys() {
  const t = useTexts(keysTexts)
  const key = useKeyNames()
  const role = useMe()?.role
  const everywhere: KeyRow[] = [{ what: t('overview'), keys: ['?'] }]
  if (role === 'participant') everywhere.unshift({ what: t('hand'), keys: ['H'] })
  if (role !== 'facilitator') return <KeyList title={t('everywhere')} rows={everywhere} />
  return (
    <>
      <KeyList
        title={t('everywhere')}
        rows={[{ what: t('commands'), keys: [key('control'), 'K'] }, ...everywhere]}
      />
      <KeyList
        title={t('leading', { alt: key('alt'), shift: key('shift') })}
        rows={steps.map((letter) => ({
          what: t(`does.${letter}`),
          keys: [letter],
        }))}
      />
    </>
  )
}
