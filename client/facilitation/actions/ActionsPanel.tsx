// All actions: what was decided, by whom and when, and what is still open about them.
import { Button, VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { mayEdit } from '#shared/facilitation/actions.ts'
import { ActionRow } from './ActionRow.tsx'
import classes from './ActionsPanel.module.css'
import { draftNew } from './action-draft.ts'
import { OpenQuestions } from './OpenQuestions.tsx'
import { actionTexts } from './texts-actions.ts'

export function ActionsPanel() {
  const t = useTexts(actionTexts)
  const me = useMe()
  const { send } = useRoom()
  const { list, deleted } = useFacilitation((state) => state.view.actions)
  // What had been deleted before one looked is no news.
  const [before] = useState(deleted.length)
  const last = deleted.length > before ? deleted.at(-1)?.action : undefined
  if (!me) return null
  return (
    <section className={panel.section} aria-labelledby="actions-heading">
      {list.length === 0 ? (
        <>
          <div className={panel.heading}>
            <h2 id="actions-heading">{t('empty')}</h2>
          </div>
          <p className={`${panel.small} ${panel.dimmed}`}>{t('emptyWhat')}</p>
        </>
      ) : (
        <>
          {/* To be seen, the tab says it already. */}
          <VisuallyHidden>
            <h2 id="actions-heading">{t('actions')}</h2>
          </VisuallyHidden>
          <OpenQuestions isAlways />
        </>
      )}
      <ol className={classes.list}>
        {list.map((action, index) => (
          <ActionRow
            key={action.actionId}
            action={action}
            above={list[index - 1]}
            below={list[index + 1]}
            after={list[index + 2]}
          />
        ))}
      </ol>
      {last && mayEdit(last, me) && (
        <p className={classes.deleted} role="status">
          <span className={panel.small}>{t('deleted', { title: last.title })}</span>
          <TextButton onClick={() => void send({ type: 'action.restore', actionId: last.actionId })}>
            {t('undo')}
          </TextButton>
        </p>
      )}
      {me.role !== 'observer' && (
        <Button
          variant="default"
          mt="md"
          leftSection={<IconPlus {...iconProps} />}
          onClick={() => draftNew(null)}
        >
          {t('add')}
        </Button>
      )}
    </section>
  )
}
