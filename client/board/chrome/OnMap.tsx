// Everything that lies on the canvas beside the shapes.
import { AddParts } from '#client/board/chrome/AddParts.tsx'
import { DropHint } from '#client/board/chrome/DropHint.tsx'
import { EmotionPoints } from '#client/board/chrome/EmotionPoints.tsx'
import { MapTitles } from '#client/board/chrome/MapTitles.tsx'
import { PartHandles } from '#client/board/chrome/PartHandles.tsx'
import { ToolHint } from '#client/board/chrome/ToolHint.tsx'

export function OnMap() {
  return (
    <>
      <AddParts />
      <MapTitles />
      <PartHandles />
      <EmotionPoints />
      <DropHint />
      <ToolHint />
    </>
  )
}
