// One of one's own silent notes in the list.
import { Button } from '@mantine/core'
import type { OwnDraft } from '#client/board/silence/draft-keeper.ts'
import { problemWords } from '#client/board/silence/problem-words.ts'
import { useSilentNotes } from '#client/board/silence/silence.ts'
import { boardSilenceTexts } from '#client/board/silence/silence-texts.ts'
import classes from '#client/board/silence/silent-panel.module.css'
import type { StageOption } from '#client/board/silence/use-stages.ts'
import { useTexts } from '#client/ui/texts.ts'

export function OwnNoteRow({ draft, stages }: { draft: OwnDraft; stages: readonly StageOption[] }) {
  const say = useTexts(boardSilenceTexts)
  const { keeper, edit } = useSilentNotes()
  const { draftId, kind, text, stageId, problem } = draft
  const stage = stages.find(({ id }) => id === stageId)
  return (
    <li className={classes.note} data-kind={kind ?? undefined}>
      <span className={classes.head}>
        {say(kind ?? 'plain')}
        {stage && ` · ${stage.title}`}
      </span>
      <p className={classes.words}>{text}</p>
      {problem && <p className={classes.problem}>{say(problemWords[problem])}</p>}
      <span className={classes.actions}>
        <Button variant="subtle" size="sm" onClick={() => edit(draftId)}>
          {say('edit')}
        </Button>
        <Button variant="subtle" color="gray" size="sm" onClick={() => keeper?.remove(draftId)}>
          {say('delete')}
        </Button>
      </span>
    </li>
  )
}
