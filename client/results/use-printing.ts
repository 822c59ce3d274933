// Paper shows all of the report and is light: while a page is printed, every fold is open, every action shows the way it has
// come, and the light scheme is drawn, whatever the screen shows.
import { createContext, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { BoardPictures, PictureOf } from './board-pictures.ts'
import { resultsTexts } from './results-texts.ts'

const schemeAttribute = 'data-mantine-color-scheme'

/** True from just before a page is printed until it has been. */
export const OnPaper = createContext(false)

export type Printing = {
  isOnPaper: boolean
  isPreparing: boolean
  /** Draws what is still missing, then prints. */
  print: () => void
}

/** `parts` are the pictures that only paper needs. */
export function usePrinting(pictures: BoardPictures | null, parts: readonly PictureOf[]): Printing {
  const t = useTexts(resultsTexts)
  const [isOnPaper, setIsOnPaper] = useState(false)
  const [isPreparing, setIsPreparing] = useState(false)
  // Asked by every press of a key that is held down, and between two drawings of the page.
  const isUnderWay = useRef(false)
  useWhilePrinted(setIsOnPaper)

  const print = useCallback(() => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    const prepare = async () => {
      // What cannot be drawn says so itself, and does not keep the rest from being printed.
      await Promise.allSettled(parts.map((part) => pictures?.draw(part, 'light')))
      flushSync(() => {
        setIsPreparing(false)
        setIsOnPaper(true)
      })
      const images = document.querySelectorAll<HTMLImageElement>('main img')
      await Promise.allSettled([...images].map((image) => image.decode()))
      window.print()
    }
    setIsPreparing(true)
    announce(t('preparing', { file: t('printed') }))
    void prepare().finally(() => {
      isUnderWay.current = false
    })
  }, [pictures, parts, t])

  // Whoever prints by keyboard gets the same; the browser's own menu asks nobody and prints what has been drawn ahead.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey)) return
      if (event.shiftKey || event.altKey) return
      event.preventDefault()
      print()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [print])

  return { isOnPaper, isPreparing, print }
}

function useWhilePrinted(setIsOnPaper: (isOnPaper: boolean) => void): void {
  const undo = useRef<() => void>(() => {})
  useEffect(() => {
    const toPaper = () => {
      undo.current()
      // The browser prints as soon as this returns.
      flushSync(() => setIsOnPaper(true))
      const [closeFolds, toScreenScheme] = [openFolds(), toLightScheme()]
      undo.current = () => {
        closeFolds()
        toScreenScheme()
      }
    }
    const toScreen = () => {
      undo.current()
      undo.current = () => {}
      setIsOnPaper(false)
    }
    window.addEventListener('beforeprint', toPaper)
    window.addEventListener('afterprint', toScreen)
    return () => {
      window.removeEventListener('beforeprint', toPaper)
      window.removeEventListener('afterprint', toScreen)
    }
  }, [setIsOnPaper])
}

/** Returns how to close them again. */
function openFolds(): () => void {
  const folds = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
  for (const fold of folds) fold.open = true
  return () => {
    for (const fold of folds) fold.open = false
  }
}

/** Returns how to go back. */
function toLightScheme(): () => void {
  const root = document.documentElement
  const onScreen = root.getAttribute(schemeAttribute)
  root.setAttribute(schemeAttribute, 'light')
  return () => {
    if (onScreen !== null) root.setAttribute(schemeAttribute, onScreen)
  }
}
