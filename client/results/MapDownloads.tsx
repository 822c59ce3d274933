// The board as PNG and SVG, drawn when they are asked for; light, because they go onto slides and paper.
import { fileName } from '#shared/results/file-name.ts'
import { Download } from './Download.tsx'
import type { BoardContents } from './MapPicture.tsx'

export function MapDownloads({ contents, title }: { contents: BoardContents; title: string }) {
  const draw = async (type: 'png' | 'svg') => {
    const { drawBoard } = await import('#client/board/draw-board.ts')
    return (await drawBoard(contents, { type, colorScheme: 'light' }))?.blob ?? null
  }
  return (
    <>
      <Download label="PNG" name={fileName(title, 'png')} make={() => draw('png')} />
      <Download label="SVG" name={fileName(title, 'svg')} make={() => draw('svg')} />
    </>
  )
}
