// One action: what, who, until when, since when customers feel it, and where it comes from.
import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation, useMe, usePersonName, useRoom } from '#client/facilitation/use-facilitation.ts'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { type Action, mayEdit } from '#shared/facilitation/actions.ts'
import type { ActionId } from '#shared/ids.ts'
import classes from './ActionsPanel.module.css'
import { actionDraft, draftFrom } from './action-draft.ts'
import { formatDay } from './days.ts'
import { actionTexts } from './texts-actions.ts'

type Props = {
  action: Action
  above: Action | undefined
  below: Action | undefined
  after: Action | undefined
}

export function ActionRow({ action, above, below, after }: Props) {
  const t = useTexts(actionTexts)
  const me = useMe()
  const { send } = useRoom()
  const { actionId, title } = action
  const move = (before: ActionId | null) => void send({ type: 'action.move', actionId, before })
  return (
    <li className={classes.action}>
      <div className={classes.text}>
        <span className={classes.title}>{title}</span>
        <Owner action={action} />
        <Dates action={action} />
        <Origin action={action} />
      </div>
      {me && mayEdit(action, me) && (
        <div className={classes.tools}>
          <ActionIcon aria-label={t('edit', { title })} onClick={() => draftFrom(action)}>
            <IconPencil {...iconProps} />
          </ActionIcon>
          {me.role === 'facilitator' && (above || below) && (
            <>
              <ActionIcon
                aria-label={t('up', { title })}
                aria-disabled={!above}
                data-off={!above || undefined}
                onClick={() => above && move(above.actionId)}
              >
                <IconArrowUp {...iconProps} />
              </ActionIcon>
              <ActionIcon
                aria-label={t('down', { title })}
                aria-disabled={!below}
                data-off={!below || undefined}
                onClick={() => below && move(after?.actionId ?? null)}
              >
                <IconArrowDown {...iconProps} />
              </ActionIcon>
            </>
          )}
        </div>
      )}
    </li>
  )
}

function Owner({ action: { ownerId, departmentId } }: { action: Action }) {
  const t = useTexts(actionTexts)
  const personName = usePersonName()
  const { departments } = useFacilitation((state) => state.view.info)
  const isAbsent = useFacilitation(
    ({ view }) => ownerId !== null && view.actions.absent[ownerId] !== undefined,
  )
  const place = departments.findIndex((department) => department.departmentId === departmentId)
  const department = departments[place]
  const facts = [department?.title, isAbsent ? t('absent') : undefined].filter((fact) => fact !== undefined)
  return (
    <span className={classes.owner}>
      {department && <DepartmentShape place={place} />}
      {ownerId === null ? (
        <span className={`${panel.small} ${classes.missing}`}>{t('noOwner')}</span>
      ) : (
        <span>{personName(ownerId)}</span>
      )}
      {facts.length > 0 && <span className={`${panel.small} ${panel.dimmed}`}>{facts.join(' · ')}</span>}
    </span>
  )
}

function Dates({ action: { due, feltFrom, state, liveSince } }: { action: Action }) {
  const t = useTexts(actionTexts)
  const language = useLanguage()
  const day = (date: string) => ({ date: formatDay(date, language) })
  const words = {
    open: null,
    'in-progress': t('stateInProgress'),
    done: t('stateDone'),
    live: t('stateLive'),
  }
  const live = state === 'live' && liveSince ? t('liveSince', day(liveSince)) : words[state]
  return (
    <span className={`${panel.small} ${panel.dimmed} ${panel.figures} ${classes.facts}`}>
      {live && <strong>{live}</strong>}
      {due ? <span>{t('due', day(due))}</span> : <span className={classes.missing}>{t('noDate')}</span>}
      {feltFrom && state !== 'live' && <span>{t('feltFrom', day(feltFrom))}</span>}
    </span>
  )
}

function Origin({ action: { shapeId } }: { action: Action }) {
  const t = useTexts(actionTexts)
  const card = useStore(actionDraft, ({ cards }) => (shapeId ? cards[shapeId] : undefined))
  if (!shapeId) return null
  return (
    <span className={`${panel.small} ${panel.dimmed}`}>{card ? t('from', { card }) : t('fromCard')}</span>
  )
}
