// One line per fact: a constant name, the data in fields; never names, votes, board text or addresses.
import { pino } from 'pino'

export type Log = {
  info(fact: string, fields?: Record<string, unknown>): void
  warn(fact: string, fields?: Record<string, unknown>): void
  /** For bugs: gives the error an id, logs it with its stack once, returns the id for the person. */
  bug(fact: string, error: unknown, fields?: Record<string, unknown>): string
}

export function createLog(level: string): Log {
  const logger = pino({ level, base: null })
  return {
    info: (fact, fields = {}) => logger.info(fields, fact),
    warn: (fact, fields = {}) => logger.warn(fields, fact),
    bug: (fact, error, fields = {}) => {
      const errorId = crypto.randomUUID().slice(0, 8)
      logger.error({ ...fields, errorId, err: error }, fact)
      return errorId
    },
  }
}

/** For tests: says nothing, but a bug still throws nothing away: it ends the test run. */
export const silentLog: Log = {
  info: () => {},
  warn: () => {},
  bug: (fact, error) => {
    queueMicrotask(() => {
      throw new Error(`bug in ${fact}`, { cause: error })
    })
    return 'test'
  },
}
