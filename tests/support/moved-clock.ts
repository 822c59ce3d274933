// Loaded into a server under test before anything else: its clock runs as ever, and jumps when a test says so.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'

/** Holds how many milliseconds the clock is ahead; read again at SIGUSR2. */
const file = process.env.MOVED_CLOCK ?? ''
const real = Date.now
let aheadMs = 0
Date.now = () => real() + aheadMs
process.on('SIGUSR2', () => {
  if (!existsSync(file)) return
  aheadMs = Number(readFileSync(file, 'utf8'))
  writeFileSync(`${file}.taken`, String(aheadMs)) // for whoever moved it
})
