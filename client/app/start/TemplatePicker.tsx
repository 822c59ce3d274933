// The templates as small drawings of the maps they become; the first is chosen, so that nobody has to.
import { IconCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { useLanguage } from '#client/ui/language.ts'
import { type TranslateOf, useTexts } from '#client/ui/texts.ts'
import type { TemplateCard } from '#shared/templates/template.ts'
import { OwnTemplates, TemplateFromFile } from './OwnTemplates.tsx'
import { startTexts } from './start-texts.ts'
import { TemplateDrawing } from './TemplateDrawing.tsx'
import classes from './TemplatePicker.module.css'
import type { OwnTemplateChoice } from './use-own-templates.ts'

type Props = {
  /** null until they have come. */
  cards: readonly TemplateCard[] | null
  hasFailed: boolean
  chosen: string | null
  onChoose: (templateId: string) => void
  own: OwnTemplateChoice
}

/** As many empty places as there will be cards, so that nothing below moves when they come. */
const expected = ['a', 'b', 'c', 'd', 'e', 'f']

export function TemplatePicker({ cards, hasFailed, chosen, onChoose, own }: Props) {
  const t = useTexts(startTexts)
  const language = useLanguage()
  const group = useId()
  const hintId = useId()

  return (
    <fieldset className={classes.group} aria-describedby={hintId}>
      <legend className={classes.label}>{t('template')}</legend>
      <span className={classes.hint} id={hintId}>
        {hasFailed ? t('templatesFailed') : t('templateHint')}
      </span>{' '}
      <TemplateFromFile own={own} />
      {!hasFailed && (
        <div className={classes.cards}>
          {cards === null
            ? expected.map((place) => <div key={place} className={classes.waiting} />)
            : cards.map((card) => (
                <label key={card.id} className={classes.card}>
                  <input
                    type="radio"
                    name={group}
                    value={card.id}
                    checked={own.chosen === null && card.id === chosen}
                    onChange={() => {
                      own.choose(null)
                      onChoose(card.id)
                    }}
                  />
                  <TemplateDrawing sketch={card.sketch} className={classes.drawing} />
                  <span className={classes.name}>
                    {breakable(card.title[language])}
                    <span className={classes.tick}>
                      <IconCheck size={16} stroke={1.6} aria-hidden="true" />
                    </span>
                  </span>
                  <span className={classes.size}>{sizeOf(card, t)}</span>
                </label>
              ))}
        </div>
      )}
      <OwnTemplates own={own} group={group} />
    </fieldset>
  )
}

/** Browsers without a dictionary hyphenate nothing: they are told where the one word may break that a phone cannot hold. */
const breakable = (title: string): string =>
  title.replace('Vertragsverlängerung', 'Vertrags\u00ADverlängerung')

function sizeOf(card: TemplateCard, t: TranslateOf<typeof startTexts>): string {
  if (card.minutes === 0) return t('withoutAgenda')
  return [
    t('stages', { count: card.stages }),
    t('lanes', { count: card.lanes }),
    t('minutes', { count: card.minutes }),
  ].join(', ')
}
