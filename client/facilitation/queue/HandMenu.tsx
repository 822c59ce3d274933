// Beside the hand button: what the hand is for, a text for the facilitator to read aloud, and a sound for one's turn.
import { ActionIcon, Menu } from '@mantine/core'
import { IconCheck, IconChevronUp, IconSpeakerphone, IconVolume } from '@tabler/icons-react'
import { useState } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import type { MyHand } from '#client/facilitation/use-hand.ts'
import { useTexts } from '#client/ui/texts.ts'
import { waitingOf } from '#shared/facilitation/readings.ts'
import classes from './HandMenu.module.css'
import { handKinds, kindExplanations, kindIcons } from './hand-kinds.ts'
import { ReadingDialog } from './ReadingDialog.tsx'
import { queueTexts } from './texts-queue.ts'
import { useTurnSound } from './turn-sound.ts'

export function HandMenu({ hand }: { hand: MyHand }) {
  const t = useTexts(queueTexts)
  const [isWriting, setWriting] = useState(false)
  const [hasSound, setSound] = useTurnSound()
  const hasReading = useFacilitation(
    ({ view, me }) => me !== null && waitingOf(view.readings, me.personId) !== undefined,
  )
  const { state, kind, raise } = hand
  return (
    <>
      <Menu position="top-end" width={304} shadow="lg" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon
            variant="default"
            className={classes.open}
            aria-label={t('moreKinds')}
            title={t('moreKinds')}
          >
            <IconChevronUp {...iconProps} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {state !== 'speaking' && (
            <>
              <Menu.Label>{t(state === 'up' ? 'changeTo' : 'raiseFor')}</Menu.Label>
              {handKinds.map((one) => {
                const Icon = kindIcons[one]
                const isChosen = state === 'up' && one === kind
                return (
                  <Menu.Item
                    key={one}
                    leftSection={<Icon {...iconProps} />}
                    rightSection={isChosen && <IconCheck {...iconProps} />}
                    aria-current={isChosen || undefined}
                    onClick={() => raise(one)}
                  >
                    <span className={classes.kind}>{t(one)}</span>
                    <span className={classes.what}>{t(kindExplanations[one])}</span>
                  </Menu.Item>
                )
              })}
              <Menu.Divider />
            </>
          )}
          {!hasReading && (
            <Menu.Item leftSection={<IconSpeakerphone {...iconProps} />} onClick={() => setWriting(true)}>
              {t('readAloudAsk')}
            </Menu.Item>
          )}
          <Menu.Item
            role="menuitemcheckbox"
            aria-checked={hasSound}
            closeMenuOnClick={false}
            leftSection={<IconVolume {...iconProps} />}
            rightSection={hasSound && <IconCheck {...iconProps} />}
            onClick={() => setSound(!hasSound)}
          >
            {t('sound')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ReadingDialog isOpen={isWriting} onClose={() => setWriting(false)} />
    </>
  )
}
