// A heading and the notes that stand under it.
import { ActionIcon, Button } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconLogout2, IconPlus, IconStack2 } from '@tabler/icons-react'
import { titleOf } from '#client/board/twin/names.ts'
import { CardFoot } from '#client/board/twin/sheet/CardFoot.tsx'
import { TitleField } from '#client/board/twin/sheet/Field.tsx'
import classes from '#client/board/twin/sheet/sheet.module.css'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { ClusterShape, NoteShape } from '#shared/board/shapes.ts'

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const

type Props = { shape: ClusterShape; notes: readonly NoteShape[]; isFixed: boolean; isNew: boolean }

export function ClusterSheet({ shape, notes, isFixed, isNew }: Props) {
  const { open, close } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  return (
    <>
      <TitleField {...{ shape, isFixed, isNew }} />
      <h3 className={classes.heading}>{say('notesIn')}</h3>
      {notes.length === 0 && <p className={classes.quiet}>{say('nothingHere')}</p>}
      <ul className={classes.parts}>
        {notes.map((note, at) => {
          const title = titleOf(note, say)
          return (
            <li key={note.id} className={classes.part}>
              <button
                type="button"
                className={classes.partName}
                onClick={() => open({ kind: 'shape', id: note.id })}
              >
                {title}
              </button>
              {!isFixed && (
                <>
                  {at > 0 && (
                    <ActionIcon
                      aria-label={say('upOf', { title })}
                      onClick={() => actions.orderInCluster(note.id, at - 1)}
                    >
                      <IconChevronUp {...icon} />
                    </ActionIcon>
                  )}
                  {at < notes.length - 1 && (
                    <ActionIcon
                      aria-label={say('downOf', { title })}
                      onClick={() => actions.orderInCluster(note.id, at + 1)}
                    >
                      <IconChevronDown {...icon} />
                    </ActionIcon>
                  )}
                  <ActionIcon
                    aria-label={say('takeOutOf', { title })}
                    onClick={() => actions.takeOut(note.id)}
                  >
                    <IconLogout2 {...icon} />
                  </ActionIcon>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {!isFixed && (
        <div className={classes.doings}>
          <Button
            variant="default"
            leftSection={<IconPlus {...icon} />}
            onClick={() => {
              const id = actions.addNoteTo(shape.id)
              if (id) open({ kind: 'shape', id, isNew: true })
            }}
          >
            {say('addNote')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconStack2 {...icon} />}
            onClick={() => {
              close()
              actions.dissolve(shape.id)
            }}
          >
            {say('dissolve')}
          </Button>
        </div>
      )}
      <CardFoot shape={shape} isFixed={isFixed} />
    </>
  )
}
