// Lets many who ask for the same at once share one answer, which is never older than any of their questions, and what is made of it.

/** Whoever asks while an answer is being made waits for the next one, together with all others who do. */
export function sharing<Key, Made>(make: (key: Key) => Promise<Made>): (key: Key) => Promise<Made> {
  const running = new Map<Key, Promise<Made>>()
  const next = new Map<Key, Promise<Made>>()

  function start(key: Key): Promise<Made> {
    const made = make(key)
    const ended = () => running.delete(key)
    running.set(key, made)
    made.then(ended, ended)
    return made
  }

  function startAfter(key: Key, before: Promise<Made>): Promise<Made> {
    const begin = () => {
      next.delete(key)
      return start(key)
    }
    const made = before.then(begin, begin)
    next.set(key, made)
    return made
  }

  return (key) => {
    const before = running.get(key)
    return before === undefined ? start(key) : (next.get(key) ?? startAfter(key, before))
  }
}

/** What is made of one and the same thing, made once, for as long as that is kept. */
export function once<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const made = new WeakMap<From, { made: Made }>()
  return (from) => {
    const known = made.get(from) ?? { made: make(from) }
    made.set(from, known)
    return known.made
  }
}
