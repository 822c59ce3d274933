// Stage, kind, text: a silent note without the canvas.
import { Button, Checkbox, Group, NativeSelect, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { boardSilenceTexts } from '#client/board/silence/silence-texts.ts'
import classes from '#client/board/silence/silent-panel.module.css'
import type { StageOption } from '#client/board/silence/use-stages.ts'
import { useTexts } from '#client/ui/texts.ts'
import { noteKinds } from '#shared/board/shapes.ts'
import { DraftContent } from '#shared/silence/drafts.ts'

type Props = {
  start?: DraftContent
  stages: readonly StageOption[]
  myDepartment: { departmentId: string; title: string } | null
  submit: string
  onSubmit: (content: DraftContent) => void
  children?: ReactNode
}

export function SilentForm({ start, stages, myDepartment, submit, onSubmit, children }: Props) {
  const say = useTexts(boardSilenceTexts)
  const [text, setText] = useState(start?.text ?? '')
  const [kind, setKind] = useState<string>(start?.kind ?? '')
  const [stageId, setStageId] = useState(start ? (start.stageId ?? '') : (stages[0]?.id ?? ''))
  const [hasDepartment, setDepartment] = useState(start ? start.departmentId !== null : false)
  const stage = stages.find(({ id }) => id === stageId)
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        const noteKind = noteKinds.find((each) => each === kind) ?? null
        // Where it lay is kept as long as it stays in its stage.
        const isSameStage = start !== undefined && start.stageId === (stage?.id ?? null)
        const laneId =
          isSameStage && start.kind === noteKind ? start.laneId : (stage?.laneFor(noteKind) ?? null)
        const content = DraftContent.safeParse({
          ...{ text, kind: noteKind, stageId: stage?.id ?? null, laneId },
          departmentId: hasDepartment ? (myDepartment?.departmentId ?? null) : null,
        })
        if (!content.success) return
        onSubmit(content.data)
        if (!start) setText('')
      }}
    >
      <div className={classes.choices}>
        <NativeSelect
          label={say('stage')}
          value={stageId}
          onChange={(event) => setStageId(event.currentTarget.value)}
          data={[
            ...stages.map(({ id, title }) => ({ value: id, label: title })),
            { value: '', label: say('noStage') },
          ]}
        />
        <NativeSelect
          label={say('kind')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value)}
          data={[
            { value: '', label: say('plain') },
            ...noteKinds.map((each) => ({ value: each, label: say(each) })),
          ]}
        />
      </div>
      <Textarea
        label={say('words')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        placeholder={say('placeholder')}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={10}
        autoFocus={start !== undefined}
        required
      />
      {myDepartment && (
        <Checkbox
          label={`${say('department')}: ${myDepartment.title}`}
          checked={hasDepartment}
          onChange={(event) => setDepartment(event.currentTarget.checked)}
        />
      )}
      <Group gap="xs">
        <Button type="submit">{submit}</Button>
        {children}
      </Group>
    </form>
  )
}
