// The board as a picture that can be read without the board: on the results page and on paper.
import { useEffect, useState } from 'react'
import classes from '#client/board/board-picture.module.css'
import { boardTexts } from '#client/board/board-texts.ts'
import { type BoardContents, drawBoard } from '#client/board/draw-board.ts'
import { useTexts } from '#client/ui/texts.ts'

type Props = BoardContents & {
  colorScheme: 'light' | 'dark'
  /** What the picture shows, for those who do not see it. */
  label: string
}

export function BoardPicture({ update, departments, images, authorOf, colorScheme, label }: Props) {
  const say = useTexts(boardTexts)
  const [picture, setPicture] = useState<{ url: string; width: number; height: number } | 'empty' | null>(
    null,
  )
  // An error in an effect reaches no boundary; one in rendering does.
  const [failure, setFailure] = useState<{ error: unknown } | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the words in the picture are those of `say`'s language.
  useEffect(() => {
    let url: string | null = null
    let isGone = false
    drawBoard(
      { update, departments, images, ...(authorOf && { authorOf }) },
      { type: 'svg', colorScheme },
    ).then(
      (drawn) => {
        if (isGone) return
        if (drawn) url = URL.createObjectURL(drawn.blob)
        setPicture(drawn && url ? { url, width: drawn.width, height: drawn.height } : 'empty')
      },
      (error: unknown) => setFailure({ error }),
    )
    return () => {
      isGone = true
      if (url) URL.revokeObjectURL(url)
    }
  }, [update, departments, images, authorOf, colorScheme, say])

  if (failure) throw failure.error
  if (picture === null)
    return (
      <p className={classes.message} role="status">
        {say('loading')}
      </p>
    )
  if (picture === 'empty') return <p className={classes.message}>{say('emptyReadOnly')}</p>
  return (
    <img
      className={classes.picture}
      src={picture.url}
      width={picture.width}
      height={picture.height}
      alt={label}
    />
  )
}
