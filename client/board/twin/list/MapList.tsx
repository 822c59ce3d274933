// The map as a list, stage by stage: on a phone the way to work with it.
import { ActionIcon, Button } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { HereOf } from '#client/board/together/HereMark.tsx'
import { Chunked } from '#client/board/twin/Chunked.tsx'
import { ListCard } from '#client/board/twin/list/ListCard.tsx'
import classes from '#client/board/twin/list/list.module.css'
import { emotionLabel, titleOf } from '#client/board/twin/names.ts'
import type { PeerLook } from '#client/board/twin/PeerFlag.tsx'
import { PersonaPicture } from '#client/board/twin/sheet/PersonaPicture.tsx'
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'
import { mainEmotion } from '#shared/board/map-parts.ts'
import { type CardShape, type NoteShape, noteKinds, type StageShape } from '#shared/board/shapes.ts'

type Props = { map: TwinMap; peersAt: (id: string) => readonly PeerLook[] }

export function MapList({ map, peersAt }: Props) {
  const { open } = useTwin()
  const say = useTexts(twinTexts)
  return (
    <div className={classes.list}>
      {map.personas.length > 0 && (
        <ul className={classes.personas}>
          {map.personas.map((persona) => (
            <li key={persona.id}>
              <button
                type="button"
                className={classes.persona}
                data-card={persona.id}
                onClick={() => open({ kind: 'shape', id: persona.id })}
              >
                {persona.props.imageId !== null && (
                  <PersonaPicture imageId={persona.props.imageId} name={titleOf(persona, say)} size={56} />
                )}
                <span className={classes.personaWords}>
                  <span className={classes.name}>{titleOf(persona, say)}</span>
                  {persona.props.goal !== '' && <span>{persona.props.goal}</span>}
                  {persona.props.quote !== '' && <q>{persona.props.quote}</q>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {map.stages.length === 0 && <p className={classes.quiet}>{say('noStages')}</p>}
      {map.stages.map((stage) => (
        <Stage key={stage.id} map={map} stage={stage} peersAt={peersAt} />
      ))}
      {map.homeless.length > 0 && (
        <section className={classes.stage}>
          <h3 className={classes.stageTitle}>{say('homeless')}</h3>
          <Cards map={map} cards={map.homeless} peersAt={peersAt} />
        </section>
      )}
    </div>
  )
}

function Stage({ map, stage, peersAt }: Props & { stage: StageShape }) {
  const { open, language, isReadOnly } = useTwin()
  const actions = useActions()
  const say = useTexts(twinTexts)
  const title = titleOf(stage, say)
  const emotion = mainEmotion(stage.props, stage.meta, map.personas)
  const lanes = map.lanes.filter(({ id }) => map.cardsIn(stage.id, id).length > 0)
  const add = (kind: 'touchpoint' | 'note') => {
    const id = actions.addCard(map.map.id, kind, { stageId: stage.id })
    if (id) open({ kind: 'shape', id, isNew: true })
  }
  return (
    <section className={classes.stage} aria-label={title}>
      <div className={classes.stageHead}>
        <h3 className={classes.stageTitle}>
          {title} <HereOf shapeId={stage.id} />
        </h3>
        <span className={classes.emotion}>{emotion !== null && emotionLabel(emotion, say, language)}</span>
        <ActionIcon
          aria-label={say('editOf', { title })}
          data-card={stage.id}
          onClick={() => open({ kind: 'shape', id: stage.id })}
        >
          <IconDots size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
      </div>
      {lanes.length === 0 && <p className={classes.quiet}>{say('nothingInStage')}</p>}
      {lanes.map((lane) => (
        <div key={lane.id} className={classes.lane}>
          <h4 className={classes.laneTitle}>
            {titleOf(lane, say)} <HereOf shapeId={lane.id} />
          </h4>
          <Cards
            map={map}
            cards={map.cardsIn(stage.id, lane.id)}
            laneKind={lane.props.kind}
            peersAt={peersAt}
          />
        </div>
      ))}
      {!isReadOnly && (
        <div className={classes.adds}>
          {(['touchpoint', 'note'] as const).map((kind) => (
            <Button
              key={kind}
              variant="default"
              leftSection={<IconPlus size={18} stroke={1.6} aria-hidden />}
              aria-label={`${say(kind === 'touchpoint' ? 'addTouchpoint' : 'addNote')}, ${title}`}
              onClick={() => add(kind)}
            >
              {say(kind === 'touchpoint' ? 'column.title' : 'kind.note')}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}

type CardsProps = Props & { cards: readonly CardShape[]; laneKind?: string }

function Cards({ map, cards, laneKind, peersAt }: CardsProps) {
  const { edits, isReadOnly } = useTwin()
  const kind = noteKinds.find((each) => each === laneKind) ?? null
  return (
    <Chunked
      items={cards}
      keyOf={({ id }) => id}
      keep={null}
      estimate={96}
      few={60}
      render={(part) => (
        <ul className={classes.cards}>
          {part.map((card) => (
            <ListCard
              key={card.id}
              card={card}
              kind={kind}
              notes={map.clustered.get(card.id) ?? none}
              peers={peersAt(card.id)}
              isLocked={!isReadOnly && !edits.canChange(card.id)}
            />
          ))}
        </ul>
      )}
    />
  )
}

const none: readonly NoteShape[] = []
