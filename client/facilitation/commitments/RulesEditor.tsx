// Where a facilitator writes the ground rules, before the workshop and during it: add, change, reorder, remove and undo.
import { ActionIcon, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { composer } from '#client/facilitation/panel/Composer.tsx'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { explainedHere } from '#client/facilitation/two-writers/use-words.ts'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { randomUuid } from '#client/ui/random-uuid.ts'
import { useTexts } from '#client/ui/texts.ts'
import { type GroundRule, mostRules } from '#shared/facilitation/ground-rules.ts'
import { RuleId } from '#shared/ids.ts'
import { RuleForm } from './RuleForm.tsx'
import classes from './RulesEditor.module.css'
import { commitmentTexts } from './texts-commitments.ts'

export const RulesEditor = composer(commitmentTexts, (t) => t('rules'), Rules, 'lg')

function Rules() {
  const t = useTexts(commitmentTexts)
  const { send } = useRoom()
  const { rules, removed } = useFacilitation((state) => state.view.checkIn)
  const [editing, setEditing] = useState<RuleId | 'new' | null>(null)
  const [isUndoing, setUndoing] = useState(false)
  const last = removed.at(-1)?.rule
  const stop = () => setEditing(null)
  return (
    <Stack gap="md">
      <Text c="dimmed">{t(rules.length === 0 ? 'rulesEmpty' : 'editWhat')}</Text>
      {rules.length > 0 && (
        <ol className={classes.rules}>
          {rules.map((rule, index) => (
            <li key={rule.ruleId} className={classes.rule}>
              {editing === rule.ruleId ? (
                <RuleForm
                  rule={rule}
                  onDone={stop}
                  onSave={(words, was) =>
                    send({ type: 'rule.change', ruleId: rule.ruleId, ...words, was }, explainedHere)
                  }
                />
              ) : (
                <Rule
                  rule={rule}
                  above={rules[index - 1]}
                  below={rules[index + 1]}
                  after={rules[index + 2]}
                  onEdit={() => setEditing(rule.ruleId)}
                  onRemove={() => {
                    void send({ type: 'rule.remove', ruleId: rule.ruleId })
                    setUndoing(true)
                  }}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {isUndoing && last && (
        <p className={classes.removed} role="status">
          <span className={panel.small}>{t('removed', { rule: last.rule })}</span>
          <TextButton onClick={() => void send({ type: 'rule.restore', ruleId: last.ruleId })}>
            {t('undo')}
          </TextButton>
        </p>
      )}
      {editing === 'new' ? (
        <RuleForm
          onDone={stop}
          onSave={(words) => send({ type: 'rule.add', ruleId: RuleId.parse(randomUuid()), ...words })}
        />
      ) : rules.length < mostRules ? (
        <TextButton onClick={() => setEditing('new')}>{t('addRule')}</TextButton>
      ) : (
        <Text c="dimmed">{t('full', { count: mostRules })}</Text>
      )}
    </Stack>
  )
}

type RuleProps = {
  rule: GroundRule
  above: GroundRule | undefined
  below: GroundRule | undefined
  after: GroundRule | undefined
  onEdit: () => void
  onRemove: () => void
}

function Rule({ rule: { ruleId, rule, why }, above, below, after, onEdit, onRemove }: RuleProps) {
  const t = useTexts(commitmentTexts)
  const { send } = useRoom()
  const move = (before: RuleId | null) => void send({ type: 'rule.move', ruleId, before })
  return (
    <>
      <span className={classes.words}>
        <span className={classes.text}>{rule}</span>
        {why && <span className={`${panel.small} ${panel.dimmed}`}>{why}</span>}
      </span>
      <span className={classes.tools}>
        <ActionIcon
          aria-label={t('upRule', { rule })}
          data-off={!above || undefined}
          aria-disabled={!above}
          onClick={() => above && move(above.ruleId)}
        >
          <IconArrowUp {...iconProps} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('downRule', { rule })}
          data-off={!below || undefined}
          aria-disabled={!below}
          onClick={() => below && move(after?.ruleId ?? null)}
        >
          <IconArrowDown {...iconProps} />
        </ActionIcon>
        <ActionIcon aria-label={t('editRule', { rule })} onClick={onEdit}>
          <IconPencil {...iconProps} />
        </ActionIcon>
        <ActionIcon aria-label={t('removeRule', { rule })} onClick={onRemove}>
          <IconTrash {...iconProps} />
        </ActionIcon>
      </span>
    </>
  )
}
