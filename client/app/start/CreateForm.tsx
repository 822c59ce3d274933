// Creates a workshop: everything has a default, so one click is enough; the links come next.
import { Button, Title } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { useFailureText } from '#client/app/failures.ts'
import { createWorkshop } from '#client/app/seat.ts'
import { formatDate } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Language } from '#shared/language.ts'
import { AgendaField, templatesAgenda } from './AgendaField.tsx'
import classes from './CreateForm.module.css'
import { LanguageChoice } from './LanguageChoice.tsx'
import { startTexts } from './start-texts.ts'
import { TemplatePicker } from './TemplatePicker.tsx'
import { useOwnTemplates } from './use-own-templates.ts'
import { useTemplateCards } from './use-template-cards.ts'

const longestTitle = 120

export function CreateForm() {
  const t = useTexts(startTexts)
  const uiLanguage = useLanguage()
  const navigate = useNavigate()
  const failureText = useFailureText()
  const [title, setTitle] = useState('')
  const { cards, hasFailed, defaultId } = useTemplateCards()
  const own = useOwnTemplates()
  const [chosenTemplate, setChosenTemplate] = useState<string | null>(null)
  const [chosenLanguage, setChosenLanguage] = useState<Language | null>(null)
  const [agenda, setAgenda] = useState(templatesAgenda)
  const [isCreating, setIsCreating] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const language = chosenLanguage ?? uiLanguage

  const create = (event: FormEvent) => {
    event.preventDefault()
    if (isCreating) return
    setIsCreating(true)
    setFailure(null)
    const name = title.trim() || t('defaultTitle', { date: formatDate(Date.now(), uiLanguage) })
    const found = async () => {
      const wished = agenda.agenda === undefined ? {} : { agenda: agenda.agenda }
      if (own.chosen) return createWorkshop({ title: name, language, board: own.chosen, ...wished })
      const template = chosenTemplate ?? (await defaultId())
      return createWorkshop({ title: name, language, ...(template && { template }), ...wished })
    }
    found().then(
      (created) =>
        navigate(`/w/${created.id}?seat=facilitator`, { state: { created }, viewTransition: false }),
      (reason: unknown) => {
        setIsCreating(false)
        setFailure(reason)
      },
    )
  }

  return (
    <form onSubmit={create} aria-labelledby="about">
      <p className={classes.lead}>{t('lead')}</p>
      <Title order={1} id="about" className={classes.question}>
        {t('question')}
      </Title>
      <input
        className={classes.title}
        aria-labelledby="about"
        placeholder={t('titlePlaceholder')}
        value={title}
        maxLength={longestTitle}
        autoComplete="off"
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TemplatePicker
        cards={cards}
        hasFailed={hasFailed}
        chosen={chosenTemplate ?? cards?.[0]?.id ?? null}
        onChoose={setChosenTemplate}
        own={own}
      />
      <AgendaField chosen={agenda.id} language={language} onChoose={setAgenda} />
      <LanguageChoice label={t('language')} chosen={language} onChoose={setChosenLanguage} />
      {failure !== null && (
        <p role="alert" className={classes.failure}>
          {failureText(failure)}
        </p>
      )}
      <div className={classes.send}>
        <Button
          type="submit"
          size="lg"
          aria-disabled={isCreating}
          rightSection={<IconArrowRight size={20} stroke={1.6} />}
        >
          {isCreating ? t('creating') : t('create')}
        </Button>
        <span className={classes.afterwards}>{t('afterwards')}</span>
      </div>
    </form>
  )
}
