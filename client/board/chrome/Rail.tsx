// The tools at the board's left edge; with the keyboard a card tool makes its card at once.
import {
  IconArrowUpRight,
  IconBulb,
  IconLayoutBoard,
  IconListDetails,
  IconMoodSad,
  IconNote,
  IconPencil,
  IconPointer,
  IconQuote,
  IconTable,
  type TablerIcon,
} from '@tabler/icons-react'
import { type Editor, useValue } from '@tldraw/tldraw'
import { boardTexts } from '#client/board/board-texts.ts'
import { cardKinds, cardToolId, openCard } from '#client/board/card-tools.ts'
import { addCard, type CardKind } from '#client/board/cards.ts'
import classes from '#client/board/chrome/rail.module.css'
import { useTexts } from '#client/ui/texts.ts'

const cardIcons: Record<CardKind, TablerIcon> = {
  note: IconNote,
  touchpoint: IconListDetails,
  'pain-points': IconMoodSad,
  opportunities: IconBulb,
  evidence: IconQuote,
}

type Props = {
  /** Null while the list stands in the canvas's place. */
  editor: Editor | null
  canEdit: boolean
  isList: boolean
  onList: () => void
}

export function Rail({ editor, canEdit, isList, onList }: Props) {
  const say = useTexts(boardTexts)
  const current = useValue('tool', () => editor?.getCurrentToolId() ?? null, [editor])
  const choose = (id: string) => () => editor?.setCurrentTool(id)
  return (
    <div className={classes.rail} role="toolbar" aria-label={say('tools')} aria-orientation="vertical">
      {editor && canEdit && (
        <>
          <Tool
            label={say('select')}
            Icon={IconPointer}
            isOn={current === 'select'}
            onUse={choose('select')}
          />
          <hr />
          {cardKinds.map((kind) => (
            <Tool
              key={kind}
              label={say(kind)}
              text={kind === 'pain-points' ? say('painNarrow') : undefined}
              Icon={cardIcons[kind]}
              isOn={current === cardToolId(kind)}
              onUse={choose(cardToolId(kind))}
              onKeyboard={() => openCard(editor, addCard(editor, kind))}
            />
          ))}
          <hr />
          <Tool
            label={say('arrow')}
            Icon={IconArrowUpRight}
            isOn={current === 'arrow'}
            onUse={choose('arrow')}
          />
          <Tool label={say('draw')} Icon={IconPencil} isOn={current === 'draw'} onUse={choose('draw')} />
        </>
      )}
      <span className={classes.space} />
      <Tool
        label={isList ? say('board') : say('table')}
        Icon={isList ? IconLayoutBoard : IconTable}
        onUse={onList}
      />
    </div>
  )
}

type ToolProps = {
  label: string
  /** The label with a place where it may break. */
  text?: string | undefined
  Icon: TablerIcon
  isOn?: boolean
  onUse: () => void
  /** A click by keyboard has no place on the canvas. */
  onKeyboard?: () => void
}

function Tool({ label, text, Icon, isOn, onUse, onKeyboard }: ToolProps) {
  return (
    <button
      type="button"
      className={classes.tool}
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      onClick={(event) => (event.detail === 0 && onKeyboard ? onKeyboard() : onUse())}
    >
      <Icon size={20} stroke={1.6} aria-hidden />
      <span lang={undefined} aria-hidden>
        {text ?? label}
      </span>
    </button>
  )
}
