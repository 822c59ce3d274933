// tldraw with our shapes, tools and frame, bound to the board's document.
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite.js'
import {
  atom,
  createTLStore,
  type Editor,
  type TLComponents,
  type TLStore,
  Tldraw,
  useTldrawUser,
} from '@tldraw/tldraw'
import '@tldraw/tldraw/tldraw.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import * as Y from 'yjs'
import type { BoardViewProps } from '#client/board/BoardView.tsx'
import { type Binding, bindStore } from '#client/board/binding/bind-store.ts'
import { flushWhenLeft } from '#client/board/binding/flush-when-left.ts'
import { bindPresence } from '#client/board/binding/presence.ts'
import { OwnUndo } from '#client/board/binding/undo.ts'
import { wireUndo } from '#client/board/binding/wire-undo.ts'
import classes from '#client/board/board.module.css'
import type { BoardConnection } from '#client/board/board-connection.ts'
import { useBoardStatus } from '#client/board/board-status.ts'
import { boardTexts } from '#client/board/board-texts.ts'
import { cardTools } from '#client/board/card-tools.ts'
import { followChosenPersona } from '#client/board/chosen-persona.ts'
import { CollaboratorCursor } from '#client/board/chrome/CollaboratorCursor.tsx'
import { EmptyBoard } from '#client/board/chrome/EmptyBoard.tsx'
import { Inspector } from '#client/board/chrome/Inspector.tsx'
import { MapBars } from '#client/board/chrome/MapBars.tsx'
import { NearCanvas } from '#client/board/chrome/NearCanvas.tsx'
import { OnMap } from '#client/board/chrome/OnMap.tsx'
import { PageFull } from '#client/board/chrome/PageFull.tsx'
import { Rail } from '#client/board/chrome/Rail.tsx'
import { SwitchView } from '#client/board/chrome/SwitchView.tsx'
import { Zoom } from '#client/board/chrome/Zoom.tsx'
import { askFramesOnly } from '#client/board/drag-over.ts'
import { ownShapesOf } from '#client/board/edit-map.ts'
import { boardOfEditor, showNewest } from '#client/board/exchange/board-of-editor.ts'
import { Exchange } from '#client/board/exchange/Exchange.tsx'
import { firstMap, fitMap } from '#client/board/fit-map.ts'
import { followFocus } from '#client/board/follow-focus.ts'
import { boardAssets } from '#client/board/images/board-assets.ts'
import { UploadNotice } from '#client/board/images/UploadNotice.tsx'
import { keepLaidOut } from '#client/board/keep-laid-out.ts'
import { isMapDragged } from '#client/board/map-drag.ts'
import { nameFrames } from '#client/board/name-frames.ts'
import { limitOutsideContent } from '#client/board/outside-content.ts'
import { overrides } from '#client/board/overrides.ts'
import { copyMapsWhole } from '#client/board/own-copies.ts'
import { applyOwnTheme, ownFonts } from '#client/board/own-theme.ts'
import { PasteOffer } from '#client/board/PasteOffer.tsx'
import { personColor } from '#client/board/person-color.ts'
import { sceneOf } from '#client/board/scene.ts'
import { SelectedBar } from '#client/board/selection/SelectedBar.tsx'
import { StyleBar } from '#client/board/selection/StyleBar.tsx'
import { ownUtils } from '#client/board/shapes/own-utils.ts'
import { NotesRefused } from '#client/board/silence/NotesRefused.tsx'
import { useSilentNotes } from '#client/board/silence/silence.ts'
import { keepCopiesHidden } from '#client/board/silence/stays-hidden.ts'
import { stepInsteadOfNudging } from '#client/board/step-shapes.ts'
import { tldrawWords } from '#client/board/tldraw-words.ts'
import { BoardLines } from '#client/board/together/BoardLines.tsx'
import { useBoardLocked } from '#client/board/together/board-locks.ts'
import { Follow } from '#client/board/together/Follow.tsx'
import { GoTo } from '#client/board/together/GoTo.tsx'
import { keepLocks } from '#client/board/together/keep-locks.ts'
import { Overlays } from '#client/board/together/Overlays.tsx'
import { SelectionBar } from '#client/board/together/SelectionBar.tsx'
import { mapTools } from '#client/board/tools/click-tools.ts'
import { useTexts } from '#client/ui/texts.ts'
import { isLockedIn } from '#shared/board/locks.ts'
import { maxElements } from '#shared/board/page-limit.ts'
import { boardSchema } from '#shared/board/schema.ts'
import { PersonId } from '#shared/ids.ts'

const assetUrls = { ...getAssetUrlsByImport(), fonts: ownFonts }
applyOwnTheme()
const ownTools = [...cardTools, ...mapTools]

/** Everything of tldraw's own frame goes: the rail, the zoom and the inspector stand in its place. */
const components: TLComponents = {
  Canvas: NearCanvas,
  Toolbar: null,
  MenuPanel: null,
  TopPanel: null,
  SharePanel: null,
  StylePanel: null,
  NavigationPanel: null,
  HelpMenu: null,
  ZoomMenu: null,
  MainMenu: null,
  PageMenu: null,
  ActionsMenu: null,
  QuickActions: null,
  HelperButtons: null,
  DebugPanel: null,
  DebugMenu: null,
  Minimap: null,
  ContextMenu: null,
  KeyboardShortcutsDialog: null,
  CursorChatBubble: null,
  ImageToolbar: null,
  VideoToolbar: null,
  CollaboratorHint: null,
  RichTextToolbar: null,
  Toasts: null,
  CollaboratorCursor,
  CollaboratorShapeIndicator: null,
  Overlays,
  ErrorFallback: passOn,
  InFrontOfTheCanvas: Front,
  OnTheCanvas: OnMap,
}

