// Templates of one's own below those that come with Runde: kept in this browser, or from a file.
import { IconCheck, IconTrash } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { FileInput } from '#client/ui/FileInput.tsx'
import { useTexts } from '#client/ui/texts.ts'
import classes from './OwnTemplates.module.css'
import { ownTemplateTexts } from './own-template-texts.ts'
import { TemplateDrawing } from './TemplateDrawing.tsx'
import pickerClasses from './TemplatePicker.module.css'
import type { OwnTemplateChoice } from './use-own-templates.ts'

type Props = {
  own: OwnTemplateChoice
  /** Of the radio buttons above: one template is chosen among all of them. */
  group: string
}

export function OwnTemplates({ own, group }: Props) {
  const t = useTexts(ownTemplateTexts)
  const titleId = useId()
  const { templates, chosen, failure, undone } = own
  if (templates.length === 0 && failure === null && undone === null) return null
  return (
    <div className={classes.own}>
      {templates.length > 0 && (
        <h3 id={titleId} className={classes.title}>
          {t('own')}
        </h3>
      )}
      {templates.length > 0 && (
        <div className={pickerClasses.cards}>
          {templates.map(({ file, sketch, stages, isKept }) => (
            <div key={file.title} className={classes.place}>
              <label className={pickerClasses.card}>
                <input
                  type="radio"
                  name={group}
                  checked={chosen?.title === file.title}
                  onChange={() => own.choose(file)}
                />
                <TemplateDrawing sketch={sketch} className={pickerClasses.drawing} />
                <span className={pickerClasses.name}>
                  {file.title}
                  <span className={pickerClasses.tick}>
                    <IconCheck size={16} stroke={1.6} aria-hidden="true" />
                  </span>
                </span>
                <span className={pickerClasses.size}>
                  {t('stages', { count: stages })}
                  {!isKept && `, ${t('fromThisFile')}`}
                </span>
              </label>
              {isKept && (
                <button
                  type="button"
                  className={classes.drop}
                  aria-label={t('drop', { title: file.title })}
                  title={t('drop', { title: file.title })}
                  onClick={() => own.drop(file)}
                >
                  <IconTrash size={18} stroke={1.6} aria-hidden />
                </button>
              )}
            </div>
          ))}
        </div>
      )}
      {undone && (
        <p className={classes.hint} role="status">
          {t('dropped', { title: undone.title })}{' '}
          <button type="button" className={classes.link} onClick={own.undoDrop}>
            {t('undo')}
          </button>
        </p>
      )}
      {failure !== null && (
        <p role="alert" className={classes.failure}>
          {failure}
        </p>
      )}
    </div>
  )
}

/** Beside the templates' heading: it takes no room there from what everybody needs. */
export function TemplateFromFile({ own }: { own: OwnTemplateChoice }) {
  const t = useTexts(ownTemplateTexts)
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className={classes.link} onClick={() => input.current?.click()} title={t('hint')}>
        {t('fromFile')}
      </button>
      <FileInput ref={input} label={t('fromFile')} onChoose={own.readFile} />
    </>
  )
}
