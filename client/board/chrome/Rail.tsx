// The tools at the board's left edge; with the keyboard a card tool makes its card at once.
import {
  IconArrowUpRight,
  IconBulb,
  IconListDetails,
  IconMoodSad,
  IconNote,
  IconPencil,
  IconPhoto,
  IconPointer,
  IconQuote,
  IconTable,
  type TablerIcon,
} from '@tabler/icons-react'
import { type Editor, useValue } from '@tldraw/tldraw'
import { boardTexts } from '#client/board/board-texts.ts'
import { cardKinds, cardToolId, openCard } from '#client/board/card-tools.ts'
import { addCard, type CardKind } from '#client/board/cards.ts'
import { RailTool } from '#client/board/chrome/RailTool.tsx'
import classes from '#client/board/chrome/rail.module.css'
import { FilesTool } from '#client/board/exchange/FilesTool.tsx'
import { chooseImages } from '#client/board/images/choose-images.ts'
import { putImages } from '#client/board/images/put-images.ts'
import type { ImageSeat } from '#client/board/images/upload-image.ts'
import { writeSilently } from '#client/board/silence/write-silently.ts'
import { LockBoardTool } from '#client/board/together/LockBoardTool.tsx'
import { useTexts } from '#client/ui/texts.ts'

const cardIcons: Record<CardKind, TablerIcon> = {
  note: IconNote,
  touchpoint: IconListDetails,
  'pain-points': IconMoodSad,
  opportunities: IconBulb,
  evidence: IconQuote,
}

type Props = {
  /** Null until the canvas stands. */
  editor: Editor | null
  canEdit: boolean
  onList: () => void
  images: ImageSeat
}

function chooseAndPut(editor: Editor, seat: ImageSeat): void {
  chooseImages({ isMultiple: true }).then((files) => {
    editor.focus() // what comes can be moved and undone with the keyboard
    return putImages(editor, seat, files)
  }, reportError)
}

export function Rail({ editor, canEdit, onList, images }: Props) {
  const say = useTexts(boardTexts)
  const current = useValue('tool', () => editor?.getCurrentToolId() ?? null, [editor])
  const choose = (id: string) => () => editor?.setCurrentTool(id)
  return (
    <div className={classes.rail} role="toolbar" aria-label={say('tools')} aria-orientation="vertical">
      {editor && canEdit && (
        <>
          <RailTool
            label={say('select')}
            Icon={IconPointer}
            isOn={current === 'select'}
            onUse={choose('select')}
          />
          <hr />
          {cardKinds.map((kind) => (
            <RailTool
              key={kind}
              label={say(kind)}
              text={kind === 'pain-points' ? say('painNarrow') : undefined}
              Icon={cardIcons[kind]}
              isOn={current === cardToolId(kind)}
              onUse={choose(cardToolId(kind))}
              onKeyboard={() => writeSilently(editor, kind, null) || openCard(editor, addCard(editor, kind))}
            />
          ))}
          <hr />
          <RailTool
            label={say('arrow')}
            Icon={IconArrowUpRight}
            isOn={current === 'arrow'}
            onUse={choose('arrow')}
          />
          <RailTool label={say('draw')} Icon={IconPencil} isOn={current === 'draw'} onUse={choose('draw')} />
          <RailTool label={say('image')} Icon={IconPhoto} onUse={() => chooseAndPut(editor, images)} />
        </>
      )}
      <span className={classes.space} />
      <LockBoardTool />
      <FilesTool />
      <RailTool label={say('table')} Icon={IconTable} onUse={onList} />
    </div>
  )
}
