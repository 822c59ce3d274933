// What things on a map are called where their own words are missing, and how their values are said.
import type { boardTexts } from '#client/board/board-texts.ts'
import type { twinTexts } from '#client/board/twin/twin-texts.ts'
import type { Department } from '#client/board/twin/twin-tools.ts'
import { formatNumber } from '#client/ui/format.ts'
import type { TranslateOf } from '#client/ui/texts.ts'
import type { OwnShape } from '#shared/board/shapes.ts'
import type { Language } from '#shared/language.ts'

export type Say = TranslateOf<typeof twinTexts>
export type SayBoard = TranslateOf<typeof boardTexts>

/** At most this many characters of a text stand for all of it. */
const mostOfText = 60

export function titleOf(shape: OwnShape, say: Say): string {
  switch (shape.type) {
    case 'journey-map':
      return shape.props.title.trim() || say('untitledMap')
    case 'stage':
      return shape.props.title.trim() || say('untitledStage')
    case 'lane':
      return shape.props.title.trim() || say('untitledLane')
    case 'persona':
      return shape.props.name.trim() || say('untitledPersona')
    case 'touchpoint':
      return shape.props.title.trim() || say('untitledTouchpoint')
    case 'cluster':
      return shape.props.title.trim() || say('untitledCluster')
    case 'sticky-note':
      return shortened(shape.props.text) || say('emptyNote')
  }
}

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length <= mostOfText
    ? line
    : `${[...line]
        .slice(0, mostOfText - 1)
        .join('')
        .trimEnd()}…`
}

export const departmentTitle = (
  departments: readonly Department[],
  departmentId: string | null,
  say: SayBoard,
): string => departments.find((each) => each.departmentId === departmentId)?.title ?? say('noDepartment')

/** The words that stand for values of a curve, best first; between two, the nearer one. */
export const emotionSteps = [2, 1, 0.5, 0, -0.5, -1, -2] as const

function emotionWord(value: number | null, say: Say): string {
  if (value === null) return say('emotion.none')
  const nearest = emotionSteps.reduce((best, step) =>
    Math.abs(step - value) < Math.abs(best - value) ? step : best,
  )
  return say(`emotion.${nearest}`)
}

/** With its figure where the word alone would stand for another value. */
export function emotionLabel(value: number | null, say: Say, language: Language): string {
  const word = emotionWord(value, say)
  if (value === null || emotionSteps.some((step) => step === value)) return word
  return say('emotionFigure', { word, value: formatNumber(value, language) })
}
