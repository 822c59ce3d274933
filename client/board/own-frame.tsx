// What stands around and over the canvas: everything of tldraw's own frame goes, and ours comes in its place.
import type { TLComponents } from '@tldraw/tldraw'
import { CollaboratorCursor } from '#client/board/chrome/CollaboratorCursor.tsx'
import { EmptyBoard } from '#client/board/chrome/EmptyBoard.tsx'
import { Inspector } from '#client/board/chrome/Inspector.tsx'
import { MapBars } from '#client/board/chrome/MapBars.tsx'
import { NearCanvas } from '#client/board/chrome/NearCanvas.tsx'
import { OnMap } from '#client/board/chrome/OnMap.tsx'
import { PageFull } from '#client/board/chrome/PageFull.tsx'
import { Zoom } from '#client/board/chrome/Zoom.tsx'
import { UploadNotice } from '#client/board/images/UploadNotice.tsx'
import { PasteOffer } from '#client/board/PasteOffer.tsx'
import { SelectedBar } from '#client/board/selection/SelectedBar.tsx'
import { StyleBar } from '#client/board/selection/StyleBar.tsx'
import { NotesRefused } from '#client/board/silence/NotesRefused.tsx'
import { BoardLines } from '#client/board/together/BoardLines.tsx'
import { Follow } from '#client/board/together/Follow.tsx'
import { GoTo } from '#client/board/together/GoTo.tsx'
import { Overlays } from '#client/board/together/Overlays.tsx'
import { SelectionBar } from '#client/board/together/SelectionBar.tsx'

/** The rail stands beside the canvas. */
export const ownFrame: TLComponents = {
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
