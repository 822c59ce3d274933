// Opens a board once, in a process of its own: as in a browser, where nothing has run before. Prints the milliseconds.
import { readFileSync } from 'node:fs'
import { applied, asBundled, loadBoard } from '#tests/bench/board-session.ts'

const [, , what, file = ''] = process.argv
asBundled()
const update = new Uint8Array(readFileSync(file))
const startedAt = performance.now()
if (what === 'apply') applied(update)
else loadBoard(update)
process.stdout.write(`${performance.now() - startedAt}\n`)
