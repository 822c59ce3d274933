// Templates of one's own below those that come with Runde: kept in this browser, or from a file.
import { Button } from '@mantine/core'
import { IconCheck, IconFileImport, IconTrash } from '@tabler/icons-react'
import { useId, useRef } from 'react'
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
  const input = useRef<HTMLInputElement>(null)
  const { templates, chosen, failure, undone } = own
  return (
    <section className={classes.own} aria-labelledby={titleId}>
      <h3 id={titleId} className={classes.title}>
        {t('own')}
      </h3>
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
      <div className={classes.ways}>
        <Button
          variant="default"
          leftSection={<IconFileImport size={18} stroke={1.6} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {t('fromFile')}
        </Button>
        {undone ? (
          <span className={classes.hint} role="status">
            {t('dropped', { title: undone.title })}{' '}
            <button type="button" className={classes.undo} onClick={own.undoDrop}>
              {t('undo')}
            </button>
          </span>
        ) : (
          templates.length === 0 && <span className={classes.hint}>{t('hint')}</span>
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={t('fromFile')}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            if (file) own.readFile(file)
            currentTarget.value = '' // the same file once more is a choice, too
          }}
        />
      </div>
      {failure !== null && (
        <p role="alert" className={classes.failure}>
          {failure}
        </p>
      )}
    </section>
  )
}
