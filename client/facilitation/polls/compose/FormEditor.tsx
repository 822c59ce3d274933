// All that is asked together: one question open for editing, the others as lines; how, when and how long under them.
import { Button, Group, Radio, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useId } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { mostQuestions, type Phase } from '#shared/facilitation/poll-form.ts'
import classes from './compose.module.css'
import {
  emptyQuestion,
  type FormDraft,
  type FormMode,
  type Missing,
  type QuestionDraft,
} from './form-draft.ts'
import { QuestionEditor } from './QuestionEditor.tsx'
import { composeTexts } from './texts-compose.ts'

type Props = {
  draft: FormDraft
  change: (part: Partial<FormDraft>) => void
  missing: Missing | null
  /** The question that is open, by its place. */
  open: number
  setOpen: (place: number) => void
}

export function FormEditor({ draft, change, missing, open, setOpen }: Props) {
  const t = useTexts(composeTexts)
  const { questions } = draft
  const isMany = questions.length > 1
  const edit = (place: number) => (part: Partial<QuestionDraft>) =>
    change({ questions: questions.map((one, index) => (index === place ? { ...one, ...part } : one)) })
  return (
    <Stack gap="md">
      {isMany && (
        <TextInput
          label={t('title')}
          description={t('titleHint')}
          classNames={{ description: panel.description }}
          value={draft.title}
          maxLength={120}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
      )}
      <ol className={isMany ? classes.questions : undefined}>
        {questions.map((question, place) =>
          place === open || !isMany ? (
            <li key={question.draftId}>
              {isMany && (
                <Group justify="space-between" mb="xs">
                  <Text fw={600}>{t('questionNumber', { place: place + 1 })}</Text>
                  <Button
                    variant="subtle"
                    color="gray"
                    leftSection={<IconTrash {...iconProps} />}
                    onClick={() => {
                      change({ questions: questions.filter((_, index) => index !== place) })
                      setOpen(Math.max(0, place - 1))
                    }}
                  >
                    {t('removeQuestion')}
                  </Button>
                </Group>
              )}
              <QuestionEditor
                draft={question}
                change={edit(place)}
                missing={missing?.place === place ? missing.what : null}
              />
            </li>
          ) : (
            <li key={question.draftId}>
              <button type="button" className={classes.closed} onClick={() => setOpen(place)}>
                <span className={classes.number}>{place + 1}</span>
                <span className={classes.words}>{question.question || t('unwritten')}</span>
                <span className={classes.kind}>{t(question.kind)}</span>
              </button>
            </li>
          ),
        )}
      </ol>
      {questions.length < mostQuestions && (
        <Button
          variant="default"
          leftSection={<IconPlus {...iconProps} />}
          className={classes.start}
          onClick={() => {
            const draftId = 1 + Math.max(...questions.map((one) => one.draftId))
            change({ questions: [...questions, emptyQuestion(draftId)] })
            setOpen(questions.length)
          }}
        >
          {t('addQuestion')}
        </Button>
      )}
      <Mode draft={draft} change={change} />
      <Timing draft={draft} change={change} />
    </Stack>
  )
}

type PartProps = Pick<Props, 'draft' | 'change'>
const modes: readonly FormMode[] = ['anonymous', 'unnamed', 'named']

function Mode({ draft, change }: PartProps) {
  const t = useTexts(composeTexts)
  const minimum = useFacilitation((state) => state.view.info.minimumGroup)
  return (
    <Radio.Group
      label={t('mode')}
      value={draft.mode}
      onChange={(value) => change({ mode: modes.find((mode) => mode === value) ?? 'anonymous' })}
    >
      <Stack gap="xs" mt={4}>
        {modes.map((mode) => (
          <Radio key={mode} value={mode} label={t(mode)} description={t(`${mode}What`, { minimum })} />
        ))}
      </Stack>
    </Radio.Group>
  )
}

const phases: readonly Phase[] = ['start', 'during', 'end']
const durations = [1, 2, 3, 5, 10]

function Timing({ draft, change }: PartProps) {
  const t = useTexts(composeTexts)
  const phaseLabel = useId()
  return (
    <div className={classes.pair}>
      <Stack gap={4}>
        <Text fw={600} id={phaseLabel}>
          {t('phase')}
        </Text>
        <SegmentedControl
          aria-labelledby={phaseLabel}
          size="md"
          fullWidth
          classNames={{ label: panel.segment }}
          data={phases.map((phase) => ({ value: phase, label: t(phase) }))}
          value={draft.phase}
          onChange={(phase) => change({ phase })}
        />
        <Text size="xs" c="dimmed">
          {t('phaseHint')}
        </Text>
      </Stack>
      <Select
        label={t('duration')}
        data={[
          { value: 'open', label: t('untilClosed') },
          ...durations.map((count) => ({ value: String(count), label: t('minutes', { count }) })),
        ]}
        value={draft.minutes === null ? 'open' : String(draft.minutes)}
        onChange={(value) => change({ minutes: value === 'open' || value === null ? null : Number(value) })}
        allowDeselect={false}
      />
    </div>
  )
}
