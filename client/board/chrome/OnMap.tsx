// Everything that lies on the canvas beside the shapes.
import { AddParts } from '#client/board/chrome/AddParts.tsx'
import { DropHint } from '#client/board/chrome/DropHint.tsx'
import { PartHandles } from '#client/board/chrome/PartHandles.tsx'

export function OnMap() {
  return (
    <>
      <AddParts />
      <PartHandles />
      <DropHint />
    </>
  )
}
