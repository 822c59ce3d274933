// What is due since the last session, for facilitators, at any time of a later one.
import { composer } from '#client/facilitation/panel/Composer.tsx'
import { Due } from './DueSection.tsx'
import { dueTexts } from './texts-due.ts'

export const DueDialog = composer(
  dueTexts,
  (t) => t('title'),
  () => <Due />,
)
