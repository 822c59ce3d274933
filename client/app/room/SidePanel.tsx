// Beside the board: what matters now, the agenda, and what was decided. Folds away to a strip on which the hand stays within reach.
import { ActionIcon, Tabs } from '@mantine/core'
import { IconChevronDown, IconChevronLeft, IconChevronRight, IconChevronUp } from '@tabler/icons-react'
import { ActionsPanel } from '#client/facilitation/actions/ActionsPanel.tsx'
import { AgendaPanel } from '#client/facilitation/agenda/AgendaPanel.tsx'
import { HandButton } from '#client/facilitation/panel/HandButton.tsx'
import { NowPanel } from '#client/facilitation/panel/NowPanel.tsx'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { roomTexts } from './room-texts.ts'
import classes from './SidePanel.module.css'

/** For the way past the board, which the keyboard takes. */
export const sidePanelId = 'side-panel'

type Props = {
  isCollapsed: boolean
  onCollapse: (next: boolean) => void
}

export function SidePanel({ isCollapsed, onCollapse }: Props) {
  const t = useTexts(roomTexts)
  const actions = useFacilitation(({ view }) => view.actions.list.length)
  if (isCollapsed)
    return (
      <aside id={sidePanelId} tabIndex={-1} className={classes.closed} aria-label={t('panel')}>
        <ActionIcon aria-label={t('expand')} aria-expanded={false} onClick={() => onCollapse(false)}>
          <IconChevronLeft className={classes.sideways} size={20} stroke={1.6} />
          <IconChevronUp className={classes.upright} size={20} stroke={1.6} />
        </ActionIcon>
        <div className={classes.hand}>
          <HandButton isShort />
        </div>
      </aside>
    )
  return (
    <aside id={sidePanelId} tabIndex={-1} className={classes.panel} aria-label={t('panel')}>
      <Tabs
        defaultValue="now"
        variant="unstyled"
        classNames={{ root: classes.root, list: classes.list, tab: classes.tab, panel: classes.content }}
      >
        <Tabs.List aria-label={t('views')}>
          <Tabs.Tab value="now">{t('now')}</Tabs.Tab>
          <Tabs.Tab value="agenda">{t('agenda')}</Tabs.Tab>
          <Tabs.Tab value="actions">
            {t('actions')}
            {actions > 0 && <span className={classes.count}>{actions}</span>}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="now">
          <NowPanel />
        </Tabs.Panel>
        {/* Nothing in it takes the focus, and the keyboard scrolls only what has it. */}
        <Tabs.Panel value="agenda" tabIndex={0}>
          <AgendaPanel />
        </Tabs.Panel>
        <Tabs.Panel value="actions" tabIndex={0}>
          <ActionsPanel />
        </Tabs.Panel>
      </Tabs>
      <ActionIcon
        className={classes.collapse}
        aria-label={t('collapse')}
        aria-expanded
        onClick={() => onCollapse(true)}
      >
        <IconChevronRight className={classes.sideways} size={20} stroke={1.6} />
        <IconChevronDown className={classes.upright} size={20} stroke={1.6} />
      </ActionIcon>
    </aside>
  )
}
