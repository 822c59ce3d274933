// The map as a list, stage by stage: for screen readers, for phones, and in the canvas's place.
import { type ReactNode, useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { boardTexts, channelText } from '#client/board/board-texts.ts'
import classes from '#client/board/map-list.module.css'
import { CardDotButton } from '#client/board/together/CardDotButton.tsx'
import { HereOf } from '#client/board/together/HereMark.tsx'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { departmentPlace } from '#client/ui/department-shapes.ts'
import { formatNumber } from '#client/ui/format.ts'
import { currentLanguage, useTexts } from '#client/ui/texts.ts'
import type { BoardMap, BoardModel, BoardNote, BoardTouchpoint } from '#shared/board/model.ts'
import { readBoard } from '#shared/board/read-board.ts'
import { noteKinds } from '#shared/board/shapes.ts'

type Departments = readonly { departmentId: string; title: string }[]
type Props = {
  doc: Y.Doc
  departments: Departments
  /** Stands before the list and scrolls away with it. */
  head?: ReactNode
}

export function MapList({ doc, departments, head }: Props) {
  const say = useTexts(boardTexts)
  const { maps, loose } = useLiveBoard(doc)
  const isEmpty = maps.length === 0 && loose.length === 0
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has nothing in it that takes the focus.
    <section className={classes.list} aria-label={say('mapAsList')} tabIndex={0}>
      {head}
      {isEmpty && <p className={classes.empty}>{say('emptyReadOnly')}</p>}
      {maps.map((map) => (
        <MapStages key={map.id} map={map} departments={departments} />
      ))}
      {loose.length > 0 && (
        <section>
          <h3 className={classes.stage}>{say('looseNotes')}</h3>
          <Notes notes={loose} />
        </section>
      )}
    </section>
  )
}

/** The board as it stands, read again once per frame at most. */
function useLiveBoard(doc: Y.Doc): BoardModel {
  const [model, setModel] = useState(() => readBoard(doc))
  useEffect(() => {
    let frame = 0
    const schedule = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setModel(readBoard(doc)))
    }
    schedule()
    doc.on('update', schedule)
    return () => {
      cancelAnimationFrame(frame)
      doc.off('update', schedule)
    }
  }, [doc])
  return model
}

function MapStages({ map, departments }: { map: BoardMap; departments: Departments }) {
  const say = useTexts(boardTexts)
  return (
    <section>
      <h2 className={classes.title}>{map.title}</h2>
      {map.stages.map(({ id, title, emotion }) => {
        const touchpoints = map.touchpoints.filter(({ stageId }) => stageId === id)
        const notes = map.notes.filter(({ stageId }) => stageId === id)
        return (
          <section key={id}>
            <h3 className={classes.stage}>
              {title}
              <HereOf shapeId={id} />
              {emotion !== null && (
                <span className={classes.emotion}>
                  {say('emotionOf', { value: formatNumber(emotion, currentLanguage(), 0) })}
                </span>
              )}
            </h3>
            {touchpoints.length + notes.length === 0 && (
              <p className={classes.quiet}>{say('nothingInStage')}</p>
            )}
            <ul className={classes.items}>
              {touchpoints.map((touchpoint) => (
                <Touchpoint key={touchpoint.id} {...{ touchpoint, departments }} />
              ))}
            </ul>
            <Notes notes={notes} />
          </section>
        )
      })}
    </section>
  )
}

function Touchpoint({ touchpoint, departments }: { touchpoint: BoardTouchpoint; departments: Departments }) {
  const say = useTexts(boardTexts)
  const { id, title, channel, departmentId, actual, target, momentOfTruth, notes } = touchpoint
  const place = departmentPlace(departments, departmentId)
  const figure = (value: number | null) =>
    value === null ? say('noScore') : formatNumber(value, currentLanguage())
  return (
    <li className={classes.touchpoint} data-moment={momentOfTruth || undefined}>
      {momentOfTruth && <strong className={classes.moment}>{say('momentOfTruth')}</strong>}
      <span className={classes.head}>
        <DepartmentShape place={place} />
        {departments[place]?.title ?? say('noDepartment')}
        <span className={classes.channel}>{say(channelText(channel))}</span>
      </span>
      <span className={classes.name}>
        {title} <HereOf shapeId={id} />
      </span>
      {(actual !== null || target !== null) && (
        <span className={classes.scores}>
          <span>
            {say('actual')} <b>{figure(actual)}</b>
          </span>
          <span>
            {say('target')} <b>{figure(target)}</b>
          </span>
        </span>
      )}
      {notes !== '' && <span className={classes.words}>{notes}</span>}
      <CardDotButton shapeId={id} title={title || say('touchpoint')} hasNames />
    </li>
  )
}

function Notes({ notes }: { notes: BoardNote[] }) {
  const say = useTexts(boardTexts)
  return (
    <ul className={classes.items}>
      {notes.map(({ id, kind, text }) => {
        const noteKind = noteKinds.find((each) => each === kind)
        return (
          <li key={id} className={classes.note} data-kind={noteKind}>
            <span className={classes.head}>{say(noteKind ?? 'note')}</span>
            <span className={classes.words}>
              {text || say('emptyNote')} <HereOf shapeId={id} />
            </span>
            <CardDotButton shapeId={id} title={text || say('emptyNote')} hasNames />
          </li>
        )
      })}
    </ul>
  )
}
