// The fields of the poll form: suggestions, the question, the words of the scale, when and how long.
import { Group, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'
import {
  blankIn,
  type Draft,
  fromSuggestion,
  suggestionsFor,
  withQuestion,
} from '#client/facilitation/poll-draft.ts'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Phase } from '#shared/facilitation/poll-form.ts'
import { type ScaleId, type SuggestedQuestion, scales } from '#shared/templates/questions.ts'
import panel from './panel.module.css'

/** What stands in the way of opening the poll: an empty field, or the server's refusal. */
export type Problem =
  | 'question'
  | 'blank'
  | 'lowLabel'
  | 'highLabel'
  | 'group-too-small'
  | 'too-similar'
  | null

type Props = { draft: Draft; change: (part: Partial<Draft>) => void }

const phases: readonly Phase[] = ['start', 'during', 'end']
const durations = [1, 2, 3, 5, 10]
const keyOf = ({ questionKey, phase }: SuggestedQuestion) => `${questionKey} ${phase}`

export function Suggestions({ draft, change }: Props) {
  const t = useTexts(pollTexts)
  const { language } = useFacilitation((state) => state.view.info)
  const agenda = useFacilitation((state) => state.view.agenda)
  const suggestions = suggestionsFor(agenda)
  const groups = phases.map((phase) => ({
    group: t(phase),
    items: suggestions
      .filter((suggestion) => suggestion.phase === phase)
      .map((suggestion) => ({ value: keyOf(suggestion), label: suggestion.question[language] })),
  }))
  return (
    <Select
      label={t('suggestion')}
      placeholder={t('own')}
      data={groups}
      value={draft.suggestion ? keyOf(draft.suggestion) : null}
      onChange={(value) => {
        const chosen = suggestions.find((suggestion) => keyOf(suggestion) === value)
        change(chosen ? fromSuggestion(draft, chosen, language) : { suggestion: null, question: '' })
      }}
      clearable
      clearButtonProps={{ 'aria-label': t('own') }}
    />
  )
}

export function QuestionField({ draft, change, problem }: Props & { problem: Problem }) {
  const t = useTexts(pollTexts)
  const field = useRef<HTMLTextAreaElement>(null)
  const { suggestion } = draft
  // A suggestion with something to fill in is no question yet: the next keystroke fills it.
  useEffect(() => {
    if (suggestion && field.current && blankIn(field.current.value)) field.current.focus()
  }, [suggestion])
  return (
    <Textarea
      ref={field}
      label={t('question')}
      description={t('questionHint')}
      value={draft.question}
      onChange={(event) => change(withQuestion(draft, event.currentTarget.value))}
      onFocus={({ currentTarget }) => {
        const blank = suggestion && blankIn(currentTarget.value)
        if (blank) currentTarget.setSelectionRange(blank.from, blank.to)
      }}
      error={problem === 'question' ? t('questionEmpty') : problem === 'blank' ? t('questionBlank') : null}
      classNames={{ description: panel.description }}
      maxLength={280}
      autosize
      minRows={2}
      data-autofocus
    />
  )
}

export function ScaleWords({ draft, change, problem }: Props & { problem: Problem }) {
  const t = useTexts(pollTexts)
  const { language } = useFacilitation((state) => state.view.info)
  const options = Object.entries(scales).map(([value, words]) => ({
    value,
    label: t('scaleFromTo', { low: words[0][language], high: words[4][language] }),
  }))
  return (
    <>
      <Select
        label={t('scale')}
        data={[...options, { value: 'own', label: t('scaleOwn') }]}
        value={draft.scaleId}
        onChange={(value) => {
          if (value === 'own' || (value !== null && isScaleId(value))) change({ scaleId: value })
        }}
        allowDeselect={false}
      />
      {draft.scaleId === 'own' && (
        <Group gap="sm" grow align="start">
          <TextInput
            label={t('low')}
            value={draft.lowLabel}
            onChange={(event) => change({ lowLabel: event.currentTarget.value })}
            error={problem === 'lowLabel' ? t('labelEmpty') : null}
            maxLength={60}
          />
          <TextInput
            label={t('high')}
            value={draft.highLabel}
            onChange={(event) => change({ highLabel: event.currentTarget.value })}
            error={problem === 'highLabel' ? t('labelEmpty') : null}
            maxLength={60}
          />
        </Group>
      )}
    </>
  )
}

const isScaleId = (value: string): value is ScaleId => Object.hasOwn(scales, value)

export function Timing({ draft, change }: Props) {
  const t = useTexts(pollTexts)
  const phaseLabel = useId()
  return (
    <Group gap="md" align="start" grow preventGrowOverflow={false}>
      <Stack gap={4}>
        <Text fw={600} id={phaseLabel}>
          {t('phase')}
        </Text>
        <SegmentedControl
          aria-labelledby={phaseLabel}
          size="md"
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
    </Group>
  )
}
