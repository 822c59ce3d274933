// The code of the results, asked for as soon as it is known that somebody comes to see them.

/** Also before it is shown; the second time costs nothing. */
export const loadResultsEntrance = () => import('./ResultsEntrance.tsx')
