/* eslint-disable no-restricted-globals, no-restricted-imports, no-restricted-syntax -- the one file here that wires the
   real clock, chance and timers in; it is a program of its own */
import { randomFillSync } from 'node:crypto'
import { runDemoStore } from './command-line.ts'

const words = new Uint32Array(256)
let next = words.length

/** From [0, 1), out of the system's own source. */
const systemRandom = (): number => {
  if (next === words.length) {
    randomFillSync(words)
    next = 0
  }
  const word = words[next] ?? 0
  next += 1
  return word / 2 ** 32
}

runDemoStore({
  args: process.argv.slice(2),
  nativeBinding: process.env['PACKDESK_SQLITE_BINDING'],
  clock: Date.now,
  random: systemRandom,
  schedule: (ms, run) => {
    setTimeout(run, ms)
  },
  out: (text) => {
    process.stdout.write(text)
  },
  tell: (text) => {
    process.stderr.write(text)
  },
  onStop: (stop) => {
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  },
}).catch((error: unknown) => {
  process.stderr.write(`demo store: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
