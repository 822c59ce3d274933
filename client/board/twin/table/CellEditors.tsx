// The fields that a cell of the table turns into while it is edited.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { readScore } from '#client/board/twin/scores.ts'
import classes from '#client/board/twin/table/table.module.css'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { inOneLine, type TypedText, useTyping } from '#client/board/twin/use-typing.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'

export type EndOfEdit = { isDiscarded: boolean; goTo: 'stay' | 'next' | 'previous' | 'away' }
type Shared = {
  label: string
  /** What the person began with by typing; null for the contents as they are. */
  typed: string | null
  onEnd: (end: EndOfEdit) => void
}

/** Null: the key is the field's own. */
function endBy(event: KeyboardEvent): EndOfEdit | null {
  if (event.nativeEvent.isComposing) return null
  if (event.key === 'Escape') return { isDiscarded: true, goTo: 'stay' }
  if (event.key === 'Enter' && !event.shiftKey) return { isDiscarded: false, goTo: 'stay' }
  if (event.key === 'Tab') return { isDiscarded: false, goTo: event.shiftKey ? 'previous' : 'next' }
  return null
}

type TextProps = Shared & TypedText & { maxLength: number }

/** What is typed is there for everybody at once; Esc takes one's own back. */
export function TextEditor({ shapeId, prop, value, maxLength, label, typed: begun, onEnd }: TextProps) {
  const { edits } = useTwin()
  const { field, begin, type } = useTyping({ shapeId, prop, value })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the cell begins to be edited.
  useEffect(() => {
    const textarea = field.current
    textarea?.focus()
    if (textarea && begun !== null) {
      textarea.value = begun
      type(begun)
    } else textarea?.select()
    begin()
  }, [])
  return (
    <textarea
      ref={field}
      className={classes.editor}
      aria-label={label}
      defaultValue={value}
      maxLength={maxLength}
      rows={2}
      spellCheck
      onBlur={() => onEnd({ isDiscarded: false, goTo: 'away' })}
      onChange={({ currentTarget }) => type(inOneLine(currentTarget.value))}
      onKeyDown={(event) => {
        event.stopPropagation()
        const end = endBy(event)
        if (!end) return
        event.preventDefault()
        if (end.isDiscarded) edits.discardTyping(shapeId, prop)
        onEnd(end)
      }}
    />
  )
}

type ScoreProps = Shared & { value: string; onSave: (value: number | null) => void }

export function ScoreEditor({ label, value, typed, onSave, onEnd }: ScoreProps) {
  const say = useTexts(twinTexts)
  const [written, setWritten] = useState(typed ?? value)
  const [isWrong, setIsWrong] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const isOver = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the cell begins to be edited.
  useEffect(() => {
    field.current?.focus()
    if (typed === null) field.current?.select()
  }, [])
  const end = (how: EndOfEdit) => {
    if (isOver.current) return
    const score = readScore(written)
    if (!how.isDiscarded && score === undefined && how.goTo !== 'away') {
      setIsWrong(true)
      announce(say('notAScore'))
      return
    }
    isOver.current = true
    if (!how.isDiscarded && score !== undefined && written !== value) onSave(score)
    onEnd(how)
  }
  return (
    <>
      <input
        ref={field}
        className={classes.editor}
        data-wrong={isWrong || undefined}
        aria-label={label}
        aria-invalid={isWrong}
        inputMode="decimal"
        autoComplete="off"
        value={written}
        onChange={(event) => {
          setWritten(event.target.value)
          setIsWrong(false)
        }}
        onBlur={() => end({ isDiscarded: false, goTo: 'away' })}
        onKeyDown={(event) => {
          event.stopPropagation()
          const how = endBy(event)
          if (!how) return
          event.preventDefault()
          end(how)
        }}
      />
      {isWrong && <span className={classes.wrong}>{say('notAScore')}</span>}
    </>
  )
}

export type Choice = { value: string; label: string }
type ChoiceProps = Shared & { value: string; choices: readonly Choice[]; onSave: (value: string) => void }

/** With the arrow keys one looks through the choices, so only leaving the cell decides; a click on one does so at once. */
export function ChoiceEditor({ label, value, choices, typed, onSave, onEnd }: ChoiceProps) {
  const [chosen, setChosen] = useState(() => begunWith(choices, typed) ?? value)
  const field = useRef<HTMLSelectElement>(null)
  const isByKey = useRef(true)
  const isOver = useRef(false)
  useEffect(() => field.current?.focus(), [])
  const end = (how: EndOfEdit, next = chosen) => {
    if (isOver.current) return
    isOver.current = true
    if (!how.isDiscarded && next !== value) onSave(next)
    onEnd(how)
  }
  return (
    <select
      ref={field}
      className={classes.editor}
      aria-label={label}
      value={chosen}
      onPointerDown={() => {
        isByKey.current = false
      }}
      onChange={(event) => {
        setChosen(event.target.value)
        if (!isByKey.current) end({ isDiscarded: false, goTo: 'stay' }, event.target.value)
      }}
      onBlur={() => end({ isDiscarded: false, goTo: 'away' })}
      onKeyDown={(event) => {
        event.stopPropagation()
        isByKey.current = true
        const how = endBy(event)
        if (!how) return
        event.preventDefault()
        end(how)
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}

function begunWith(choices: readonly Choice[], typed: string | null): string | undefined {
  if (typed === null) return undefined
  return choices.find(({ label }) => label.toLowerCase().startsWith(typed.toLowerCase()))?.value
}
