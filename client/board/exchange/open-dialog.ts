// Which of the dialogs for files is open: the rail, the list and the empty board all lead there.
import { create } from 'zustand'

export type ExchangeDialog = 'none' | 'import' | 'export' | 'template'

/** One board is open at a time in a page. */
export const useExchangeDialog = create<{ open: ExchangeDialog }>(() => ({ open: 'none' }))

export const openExchange = (open: ExchangeDialog): void => useExchangeDialog.setState({ open })
