// The answer to one question, whatever kind it is of.
import type { Question } from '#shared/facilitation/questions.ts'
import { longestText, longestWord } from '#shared/facilitation/questions.ts'
import type { AnswerDraft } from './answer-draft.ts'
import { ChoiceInput } from './ChoiceInput.tsx'
import { PointsInput } from './PointsInput.tsx'
import { RankingInput } from './RankingInput.tsx'
import { ScaleInput } from './ScaleInput.tsx'
import { TextAnswerInput } from './TextAnswerInput.tsx'
import { WordsInput } from './WordsInput.tsx'

type Props = {
  question: Question
  isSecret: boolean
  draft: AnswerDraft | null
  onChange: (draft: AnswerDraft) => void
}

export function AnswerInput({ question, isSecret, draft, onChange }: Props) {
  switch (question.kind) {
    case 'scale':
      return (
        <ScaleInput
          scale={question}
          value={draft?.kind === 'scale' ? draft.value : null}
          onChange={(value) => onChange({ kind: 'scale', value })}
        />
      )
    case 'single':
      return (
        <ChoiceInput
          options={labelsOf(question)}
          most={1}
          value={draft?.kind === 'single' ? [draft.place] : []}
          onChange={([place = 0]) => onChange({ kind: 'single', place })}
        />
      )
    case 'multiple':
      return (
        <ChoiceInput
          options={labelsOf(question)}
          most={question.most}
          value={draft?.kind === 'multiple' ? draft.places : []}
          onChange={(places) => onChange({ kind: 'multiple', places })}
        />
      )
    case 'ranking':
      return (
        <RankingInput
          options={labelsOf(question)}
          value={draft?.kind === 'ranking' ? draft.order : null}
          onChange={(order) => onChange({ kind: 'ranking', order })}
        />
      )
    case 'points':
      return (
        <PointsInput
          options={labelsOf(question)}
          total={question.points}
          value={draft?.kind === 'points' ? draft.points : []}
          onChange={(points) => onChange({ kind: 'points', points })}
        />
      )
    case 'words':
      return (
        <WordsInput
          most={question.most}
          maxLength={longestWord}
          value={draft?.kind === 'words' ? draft.words : []}
          onChange={(words) => onChange({ kind: 'words', words })}
        />
      )
    case 'text':
      return (
        <TextAnswerInput
          maxLength={longestText}
          isSecret={isSecret}
          value={draft?.kind === 'text' ? draft.text : ''}
          onChange={(text) => onChange({ kind: 'text', text })}
        />
      )
  }
}

const labelsOf = ({ options }: { options: readonly { label: string }[] }): string[] =>
  options.map(({ label }) => label)
