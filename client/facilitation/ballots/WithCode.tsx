// A sentence that names a ballot by its code: the code stands out and is never broken at its hyphen.
import type { ReactNode } from 'react'
import classes from './WithCode.module.css'

export function WithCode({ text, code }: { text: string; code: string | null }): ReactNode {
  const [before = '', after] = code === null ? [text] : text.split(code)
  if (after === undefined) return text
  return (
    <>
      {before}
      <strong className={classes.code}>{code}</strong>
      {after}
    </>
  )
}
