// One question on its way to being asked: its kind, its words, and what can be answered.
import { NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { mostWords, type QuestionKind } from '#shared/facilitation/questions.ts'
import { blankIn, scaleIds, scaleIn } from '#shared/templates/poll-sets.ts'
import classes from './compose.module.css'
import type { Missing, QuestionDraft } from './form-draft.ts'
import { OptionsEditor } from './OptionsEditor.tsx'
import { composeTexts } from './texts-compose.ts'

export type EditorProps = {
  draft: QuestionDraft
  change: (part: Partial<QuestionDraft>) => void
  /** What is missing in this question. */
  missing: Missing['what'] | null
}

const kinds: readonly QuestionKind[] = ['scale', 'single', 'multiple', 'ranking', 'points', 'words', 'text']

export function QuestionEditor({ draft, change, missing }: EditorProps) {
  const t = useTexts(composeTexts)
  const field = useRef<HTMLTextAreaElement>(null)
  const { origin } = draft
  // A question with something to fill in is none yet: the next keystroke fills it.
  useEffect(() => {
    if (origin && field.current && blankIn(field.current.value)) field.current.focus()
  }, [origin])
  return (
    <Stack gap="md">
      <Textarea
        ref={field}
        label={t('question')}
        value={draft.question}
        onChange={(event) => change({ question: event.currentTarget.value })}
        onFocus={({ currentTarget }) => {
          const blank = origin && blankIn(currentTarget.value)
          if (blank) currentTarget.setSelectionRange(blank.from, blank.to)
        }}
        error={missing === 'question' ? t('questionEmpty') : missing === 'blank' ? t('blank') : null}
        maxLength={280}
        autosize
        minRows={2}
        data-autofocus
      />
      {draft.hint !== null && (
        <TextInput
          label={t('hint')}
          value={draft.hint}
          maxLength={200}
          onChange={(event) => change({ hint: event.currentTarget.value })}
        />
      )}
      <Select
        label={t('kind')}
        description={t(`${draft.kind}What`)}
        classNames={{ description: panel.description }}
        data={kinds.map((kind) => ({ value: kind, label: t(kind) }))}
        value={draft.kind}
        onChange={(value) => {
          const kind = kinds.find((one) => one === value)
          if (kind) change({ kind })
        }}
        allowDeselect={false}
      />
      {draft.kind === 'scale' && <ScaleFields draft={draft} change={change} missing={missing} />}
      {['single', 'multiple', 'ranking', 'points'].includes(draft.kind) && (
        <OptionsEditor draft={draft} change={change} missing={missing} />
      )}
      {draft.kind === 'multiple' && (
        <Count label={t('most')} value={draft.most} min={2} max={12} onChange={(most) => change({ most })} />
      )}
      {draft.kind === 'points' && (
        <Count
          label={t('pointsEach')}
          value={draft.points}
          min={1}
          max={20}
          onChange={(points) => change({ points })}
        />
      )}
      {draft.kind === 'words' && (
        <Count
          label={t('mostWords')}
          value={Math.min(draft.most, mostWords)}
          min={1}
          max={mostWords}
          onChange={(most) => change({ most })}
        />
      )}
    </Stack>
  )
}

type CountProps = {
  label: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

function Count({ label, value, min, max, onChange }: CountProps) {
  return (
    <NumberInput
      label={label}
      value={value}
      min={min}
      max={max}
      clampBehavior="strict"
      allowDecimal={false}
      onChange={(next) => {
        if (typeof next === 'number' && next >= min && next <= max) onChange(next)
      }}
      maw="16rem"
    />
  )
}

function ScaleFields({ draft, change, missing }: EditorProps) {
  const t = useTexts(composeTexts)
  const { language } = useFacilitation((state) => state.view.info)
  const { ownScale, keptScale, scaleId } = draft
  const fromTo = ({ min, max, lowLabel, highLabel }: ReturnType<typeof scaleIn>) =>
    t('scaleFromTo', { min, max, low: lowLabel, high: highLabel })
  const data = [
    ...(keptScale ? [{ value: 'kept', label: fromTo(keptScale) }] : []),
    ...scaleIds.map((id) => ({ value: id, label: fromTo(scaleIn(id, language)) })),
    { value: 'own', label: t('scaleOwn', { min: 1, max: 5 }) },
    { value: 'own-10', label: t('scaleOwn', { min: 0, max: 10 }) },
  ].filter(({ value, label }, place, all) => value === 'kept' || all[0]?.label !== label || place === 0)
  const value = scaleId === 'own' && ownScale.max === 10 ? 'own-10' : scaleId
  return (
    <>
      <Select
        label={t('scaleWords')}
        data={data}
        value={value}
        onChange={(next) => {
          if (next === null) return
          if (next === 'own' || next === 'own-10')
            change({ scaleId: 'own', ownScale: { ...ownScale, max: next === 'own' ? 5 : 10 } })
          else change({ scaleId: next })
        }}
        allowDeselect={false}
      />
      {scaleId === 'own' && (
        <div className={classes.pair}>
          <TextInput
            label={t('means', { value: ownScale.max === 10 ? 0 : 1 })}
            value={ownScale.lowLabel}
            onChange={(event) => change({ ownScale: { ...ownScale, lowLabel: event.currentTarget.value } })}
            error={missing === 'lowLabel' ? t('labelEmpty') : null}
            maxLength={60}
          />
          <TextInput
            label={t('means', { value: ownScale.max })}
            value={ownScale.highLabel}
            onChange={(event) => change({ ownScale: { ...ownScale, highLabel: event.currentTarget.value } })}
            error={missing === 'highLabel' ? t('labelEmpty') : null}
            maxLength={60}
          />
        </div>
      )}
    </>
  )
}
