// Whether the overview of all keys is open. The room shows it; the board, the menu and "?" open it.
import { createStore } from 'zustand/vanilla'

export const keysOverview = createStore<{ isOpen: boolean; from: HTMLElement | null }>(() => ({
  isOpen: false,
  from: null,
}))

/** `from`: what gets the focus again where that which has it now will be gone. */
export const openKeys = (from: HTMLElement | null = null) => keysOverview.setState({ isOpen: true, from })
export const closeKeys = () => keysOverview.setState({ isOpen: false })
