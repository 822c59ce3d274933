// Silent writing without the canvas, for the keyboard, screen readers and phones: a form, one's own notes, the others' counts.
import { Button } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import type * as Y from 'yjs'
import { LateNotes } from '#client/board/silence/LateNotes.tsx'
import { OwnNoteRow } from '#client/board/silence/OwnNoteRow.tsx'
import { SilentForm } from '#client/board/silence/SilentForm.tsx'
import { OwnState } from '#client/board/silence/SilentLine.tsx'
import { useSilentNotes } from '#client/board/silence/silence.ts'
import { boardSilenceTexts } from '#client/board/silence/silence-texts.ts'
import classes from '#client/board/silence/silent-panel.module.css'
import { useOwnNotes } from '#client/board/silence/use-own-notes.ts'
import { useStages } from '#client/board/silence/use-stages.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { SilentCounts } from '#shared/silence/counts.ts'

type Props = { doc: Y.Doc; myDepartment: { departmentId: string; title: string } | null }

export function SilentPanel(props: Props) {
  const { writing, late } = useSilentNotes()
  if (!writing && late.length === 0) return null
  return (
    <div className={classes.panel}>
      <LateNotes />
      {writing && <Writing {...props} promise={writing.promise} counts={writing.counts} />}
    </div>
  )
}

function Writing({
  doc,
  myDepartment,
  promise,
  counts,
}: Props & { promise: string; counts: SilentCounts | null }) {
  const say = useTexts(boardSilenceTexts)
  const { keeper, editing, edit } = useSilentNotes()
  const stages = useStages(doc)
  const own = useOwnNotes(keeper)
  return (
    <section aria-labelledby="silent-heading">
      <h2 id="silent-heading" className={classes.title}>
        <IconEyeOff size={20} stroke={1.6} aria-hidden />
        {say('heading')}
      </h2>
      <p className={classes.promise}>{promise}</p>
      {keeper && (
        <>
          <SilentForm
            stages={stages}
            myDepartment={myDepartment}
            submit={say('add')}
            onSubmit={(content) => keeper.settle(keeper.write(content))}
          />
          <h3 className={classes.subtitle}>{say('yours')}</h3>
          {own.length === 0 && <p className={classes.quiet}>{say('noneYet')}</p>}
          <ul className={classes.notes}>
            {own.map((draft) =>
              draft.draftId === editing ? (
                <li key={draft.draftId}>
                  <SilentForm
                    start={draft}
                    stages={stages}
                    myDepartment={myDepartment}
                    submit={say('save')}
                    onSubmit={(content) => {
                      keeper.change(draft.draftId, content)
                      keeper.settle(draft.draftId)
                      edit(null)
                    }}
                  >
                    <Button
                      variant="subtle"
                      color="gray"
                      onClick={() => {
                        edit(null)
                        keeper.settle(draft.draftId) // an empty one goes
                      }}
                    >
                      {say('cancel')}
                    </Button>
                  </SilentForm>
                </li>
              ) : (
                <OwnNoteRow key={draft.draftId} draft={draft} stages={stages} />
              ),
            )}
          </ul>
          <OwnState />
        </>
      )}
      <h3 className={classes.subtitle}>{say('counts')}</h3>
      <Counts counts={counts} stages={stages} />
    </section>
  )
}

function Counts({
  counts,
  stages,
}: {
  counts: SilentCounts | null
  stages: readonly { id: string; title: string }[]
}) {
  const say = useTexts(boardSilenceTexts)
  if (!counts || counts.others === 0) return <p className={classes.quiet}>{say('noOthers')}</p>
  const inStage = (stageId: string) =>
    counts.cells.reduce((sum, cell) => sum + (cell.stageId === stageId ? cell.count : 0), 0)
  const placed = stages.map(({ id, title }) => ({ id, title, count: inStage(id) }))
  const elsewhere = counts.others - placed.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <p className={classes.figure}>{say('pile', { count: counts.others })}</p>
      <ul className={classes.counts}>
        {placed
          .filter(({ count }) => count > 0)
          .map(({ id, title, count }) => (
            <li key={id}>{say('inStage', { stage: title, count })}</li>
          ))}
        {elsewhere > 0 && placed.some(({ count }) => count > 0) && (
          <li>{say('elsewhere', { count: elsewhere })}</li>
        )}
      </ul>
    </>
  )
}
