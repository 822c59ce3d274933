// One ground rule being written: its sentence, and why.
import { Button, Group, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { TheirText } from '#client/facilitation/two-writers/TheirText.tsx'
import { useWords } from '#client/facilitation/two-writers/use-words.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { GroundRule } from '#shared/facilitation/ground-rules.ts'
import type { Reply } from '#shared/facilitation/protocol.ts'
import classes from './RulesEditor.module.css'
import { commitmentTexts } from './texts-commitments.ts'

type Wording = { rule: string; why: string | null }
type Props = {
  rule?: GroundRule
  /** `was`: how it read when one began, or when one last saw it. */
  onSave: (words: Wording, was: Wording) => Promise<Reply>
  /** Saved, or given up. */
  onDone: () => void
}

export function RuleForm({ rule: before, onSave, onDone }: Props) {
  const t = useTexts(commitmentTexts)
  const [rule, setRule] = useState(before?.rule ?? '')
  const [why, setWhy] = useState(before?.why ?? '')
  const now = { rule: before?.rule ?? '', why: before?.why ?? null }
  const { theirs, isSaving, save } = useWords(now, onDone)
  const mine = { rule: rule.trim(), why: why.trim() || null }
  const keep = () => save(mine, (was) => onSave(mine, was))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (mine.rule !== '') keep()
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <Textarea
        label={t('rule')}
        value={rule}
        onChange={(event) => setRule(event.currentTarget.value)}
        maxLength={200}
        autosize
        minRows={1}
        maxRows={4}
        required
        withAsterisk={false}
        // The click that opened it asked for it.
        autoFocus
      />
      <Textarea
        label={t('why')}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
        maxLength={280}
        autosize
        minRows={1}
        maxRows={4}
      />
      <TheirText
        theirs={theirs && [theirs.now.rule, theirs.now.why].filter(Boolean).join('\n')}
        onKeep={keep}
        onTake={onDone}
      />
      <Group gap="xs">
        <Button type="submit" loading={isSaving}>
          {t(before ? 'saveRule' : 'addRule')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t('keep')}
        </Button>
      </Group>
    </form>
  )
}
