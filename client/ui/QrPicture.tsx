// A link as a QR picture: always black on white with its quiet zone, so that cameras read it in the dark scheme too.
import { useEffect, useState } from 'react'
import classes from './QrPicture.module.css'
import { useTexts } from './texts.ts'
import { uiTexts } from './ui-texts.ts'

/** `label` says where the picture leads. It fills the width it is given. */
export function QrPicture({ value, label }: { value: string; label: string }) {
  const t = useTexts(uiTexts)
  const [drawing, setDrawing] = useState<{ path: string; side: number } | null>(null)

  useEffect(() => {
    let isGone = false
    // Loaded when first shown: the join page has no picture and need not carry it.
    void import('uqr').then(({ encode }) => {
      if (isGone) return
      const { data, size } = encode(value, { ecc: 'M', border: 0 })
      setDrawing({ path: pathOf(data), side: size })
    })
    return () => {
      isGone = true
    }
  }, [value])

  if (!drawing) return <div className={classes.paper} role="img" aria-label={t('drawingQr')} />
  return (
    <div className={classes.paper}>
      <svg
        viewBox={`0 0 ${drawing.side} ${drawing.side}`}
        role="img"
        aria-label={label}
        shapeRendering="crispEdges"
      >
        <path d={drawing.path} fill="#1C1A17" />
      </svg>
    </div>
  )
}

/** One rectangle for each run of dark modules in a row. */
function pathOf(rows: boolean[][]): string {
  const parts: string[] = []
  rows.forEach((row, y) => {
    let start = -1
    for (let x = 0; x <= row.length; x += 1) {
      if (row[x] && start < 0) start = x
      if (!row[x] && start >= 0) {
        parts.push(`M${start} ${y}h${x - start}v1H${start}z`)
        start = -1
      }
    }
  })
  return parts.join('')
}
