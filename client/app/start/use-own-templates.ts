// The templates that this browser keeps and those that come from files, and which of them is chosen.
import { useCallback, useEffect, useRef, useState } from 'react'
import { type TranslateOf, useTexts } from '#client/ui/texts.ts'
import type { BoardFile } from '#shared/board/board-file.ts'
import type { TemplateCard } from '#shared/templates/template.ts'
import { ownTemplateTexts } from './own-template-texts.ts'

export type OwnTemplate = {
  file: BoardFile
  sketch: TemplateCard['sketch']
  stages: number
  /** In this browser, until it is deleted; else for this visit. */
  isKept: boolean
}
export type OwnTemplateChoice = {
  templates: readonly OwnTemplate[]
  chosen: BoardFile | null
  /** A sentence about the last file. */
  failure: string | null
  /** The last that was deleted, until something else happens. */
  undone: BoardFile | null
  choose(file: BoardFile | null): void
  readFile(file: File): void
  drop(file: BoardFile): void
  undoDrop(): void
}

// What is needed to read a board is loaded when there is something to read: most people have no templates of their own.
const loadReading = () => import('./reading-templates.ts')

export function useOwnTemplates(): OwnTemplateChoice {
  const t = useTexts(ownTemplateTexts)
  const [templates, setTemplates] = useState<readonly OwnTemplate[]>([])
  const [chosen, setChosen] = useState<BoardFile | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [undone, setUndone] = useState<BoardFile | null>(null)
  const isGone = useRef(false)
  const put = useCallback((own: OwnTemplate) => {
    setTemplates((before) => [own, ...before.filter(({ file }) => file.title !== own.file.title)])
  }, [])

  useEffect(() => {
    isGone.current = false
    hasKeptAny()
      .then((hasAny) => (hasAny ? loadReading() : null))
      .then((reading) => reading?.keptOnes())
      .then(
        (kept) => {
          // What was read from a file meanwhile stays, before them.
          if (kept && !isGone.current) setTemplates((before) => [...before, ...kept.filter(isNoneOf(before))])
        },
        () => {}, // a browser that keeps nothing, or forgets
      )
    return () => {
      isGone.current = true
    }
  }, [])

  const readFile = (file: File) => {
    setFailure(null)
    setUndone(null)
    loadReading()
      .then(({ readTemplate }) => readTemplate(file))
      .then(
        (read) => {
          if (isGone.current) return
          if (!read.ok) return setFailure(read.problem ?? sentence(t, read))
          put(read.own)
          setChosen(read.own.file)
        },
        (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
      )
  }
  const drop = (file: BoardFile) => {
    setTemplates((before) => before.filter((own) => own.file.title !== file.title))
    if (chosen?.title === file.title) setChosen(null)
    setUndone(file)
    void loadReading().then(({ forget }) => forget(file))
  }
  const undoDrop = () => {
    if (!undone) return
    setUndone(null)
    void loadReading().then(async ({ keepAgain }) => put(await keepAgain(undone)))
  }
  return { templates, chosen, failure, undone, choose: setChosen, readFile, drop, undoDrop }
}

const isNoneOf =
  (others: readonly OwnTemplate[]) =>
  ({ file }: OwnTemplate) =>
    others.every((other) => other.file.title !== file.title)

type Refused = { why: 'table' | 'tooLarge' | 'tooMany'; count: number; limit: number }
const sentence = (t: TranslateOf<typeof ownTemplateTexts>, { why, count, limit }: Refused): string =>
  t(why, { count, limit })

/** Whether it is worth loading what reads templates. */
async function hasKeptAny(): Promise<boolean> {
  // Not every browser can say; where it cannot, looking is the way to know.
  const known = await indexedDB.databases?.()
  return known?.some(({ name }) => name === 'runde-templates') ?? true
}
