// Everything a facilitator can do now, searchable, with the key of each. Built from the steps of the strip and nothing else.
import { TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Dialog } from '#client/facilitation/panel/Dialog.tsx'
import panel from '#client/facilitation/panel/panel.module.css'
import { type StripStep, stepGroups } from '#client/facilitation/panel/strip-steps.tsx'
import { isTyping } from '#client/facilitation/use-hand.ts'
import { useKeyNames } from '#client/ui/keys/key-names.ts'
import { useTexts } from '#client/ui/texts.ts'
import { commandTexts } from './command-texts.ts'
import classes from './commands.module.css'
import { letterIn, letterOf, opensCommands } from './shortcuts.ts'

type Props = { steps: readonly StripStep[]; isOpen: boolean; onOpen: () => void; onClose: () => void }

export function CommandList({ steps, isOpen, onOpen, onClose }: Props) {
  const t = useTexts(commandTexts)
  useKeys(steps, onOpen)
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('title')}>
      <Commands steps={steps} onClose={onClose} />
    </Dialog>
  )
}

function Commands({ steps, onClose }: Pick<Props, 'steps' | 'onClose'>) {
  const t = useTexts(commandTexts)
  const keyName = useKeyNames()
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLocaleLowerCase()
  const found = steps.filter((step) => wordsOf(step).toLocaleLowerCase().includes(wanted))
  const run = ({ act }: StripStep) => {
    onClose()
    act()
  }
  const runFirst = (event: FormEvent) => {
    event.preventDefault()
    if (found[0]) run(found[0])
  }
  return (
    <>
      <form onSubmit={runFirst}>
        <TextInput
          data-autofocus
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      </form>
      {found.length === 0 && (
        <p role="status" className={panel.dimmed}>
          {t('none')}
        </p>
      )}
      {stepGroups.map((group) => {
        const inGroup = found.filter((step) => step.group === group)
        if (inGroup.length === 0) return null
        return (
          <section key={group} aria-label={t(group)}>
            <h3 className={classes.group}>{t(group)}</h3>
            {inGroup.map((step) => (
              <button key={step.step} type="button" className={classes.command} onClick={() => run(step)}>
                {step.icon}
                <span className={classes.words}>{wordsOf(step)}</span>
                <Keys step={step.step} />
              </button>
            ))}
          </section>
        )
      })}
      <p className={`${panel.small} ${panel.dimmed} ${classes.hint}`}>
        {t('keys', { control: keyName('control') })}
      </p>
    </>
  )
}

function Keys({ step }: { step: StripStep['step'] }) {
  const keyName = useKeyNames()
  const letter = letterOf(step)
  if (letter === null) return null
  return (
    <span className={classes.keys}>
      {[keyName('alt'), keyName('shift'), letter].map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}

const wordsOf = ({ label, aloud }: StripStep) => aloud ?? label

/** Before the board's own keys and before the browser's. Nothing happens while a dialog is open. */
function useKeys(steps: readonly StripStep[], onOpen: () => void): void {
  const now = useRef({ steps, onOpen })
  useEffect(() => {
    now.current = { steps, onOpen }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isInDialog = document.querySelector('[role=dialog][aria-modal=true]') !== null
      if (isInDialog || event.repeat) return
      const letter = letterIn(event)
      const step = letter && now.current.steps.find((one) => letterOf(one.step) === letter)
      const opens = opensCommands(event, isTyping(event.target))
      if (!step && !opens) return
      event.preventDefault()
      event.stopPropagation()
      if (step) step.act()
      else now.current.onOpen()
    }
    globalThis.addEventListener('keydown', onKey, { capture: true })
    return () => globalThis.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}
