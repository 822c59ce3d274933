// The first cards of a table as they will stand on the board.
import { useId } from 'react'
import { boardTexts, channelText } from '#client/board/board-texts.ts'
import classes from '#client/board/exchange/exchange.module.css'
import { exchangeTexts } from '#client/board/exchange/exchange-texts.ts'
import { formatNumber } from '#client/ui/format.ts'
import { currentLanguage, useTexts } from '#client/ui/texts.ts'
import type { FileCard, FileMap } from '#shared/board/board-file.ts'
import type { Departments } from '#shared/board/import/read-row.ts'

const shown = 5
const fields = ['stage', 'lane', 'title', 'note', 'channel', 'department', 'actual', 'target'] as const

export function FirstCards({ map, departments }: { map: FileMap; departments: Departments }) {
  const say = useTexts(exchangeTexts)
  const sayBoard = useTexts(boardTexts)
  const titleId = useId()
  if (map.cards.length === 0) return null
  const titles = new Map([...map.stages, ...map.lanes].map(({ id, title }) => [id, title]))
  const figure = (value: number | null) => (value === null ? '' : formatNumber(value, currentLanguage()))
  const department = (id: string | null) =>
    departments.find(({ departmentId }) => departmentId === id)?.title ?? ''
  const cellsOf = (card: FileCard): Record<(typeof fields)[number], string> => {
    const place = { stage: titles.get(card.stageId ?? '') ?? '', lane: titles.get(card.laneId ?? '') ?? '' }
    const none = { title: '', channel: '', department: '', actual: '', target: '', note: '' }
    if (card.type === 'cluster') return { ...none, ...place, note: card.title }
    if (card.type === 'note')
      return { ...none, ...place, note: card.text, department: department(card.departmentId) }
    return {
      ...place,
      title: card.title,
      channel: sayBoard(channelText(card.channel)),
      department: department(card.departmentId),
      actual: figure(card.actual),
      target: figure(card.target),
      note: card.notes,
    }
  }
  return (
    <div>
      <h3 id={titleId} className={classes.heading}>
        {say('preview')}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={classes.preview} tabIndex={0} aria-labelledby={titleId}>
        <table>
          <thead>
            <tr>
              {fields.map((field) => (
                <th key={field} scope="col">
                  {say(`field.${field}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.cards.slice(0, shown).map((card, at) => {
              const cells = cellsOf(card)
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew with every reading.
                <tr key={at}>
                  {fields.map((field) => (
                    <td key={field}>{cells[field]}</td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </div>
  )
}
