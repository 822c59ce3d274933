// A value of a card in a sheet: a field for those who may change it, words for those who may not.
import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { SharedTextField } from '#client/board/twin/SharedTextField.tsx'
import { readScore } from '#client/board/twin/scores.ts'
import classes from '#client/board/twin/sheet/sheet.module.css'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { OwnShapeOf } from '#shared/board/new-shape.ts'
import { type OwnShape, textProps } from '#shared/board/shapes.ts'

export function ReadValue({ label, value }: { label: string; value: string }) {
  return (
    <dl className={classes.read}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </dl>
  )
}

type TextProps = {
  shape: OwnShape
  prop: string
  label: string
  value: string
  isFixed: boolean
  isLine?: boolean
  /** Gets the focus when the sheet opens. */
  isFirst?: boolean
}
export function TextField({
  shape,
  prop,
  label,
  value,
  isFixed,
  isLine = false,
  isFirst = false,
}: TextProps) {
  if (isFixed) return value === '' ? null : <ReadValue label={label} value={value} />
  return (
    <SharedTextField
      key={`${shape.id} ${prop}`}
      shapeId={shape.id}
      prop={prop}
      label={label}
      value={value}
      maxLength={textProps[shape.type][prop] ?? 0}
      isLine={isLine}
      data-autofocus={isFirst || undefined}
    />
  )
}

type TitleProps = {
  shape: OwnShapeOf<'journey-map' | 'stage' | 'lane' | 'touchpoint' | 'cluster'>
  isFixed: boolean
  isNew?: boolean
}
/** The first field of what is called by a title. */
export function TitleField({ shape, isFixed, isNew = false }: TitleProps) {
  const say = useTexts(twinTexts)
  const { title } = shape.props
  return (
    <TextField
      {...{ shape, isFixed }}
      prop="title"
      label={say('title')}
      value={title}
      isLine
      isFirst={isNew}
    />
  )
}

type ChoiceProps = {
  label: string
  value: string
  choices: readonly { value: string; label: string }[]
  isFixed: boolean
  onSave: (value: string) => void
}
export function ChoiceField({ label, value, choices, isFixed, onSave }: ChoiceProps) {
  if (isFixed)
    return <ReadValue label={label} value={choices.find((each) => each.value === value)?.label ?? value} />
  return (
    <NativeSelect
      size="md"
      label={label}
      value={value}
      data={[...choices]}
      onChange={(event) => onSave(event.currentTarget.value)}
    />
  )
}

type ScoreProps = {
  label: string
  /** As it is written. */
  value: string
  isFixed: boolean
  onSave: (value: number | null) => void
}
/** Saved when the field is left, or by Enter. */
export function ScoreField({ label, value, isFixed, onSave }: ScoreProps) {
  const say = useTexts(twinTexts)
  const [written, setWritten] = useState<string | null>(null)
  if (isFixed) return <ReadValue label={label} value={value || say('noValue')} />
  const score = written === null ? null : readScore(written)
  const save = () => {
    if (written === null || score === undefined) return
    if (written !== value) onSave(score)
    setWritten(null)
  }
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      autoComplete="off"
      value={written ?? value}
      error={score === undefined ? say('notAScore') : undefined}
      onChange={(event) => setWritten(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
        if (event.key === 'Escape' && written !== null && written !== value) {
          event.stopPropagation()
          setWritten(null)
        }
      }}
    />
  )
}
