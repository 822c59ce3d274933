// Where a facilitator says what everyone is asked in turn, in which order, how long each may take, and who else takes part.
import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Choice } from '#client/facilitation/panel/Choice.tsx'
import { ComposerForm, composer } from '#client/facilitation/panel/Composer.tsx'
import { TurnLimit } from '#client/facilitation/panel/TurnLimit.tsx'
import { currentItem } from '#client/facilitation/selectors.ts'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { roundTexts } from './texts-round.ts'

export const RoundComposer = composer(roundTexts, (t) => t('compose'), RoundForm)

const orders = ['random', 'department'] as const

function RoundForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(roundTexts)
  const { send } = useRoom()
  const me = useMe()
  const item = useFacilitation(({ view }) => currentItem(view.agenda))
  const [title, setTitle] = useState(item?.kind === 'feedback-round' ? item.title : t('titleDefault'))
  const [by, setBy] = useState<(typeof orders)[number]>('random')
  const [secondsEach, setSecondsEach] = useState<number | null>(60)
  const [withMe, setWithMe] = useState(false)
  const begin = async () => {
    const started = await send({ type: 'feedback.start', title, by, secondsEach })
    if (started.ok && withMe && me) await send({ type: 'feedback.add', personId: me.personId })
  }
  const beginIfAsked = () => {
    if (title.trim() !== '') return begin()
    setTitle('') // spaces alone are no question
    return null
  }
  return (
    <ComposerForm what={t('composeWhat')} begin={t('begin')} onBegin={beginIfAsked} onClose={onClose}>
      <TextInput
        label={t('title')}
        // Clear of the field's focus ring.
        labelProps={{ mb: 8 }}
        required
        withAsterisk={false}
        data-autofocus
        maxLength={140}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Choice
        label={t('by')}
        options={orders.map((value) => ({ value, label: t(value) }))}
        value={by}
        onChange={setBy}
      />
      <TurnLimit
        label={t('seconds')}
        usual={[30, 60, 120]}
        mostSeconds={1_800}
        value={secondsEach}
        onChange={setSecondsEach}
      />
      <Checkbox
        label={t('withMe')}
        description={t('withMeWhat')}
        checked={withMe}
        onChange={(event) => setWithMe(event.currentTarget.checked)}
      />
    </ComposerForm>
  )
}
