// One stop of the tab key for a whole toolbar; the arrow keys go from button to button, as its role promises.
import { type RefObject, useEffect, useLayoutEffect } from 'react'

export function useRovingFocus(toolbar: RefObject<HTMLElement | null>): void {
  // After each rendering: buttons come and go.
  useLayoutEffect(() => {
    const buttons = buttonsOf(toolbar.current)
    const stop = buttons.find(({ tabIndex }) => tabIndex === 0) ?? buttons[0]
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1
  })
  useEffect(() => {
    const element = toolbar.current
    if (!element) return
    const onFocus = ({ target }: FocusEvent) => {
      const buttons = buttonsOf(element)
      if (!buttons.some((button) => button === target)) return
      for (const button of buttons) button.tabIndex = button === target ? 0 : -1
    }
    const onKey = (event: KeyboardEvent) => {
      const buttons = buttonsOf(element)
      const at = buttons.findIndex((button) => button.matches(':focus'))
      const next = at < 0 ? undefined : buttons.at(placeAfter(event.key, at, buttons.length))
      if (!next || next === document.activeElement) return
      event.preventDefault()
      next.focus()
    }
    element.addEventListener('focusin', onFocus)
    element.addEventListener('keydown', onKey)
    return () => {
      element.removeEventListener('focusin', onFocus)
      element.removeEventListener('keydown', onKey)
    }
  }, [toolbar])
}

function placeAfter(key: string, at: number, count: number): number {
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : at
}

const buttonsOf = (toolbar: HTMLElement | null): HTMLButtonElement[] => [
  ...(toolbar?.querySelectorAll<HTMLButtonElement>('button') ?? []),
]
