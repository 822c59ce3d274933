// The options of a question, one in each line; Enter goes on to the next, several pasted lines become several options.
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './compose.module.css'
import { mostOptions } from './form-draft.ts'
import type { EditorProps } from './QuestionEditor.tsx'
import { composeTexts } from './texts-compose.ts'

export function OptionsEditor({ draft, change, missing }: EditorProps) {
  const t = useTexts(composeTexts)
  const list = useRef<HTMLUListElement>(null)
  /** The field to type in once it is there. */
  const [wanted, setWanted] = useState<number | null>(null)
  const { options } = draft
  const most = mostOptions(draft.kind)
  useEffect(() => {
    if (wanted === null) return
    list.current?.querySelectorAll('input')[wanted]?.focus()
    setWanted(null)
  }, [wanted])
  const set = (next: readonly string[]) => change({ options: next.slice(0, most) })
  const keyDown = (place: number) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault() // Enter would open the poll
    if (place === options.length - 1 && options.length < most) set([...options, ''])
    setWanted(Math.min(place + 1, most - 1))
  }
  const paste = (place: number) => (event: ClipboardEvent) => {
    const lines = event.clipboardData
      .getData('text')
      .split(/\r?\n/)
      .map((line) => line.trim().slice(0, 80))
      .filter((line) => line !== '')
    if (lines.length < 2) return
    event.preventDefault()
    set([...options.slice(0, place), ...lines, ...options.slice(place + 1)])
  }
  return (
    <fieldset className={classes.options}>
      <legend>{t('options')}</legend>
      <ul ref={list}>
        {options.map((option, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
          <li key={place}>
            <TextInput
              aria-label={t('option', { place: place + 1 })}
              value={option}
              maxLength={80}
              onChange={(event) => {
                const { value } = event.currentTarget
                set(options.map((one, index) => (index === place ? value : one)))
              }}
              onKeyDown={keyDown(place)}
              onPaste={paste(place)}
            />
            {options.length > 2 && (
              <ActionIcon
                className={classes.icon}
                aria-label={t('removeOption', { place: place + 1 })}
                onClick={() => {
                  set(options.filter((_, index) => index !== place))
                  setWanted(Math.max(0, place - 1))
                }}
              >
                <IconX {...iconProps} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {(missing === 'options' || missing === 'twice') && (
        <p className={classes.problem} role="alert">
          {t(missing === 'options' ? 'optionsMissing' : 'optionsTwice')}
        </p>
      )}
      {options.length < most && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconPlus {...iconProps} />}
          onClick={() => {
            set([...options, ''])
            setWanted(options.length)
          }}
        >
          {t('addOption')}
        </Button>
      )}
    </fieldset>
  )
}
