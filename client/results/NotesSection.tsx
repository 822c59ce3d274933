// What was written on the map, by kind: the way to the notes for those who cannot see the picture.
import { useLanguage } from '#client/ui/language.ts'
import type { Attendance } from '#shared/results/attendance.ts'
import type { NoteResult } from '#shared/results/map-results.ts'
import { byKind } from '#shared/results/reading.ts'
import { noteKindWords } from '#shared/results/words.ts'
import { DepartmentLabel } from './DepartmentLabel.tsx'
import classes from './NotesSection.module.css'
import { Section } from './Section.tsx'
import { Typed } from './Typed.tsx'

type Props = { title: string; notes: readonly NoteResult[]; attendance: Attendance }

export function NotesSection({ title, notes, attendance }: Props) {
  const language = useLanguage()
  const kinds = byKind(notes)
  if (kinds.length === 0) return null
  return (
    <Section title={title}>
      <div className={classes.kinds}>
        {kinds.map(([kind, those]) => (
          <div key={kind} className={classes.kind}>
            <h3>{noteKindWords[language][kind]}</h3>
            <ul>
              {those.map((note) => (
                <li key={note.id} data-kind={kind}>
                  <p className={classes.text}>
                    <Typed>{note.text}</Typed>
                  </p>
                  <p className={classes.source}>
                    {note.stage !== null && <Typed>{note.stage}</Typed>}
                    {note.department && (
                      <DepartmentLabel department={note.department} attendance={attendance} />
                    )}
                  </p>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  )
}
