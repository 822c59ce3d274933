// Agendas to choose from, one row each: what it is called, when it fits, how long it takes. A click takes it.
import { ActionIcon, Loader, UnstyledButton } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { useTexts } from '#client/ui/texts.ts'
import classes from './ChoiceList.module.css'
import { forgetAgenda } from './own-agendas.ts'
import { agendaEditTexts } from './texts-agenda-edit.ts'
import type { AgendaChoice, AgendaChoices } from './use-agenda-choices.ts'

export type Row = Pick<AgendaChoice, 'id' | 'title' | 'fits' | 'minutes' | 'own' | 'items'>
type Props = {
  choices: AgendaChoices
  before?: readonly Row[]
  after?: readonly Row[]
  onTake: (row: Row) => void
}

export function ChoiceList({
  choices: { choices, hasFailed, refresh },
  before = [],
  after = [],
  onTake,
}: Props) {
  const t = useTexts(agendaEditTexts)
  return (
    <>
      <ul className={classes.rows}>
        {[...before, ...(choices ?? []), ...after].map((row) => (
          <li key={row.id} className={classes.row}>
            <UnstyledButton type="button" className={classes.take} onClick={() => onTake(row)}>
              <span className={classes.words}>
                <span className={classes.title}>{row.title}</span>
                <span className={`${panel.small} ${panel.dimmed}`}>{row.fits ?? t('own')}</span>
              </span>
              {row.minutes > 0 && (
                <span className={`${panel.small} ${panel.dimmed} ${panel.figures} ${classes.minutes}`}>
                  {t('total', { count: row.minutes })}
                </span>
              )}
            </UnstyledButton>
            {row.own && (
              <ActionIcon
                aria-label={t('forget', { title: row.title })}
                title={t('forget', { title: row.title })}
                onClick={() => {
                  if (row.own) forgetAgenda(row.own)
                  refresh()
                }}
              >
                <IconTrash {...iconProps} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {choices === null && !hasFailed && (
        <p className={panel.dimmed}>
          <Loader size="xs" /> {t('loading')}
        </p>
      )}
      {hasFailed && <p role="alert">{t('loadFailed')}</p>}
    </>
  )
}
