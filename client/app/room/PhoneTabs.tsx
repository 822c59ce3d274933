// The five tabs at the foot of the phone's room; the queue's wears one's own place, in saffron.
import {
  IconChecklist,
  IconHandStop,
  IconListCheck,
  IconMap2,
  IconTarget,
  IconUsers,
} from '@tabler/icons-react'
import { useHand } from '#client/facilitation/use-hand.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './PhoneRoom.module.css'
import { roomTexts } from './room-texts.ts'

const tabs = [
  { tab: 'now', Icon: IconTarget },
  { tab: 'queue', Icon: IconHandStop },
  { tab: 'map', Icon: IconMap2 },
  { tab: 'agenda', Icon: IconListCheck },
  { tab: 'actions', Icon: IconChecklist },
  { tab: 'persons', Icon: IconUsers },
] as const
export type PhoneTab = (typeof tabs)[number]['tab']

type Props = { chosen: PhoneTab; onChoose: (tab: PhoneTab) => void; isPanelOnly: boolean }

export function PhoneTabs({ chosen, onChoose, isPanelOnly }: Props) {
  const t = useTexts(roomTexts)
  const { place, state } = useHand()
  const shown = tabs.filter(({ tab }) => tab !== (isPanelOnly ? 'map' : 'persons'))
  return (
    <nav className={classes.tabs} aria-label={t('views')}>
      {shown.map(({ tab, Icon }) => (
        <button
          key={tab}
          type="button"
          className={classes.tab}
          aria-current={tab === chosen ? 'page' : undefined}
          aria-controls="phone-view"
          data-turn={(tab === 'queue' && state === 'speaking') || undefined}
          onClick={() => onChoose(tab)}
        >
          <Icon size={22} stroke={1.6} aria-hidden="true" />
          {t(tab)}
          {tab === 'queue' && place !== null && <span className={classes.place}>{place}</span>}
        </button>
      ))}
    </nav>
  )
}
