// Behind the three dots: people where they have no button, one's own name, another device, the board's history, results, data, how polls stay secret, language, light or dark.
import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import {
  IconDatabase,
  IconDeviceMobile,
  IconDots,
  IconHistory,
  IconHome,
  IconKeyboard,
  IconLanguage,
  IconLayoutDashboard,
  IconLayoutSidebarRight,
  IconLock,
  IconReportAnalytics,
  IconUser,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { DataDialog } from '#client/app/data/DataDialog.tsx'
import { dataTexts } from '#client/app/data/data-texts.ts'
import { HistoryDialog } from '#client/app/history/HistoryDialog.tsx'
import { historyTexts } from '#client/app/history/history-texts.ts'
import { InviteSheet } from '#client/app/invite/InviteSheet.tsx'
import { PeopleList } from '#client/facilitation/panel/PeopleList.tsx'
import { useFacilitation, useMe } from '#client/facilitation/use-facilitation.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { openKeys } from '#client/ui/keys/keys-overview.ts'
import { chooseLanguage, useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { MyName } from './MyName.tsx'
import { OtherDevice } from './OtherDevice.tsx'
import { type RoomSeat, useMyRole } from './room-seat.ts'
import { roomTexts } from './room-texts.ts'

const icon = { size: 18, stroke: 1.6 } as const

type Props = {
  seat: RoomSeat
  /** On a phone, whose bar has room for the agenda item and the clock only. */
  hasPeople?: boolean
  /** The board is elsewhere, or nowhere. */
  isPanelOnly?: boolean
}

type DialogName = 'people' | 'invite' | 'name' | 'device' | 'history' | 'data'

export function RoomMenu({ seat, hasPeople = false, isPanelOnly = false }: Props) {
  const t = useTexts(roomTexts)
  const isFacilitator = useMyRole(seat) === 'facilitator'
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => setDialog(null)
  return (
    <>
      <Menu
        position="bottom-end"
        width={296}
        shadow="lg"
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <ActionIcon ref={button} aria-label={t('more')}>
            <IconDots size={20} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown mah="calc(100dvh - 4.5rem)" style={{ overflowY: 'auto' }}>
          {hasPeople && <PeopleItems canInvite={isFacilitator} onOpen={setDialog} />}
          <Menu.Item leftSection={<IconUser {...icon} />} onClick={() => setDialog('name')}>
            {t('myName')}
          </Menu.Item>
          <Menu.Item leftSection={<IconDeviceMobile {...icon} />} onClick={() => setDialog('device')}>
            {t('otherDevice')}
          </Menu.Item>
          <PlaceItems seat={seat} isPanelOnly={isPanelOnly} onOpen={setDialog} />
          <Menu.Item
            leftSection={<IconKeyboard {...icon} />}
            rightSection={<kbd>?</kbd>}
            onClick={() => openKeys(button.current)}
          >
            {t('keys')}
          </Menu.Item>
          <Menu.Divider />
          <LookItems />
          <Menu.Divider />
          <Menu.Item leftSection={<IconHome {...icon} />} component={Link} to="/">
            {t('leave')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog isOpen={dialog === 'people'} onClose={close} title={t('whoIsHere')}>
        <PeopleList />
      </Dialog>
      {isFacilitator && (
        <InviteSheet seat={seat} created={null} isOpen={dialog === 'invite'} onClose={close} />
      )}
      <MyName seat={seat} isOpen={dialog === 'name'} onClose={close} />
      <OtherDevice seat={seat} isOpen={dialog === 'device'} onClose={close} />
      <DataDialog seat={seat} isOpen={dialog === 'data'} onClose={close} />
      <HistoryDialog seat={seat} isOpen={dialog === 'history'} onClose={close} />
    </>
  )
}

type Opening = { onOpen: (dialog: DialogName) => void }

function PeopleItems({ canInvite, onOpen }: Opening & { canInvite: boolean }) {
  const t = useTexts(roomTexts)
  const isKnown = useMe() !== null
  const present = useFacilitation((state) => state.present.length)
  return (
    <>
      <Menu.Item leftSection={<IconUsers {...icon} />} onClick={() => onOpen('people')}>
        {isKnown ? t('people', { count: present }) : t('whoIsHere')}
      </Menu.Item>
      {canInvite && (
        <Menu.Item leftSection={<IconUserPlus {...icon} />} onClick={() => onOpen('invite')}>
          {t('invite')}
        </Menu.Item>
      )}
    </>
  )
}

/** What else there is of this workshop: its board and panel, its history, results and data. */
function PlaceItems({
  seat: { workshopId, role },
  isPanelOnly,
  onOpen,
}: Opening & Pick<Required<Props>, 'seat' | 'isPanelOnly'>) {
  const t = useTexts(roomTexts)
  const history = useTexts(historyTexts)
  const data = useTexts(dataTexts)
  return (
    <>
      {isPanelOnly ? (
        <Menu.Item
          leftSection={<IconLayoutDashboard {...icon} />}
          component={Link}
          to={`/w/${workshopId}?seat=${role}`}
        >
          {t('withBoard')}
        </Menu.Item>
      ) : (
        <>
          <Menu.Item leftSection={<IconHistory {...icon} />} onClick={() => onOpen('history')}>
            {history('menu')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLayoutSidebarRight {...icon} />}
            component={Link}
            to={`/w/${workshopId}?seat=${role}&panel`}
            target="_blank"
          >
            {t('panelOnly')}
          </Menu.Item>
        </>
      )}
      <Menu.Item
        leftSection={<IconReportAnalytics {...icon} />}
        component={Link}
        to={`/w/${workshopId}/results?seat=${role}`}
        target="_blank"
      >
        {t('results')}
      </Menu.Item>
      <Menu.Item leftSection={<IconLock {...icon} />} component={Link} to="/secrecy" target="_blank">
        {t('secrecy')}
      </Menu.Item>
      <Menu.Item leftSection={<IconDatabase {...icon} />} onClick={() => onOpen('data')}>
        {data('menu')}
      </Menu.Item>
    </>
  )
}

/** The language, and light or dark. */
function LookItems() {
  const t = useTexts(roomTexts)
  const otherLanguage = useLanguage() === 'de' ? 'en' : 'de'
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <Menu.Item
        leftSection={<IconLanguage {...icon} />}
        lang={otherLanguage}
        onClick={() => chooseLanguage(otherLanguage)}
      >
        {t('language')}
      </Menu.Item>
      <Menu.RadioGroup value={colorScheme} onChange={(value) => choose(value, setColorScheme)}>
        <Menu.Label>{t('theme')}</Menu.Label>
        <Menu.RadioItem value="auto">{t('themeAuto')}</Menu.RadioItem>
        <Menu.RadioItem value="light">{t('themeLight')}</Menu.RadioItem>
        <Menu.RadioItem value="dark">{t('themeDark')}</Menu.RadioItem>
      </Menu.RadioGroup>
    </>
  )
}

function choose(value: string | null, set: (scheme: 'auto' | 'light' | 'dark') => void): void {
  if (value === 'auto' || value === 'light' || value === 'dark') set(value)
}
