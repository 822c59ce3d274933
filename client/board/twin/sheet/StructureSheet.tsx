// How a map is set up: its title, stages, lanes and personas; and other maps.
import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconLock, IconPlus } from '@tabler/icons-react'
import { titleOf } from '#client/board/twin/names.ts'
import { TitleField } from '#client/board/twin/sheet/Field.tsx'
import { RemoveButton, SheetButton } from '#client/board/twin/sheet/SheetButton.tsx'
import classes from '#client/board/twin/sheet/sheet.module.css'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { LaneShape, PersonaShape, StageShape } from '#shared/board/shapes.ts'

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const

export function StructureSheet({ map, isFixed }: { map: TwinMap; isFixed: boolean }) {
  const { close, open, isFacilitator } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  const shape = map.map
  const add = (id: string | null) => {
    if (id) open({ kind: 'shape', id, isNew: true })
  }
  return (
    <>
      <TitleField {...{ shape, isFixed }} />
      <Parts
        title={say('stages')}
        parts={map.stages}
        isFixed={isFixed}
        add={{ label: say('addStage'), act: () => add(actions.addStage(shape.id)) }}
      />
      <Parts
        title={say('lanes')}
        parts={map.lanes}
        isFixed={isFixed}
        add={{ label: say('addLane'), act: () => add(actions.addLane(shape.id)) }}
      />
      <Parts
        title={say('personas')}
        parts={map.personas}
        isFixed={isFixed}
        add={{ label: say('addPersona'), act: () => add(actions.addPersona(shape.id)) }}
      />
      <div className={classes.doings}>
        {!isFixed && (
          <>
            <SheetButton
              icon={IconPlus}
              onClick={() => {
                const id = actions.addMap()
                close()
                if (id) open({ kind: 'structure', mapId: id })
              }}
            >
              {say('addMap')}
            </SheetButton>
            <RemoveButton shapeId={shape.id}>{say('removeMap')}</RemoveButton>
          </>
        )}
        {isFacilitator && !isFixed && (
          <SheetButton icon={IconLock} onClick={() => actions.lock(shape.id, true)}>
            {say('lock')}
          </SheetButton>
        )}
      </div>
    </>
  )
}

type PartsProps = {
  title: string
  parts: readonly (StageShape | LaneShape | PersonaShape)[]
  isFixed: boolean
  add: { label: string; act: () => void }
}

function Parts({ title, parts, isFixed, add }: PartsProps) {
  const { open } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  return (
    <section>
      <h3 className={classes.heading}>{title}</h3>
      <ul className={classes.parts}>
        {parts.map((part, at) => {
          const name = titleOf(part, say)
          return (
            <li key={part.id} className={classes.part}>
              <button
                type="button"
                className={classes.partName}
                onClick={() => open({ kind: 'shape', id: part.id })}
              >
                {name}
              </button>
              {!isFixed && at > 0 && (
                <ActionIcon
                  aria-label={say('upOf', { title: name })}
                  onClick={() => actions.movePart(part.id, -1)}
                >
                  <IconChevronUp {...icon} />
                </ActionIcon>
              )}
              {!isFixed && at < parts.length - 1 && (
                <ActionIcon
                  aria-label={say('downOf', { title: name })}
                  onClick={() => actions.movePart(part.id, 1)}
                >
                  <IconChevronDown {...icon} />
                </ActionIcon>
              )}
            </li>
          )
        })}
      </ul>
      {!isFixed && (
        <SheetButton icon={IconPlus} onClick={add.act}>
          {add.label}
        </SheetButton>
      )}
    </section>
  )
}
