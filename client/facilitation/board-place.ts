// The way from the panel to a place on the board. The room provides it where a board is shown; the panel alone has none.
import { createContext, useContext } from 'react'
import type { ShapeId } from '#shared/ids.ts'

export type GoToShape = (shapeId: ShapeId) => void
export const BoardPlaceContext = createContext<GoToShape | null>(null)

/** False in the panel alone: nothing can be picked or looked at on a board there. */
export const HasBoardContext = createContext(true)
export const useHasBoard = (): boolean => useContext(HasBoardContext)

/** Null where there is no board to look at. */
export const useGoToShape = (): GoToShape | null => useContext(BoardPlaceContext)
