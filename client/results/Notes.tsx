// What was written on notes, by kind: the way to the notes for those who cannot see the picture.
import { useLanguage } from '#client/ui/language.ts'
import type { NoteResult } from '#shared/results/map-results.ts'
import { byKind } from '#shared/results/reading.ts'
import { noteKindWords } from '#shared/results/words.ts'
import { DepartmentLabel } from './DepartmentLabel.tsx'
import classes from './Notes.module.css'
import { Typed } from './Typed.tsx'

type Props = {
  notes: readonly NoteResult[]
  /** Where all are of one kind, the section's title has said which. */
  isOneKind?: boolean
}

export function Notes({ notes, isOneKind = false }: Props) {
  const language = useLanguage()
  return (
    <div className={classes.kinds}>
      {byKind(notes).map(([kind, those]) => (
        <div key={kind} className={classes.kind}>
          {!isOneKind && <h3>{noteKindWords[language][kind]}</h3>}
          <ul>
            {those.map((note) => (
              <li key={note.id} data-kind={kind}>
                <p className={classes.text}>
                  <Typed>{note.text}</Typed>
                </p>
                <p className={classes.source}>
                  {note.cluster !== null && <Typed>{note.cluster}</Typed>}
                  {note.stage !== null && <Typed>{note.stage}</Typed>}
                  {note.department && <DepartmentLabel department={note.department} />}
                </p>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
