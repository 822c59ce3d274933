// tldraw with our shapes, tools and frame, bound to the board's document.
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite.js'
import { type Editor, Tldraw, useTldrawUser } from '@tldraw/tldraw'
import '@tldraw/tldraw/tldraw.css'
import { useMemo, useRef } from 'react'
import * as Y from 'yjs'
import type { BoardViewProps } from '#client/board/BoardView.tsx'
import classes from '#client/board/board.module.css'
import type { BoardConnection } from '#client/board/board-connection.ts'
import { useBoardStatus } from '#client/board/board-status.ts'
import { boardTexts } from '#client/board/board-texts.ts'
import { cardTools } from '#client/board/card-tools.ts'
import { Rail } from '#client/board/chrome/Rail.tsx'
import { SwitchView } from '#client/board/chrome/SwitchView.tsx'
import { ownShapesOf } from '#client/board/edit-map.ts'
import { boardOfEditor, showNewest } from '#client/board/exchange/board-of-editor.ts'
import { Exchange } from '#client/board/exchange/Exchange.tsx'
import { overrides } from '#client/board/overrides.ts'
import { ownFrame } from '#client/board/own-frame.tsx'
import { applyOwnTheme, ownFonts } from '#client/board/own-theme.ts'
import { sceneOf } from '#client/board/scene.ts'
import { ownUtils } from '#client/board/shapes/own-utils.ts'
import { tldrawWords } from '#client/board/tldraw-words.ts'
import { useBoardLocked } from '#client/board/together/board-locks.ts'
import { mapTools } from '#client/board/tools/click-tools.ts'
import { useBoundStore } from '#client/board/use-bound-store.ts'
import { useMountedEditor } from '#client/board/use-mounted-editor.ts'
import { useScene } from '#client/board/use-scene.ts'
import { useTexts } from '#client/ui/texts.ts'
import { maxElements } from '#shared/board/page-limit.ts'

const assetUrls = { ...getAssetUrlsByImport(), fonts: ownFonts }
applyOwnTheme()
const ownTools = [...cardTools, ...mapTools]

/** tldraw makes its editor anew when this object is another. */
const options = {
  createTextOnCanvasDoubleClick: false,
  maxPages: 1,
  maxShapesPerPage: maxElements,
} as const

/** Language, name and colour scheme are set outside of tldraw. */
const keepPreferences = () => {}

type Props = BoardViewProps & {
  board: BoardConnection
  /** No rail: there is nothing to do on a phone but to look. */
  isPhone: boolean
  onList: () => void
}

export function BoardCanvas(props: Props) {
  const { workshopId, seat, board, isPhone, onList, me, people, departments, workshop, together } = props
  const { language, colorScheme } = props
  // What is written after a refusal would be saved nowhere.
  const isGood = useBoardStatus(({ kind }) => !['refused', 'outdated', 'unauthorised'].includes(kind))
  const isLocked = useBoardLocked(board.doc) && !together.isFacilitator
  const canEdit = props.canEdit && isGood && !isLocked
  const say = useTexts(boardTexts)
  const images = useMemo(() => ({ workshopId, role: seat }), [workshopId, seat])
  const mounted = useRef<Editor | null>(null)
  const bound = useBoundStore(board, images, mounted)
  const { editor, onMount } = useMountedEditor({ ...props, canEdit, images, bound, mounted })

  const userPreferences = useMemo(
    () => ({ id: me.personId, name: me.name, colorScheme, locale: 'en' }),
    [me.personId, me.name, colorScheme],
  )
  const spoken = useMemo(() => ({ ...overrides, translations: { en: tldrawWords(say) } }), [say])
  const user = useTldrawUser({ userPreferences, setUserPreferences: keepPreferences })
  useScene(editor, { images, language, departments, canEdit, me, people, say })

  return (
    <div className={classes.view}>
      {isPhone ? (
        <SwitchView to="list" onUse={onList} />
      ) : (
        <Rail editor={editor} canEdit={canEdit} onList={onList} images={images} />
      )}
      <div className={classes.canvas}>
        {bound && (
          <Tldraw
            store={bound.store}
            user={user}
            shapeUtils={ownUtils}
            tools={ownTools}
            overrides={spoken}
            components={ownFrame}
            assetUrls={assetUrls}
            options={options}
            autoFocus={false}
            onMount={onMount}
          />
        )}
      </div>
      {editor && (
        <Exchange
          workshop={workshop}
          departments={departments}
          board={canEdit ? boardOfEditor(editor) : null}
          exported={{
            shapes: () => ownShapesOf(editor),
            update: () => Y.encodeStateAsUpdate(board.doc),
            selected: () => editor.getSelectedShapeIds(),
            images,
            seenAs: () => sceneOf(editor).get(),
          }}
          onImported={() => showNewest(editor)}
        />
      )}
    </div>
  )
}
