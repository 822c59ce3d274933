// What can wait until the browser has time to spare.

/** `patience`: at the latest after so many milliseconds. Returns how to call it off. Not every browser knows when it is idle. */
export function whenIdle(act: () => void, patience?: number): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(act, patience === undefined ? {} : { timeout: patience })
    return () => cancelIdleCallback(id)
  }
  const id = setTimeout(act, patience === undefined ? 200 : 0)
  return () => clearTimeout(id)
}