/** tldraw makes its editor anew when this object is another. */
const options = {
  createTextOnCanvasDoubleClick: false,
  maxPages: 1,
  maxShapesPerPage: maxElements,
} as const

/** Language, name and colour scheme are set outside of tldraw. */
const keepPreferences = () => {}

/** To the room's own boundary: tldraw's would offer to erase the board. */
function passOn({ error }: { error: unknown }): never {
  throw error
}

function Front() {
  return (
    <>
      <Follow />
      <GoTo />
      <BoardLines />
      <EmptyBoard />
      <SelectionBar />
      <Inspector />
      <MapBars />
      <SelectedBar />
      <StyleBar />
      <Zoom />
      <PageFull />
      <UploadNotice />
      <PasteOffer />
      <NotesRefused />
    </>
  )
}

type Props = BoardViewProps & {
  board: BoardConnection
  /** No rail: there is nothing to do on a phone but to look. */
  isPhone: boolean
  onList: () => void
}

export function BoardCanvas({
  workshopId,
  seat,
  board,
  isPhone,
  onList,
  me,
  people,
  departments,
  canEdit: mayEdit,
  workshop,
  together,
  language,
  colorScheme,
}: Props) {
  // What is written after a refusal would be saved nowhere.
  const isGood = useBoardStatus(({ kind }) => !['refused', 'outdated', 'unauthorised'].includes(kind))
  const mayLock = together.isFacilitator
  const isLocked = useBoardLocked(board.doc) && !mayLock
  const canEdit = mayEdit && isGood && !isLocked
  const [editor, setEditor] = useState<Editor | null>(null)
  const [bound, setBound] = useState<{ store: TLStore; binding: Binding } | null>(null)
  const mountedEditor = useRef<Editor | null>(null)
  const silence = useSilentNotes()
  const say = useTexts(boardTexts)
  const images = useMemo(() => ({ workshopId, role: seat }), [workshopId, seat])

  useEffect(() => {
    const store = createTLStore({ schema: boardSchema, assets: boardAssets(images) })
    const binding = bindStore({
      doc: board.doc,
      store,
      // The server's guard lets none in; whoever keeps the server learns of it from the browser's console.
      onBadRecord: (id, reason) => reportError(new Error(`The board leaves out ${id}: ${reason}`)),
      isDragging: () => {
        const { current } = mountedEditor
        return !!current && (current.inputs.isDragging || isMapDragged(current))
      },
    })
    setBound({ store, binding })
    const stopWatching = flushWhenLeft(binding)
    return () => {
      stopWatching()
      binding.dispose()
      setBound(null)
    }
  }, [board, images])

  const userPreferences = useMemo(
    () => ({ id: me.personId, name: me.name, colorScheme, locale: 'en' }),
    [me.personId, me.name, colorScheme],
  )
  const spoken = useMemo(() => ({ ...overrides, translations: { en: tldrawWords(say) } }), [say])
  const user = useTldrawUser({ userPreferences, setUserPreferences: keepPreferences })

  useEffect(() => {
    if (!editor) return
    sceneOf(editor).set({
      images,
      language,
      departments,
      canEdit,
      myDepartmentId: me.departmentId,
      writeSilently: silence.keeper && silence.begin,
      authorOf: (id) => {
        const author = PersonId.safeParse(id)
        return author.success ? people(author.data) : null
      },
      say,
    })
    if (!canEdit) editor.complete()
    editor.updateInstanceState({ isReadonly: !canEdit })
  }, [
    editor,
    images,
    language,
    departments,
    canEdit,
    me.departmentId,
    silence.keeper,
    silence.begin,
    people,
    say,
  ])

  const [isLeading] = useState(() => atom('is leading', false))
  useEffect(() => void isLeading.set(together.lead?.personId === me.personId), [isLeading, together, me])

  const rights = useRef({ mayLock })
  rights.current = { mayLock }
  const looks = useRef({ people, departments })
  looks.current = { people, departments }
  const presence = useRef<ReturnType<typeof bindPresence> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and colours are read through the ref; a change of them shows everybody anew.
  useEffect(() => presence.current?.refresh(), [people, departments])

  const onMount = (mounted: Editor) => {
    if (!bound) return
    mountedEditor.current = mounted
    setEditor(mounted)
    limitOutsideContent(mounted, images)
    stepInsteadOfNudging(mounted)
    copyMapsWhole(mounted)
    keepCopiesHidden(mounted)
    askFramesOnly(mounted)
    const mayTouch = (id: string) => rights.current.mayLock || !isLockedIn(board.doc, id)
    const undo = new OwnUndo(board.doc, bound.binding, mayTouch)
    const laidOut = keepLaidOut(mounted, bound.binding)
    const stops = [
      wireUndo(mounted, undo, laidOut.tidy),
      () => undo.dispose(),
      laidOut.dispose,
      followFocus(mounted),
      nameFrames(mounted),
      keepLocks(mounted, () => rights.current.mayLock),
      followChosenPersona(mounted),
    ]
    presence.current = bindPresence({
      editor: mounted,
      awareness: board.awareness,
      me: me.personId,
      isLeading: () => isLeading.get(),
      looks: (personId) => {
        const person = looks.current.people(personId)
        return { name: person.name, color: personColor(looks.current.departments, person.departmentId) }
      },
    })
    fitMap(mounted, firstMap(mounted), canEdit)
    return () => {
      presence.current?.dispose()
      presence.current = null
      for (const stop of stops) stop()
      mountedEditor.current = null
      setEditor(null)
    }
  }

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
            components={components}
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
