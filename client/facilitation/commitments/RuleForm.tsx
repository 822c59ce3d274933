// One ground rule being written: its sentence, and why.
import { Button, Group, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTexts } from '#client/ui/texts.ts'
import type { GroundRule } from '#shared/facilitation/ground-rules.ts'
import classes from './RulesEditor.module.css'
import { commitmentTexts } from './texts-commitments.ts'

type Props = {
  rule?: GroundRule
  onSave: (words: { rule: string; why: string | null }) => void
  onCancel: () => void
}

export function RuleForm({ rule: before, onSave, onCancel }: Props) {
  const t = useTexts(commitmentTexts)
  const [rule, setRule] = useState(before?.rule ?? '')
  const [why, setWhy] = useState(before?.why ?? '')
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (rule.trim() !== '') onSave({ rule: rule.trim(), why: why.trim() || null })
  }
  return (
    <form onSubmit={save} className={classes.form}>
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
      <Group gap="xs">
        <Button type="submit">{t(before ? 'saveRule' : 'addRule')}</Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t('keep')}
        </Button>
      </Group>
    </form>
  )
}
