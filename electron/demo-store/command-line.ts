import { parseArgs } from 'node:util'
import { demoClient } from './demo-client.ts'
import { listenDemoStore } from './listen.ts'
import { createDemoStore } from './store.ts'

const help = `Usage: node scripts/demo-store.ts [--port N] [--data FILE] [--orders N] [--seed N] [--control SECRET]

An order service on this machine that speaks the order system's v2 API, for demonstrations and tests.

  --port N          port on 127.0.0.1 (default 0: any free one)
  --data FILE       keep the shop in this file; an existing one goes on where it was (default: in memory)
  --orders N        in a new shop, also generate this many orders; the same seed gives the same shop
  --seed N          seed for --orders (default 1)
  --control SECRET  open the control API under /__control/ to callers who send this secret as x-control-secret
  --help            this text

When it listens it prints one line of JSON on standard output: url, clientId, clientSecret, redirectUri, siteCode.
docs/demo-store.md says what it answers, and what it assumes where the API's document is silent.
`

const about = `Packdesk demo store.
It is: a stand-in for the order API, with invented orders, its state in one SQLite database, on this machine only.
It is not: imweb, connected to imweb, or proof of how imweb behaves where its document is silent (docs/demo-store.md).
`

const wholeNumber = (name: string, text: string, max: number): number => {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= max) return value
  throw new Error(`--${name} takes a number from 0 to ${max}, not ${text}`)
}

/** What the command stands on; the process that runs it wires the real ones. */
export interface CommandSurroundings {
  readonly args: readonly string[]
  readonly nativeBinding: string | undefined
  /** ms epoch. */
  readonly clock: () => number
  readonly random: () => number
  readonly schedule: (ms: number, run: () => void) => void
  readonly out: (text: string) => void
  readonly tell: (text: string) => void
  /** Calls back once when the process is asked to stop. */
  readonly onStop: (stop: () => void) => void
}

/** Runs the demo store as a command. Resolves when it listens, or has printed its help; throws for bad arguments. */
export const runDemoStore = async (at: CommandSurroundings): Promise<void> => {
  const { values } = parseArgs({
    args: [...at.args],
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string', default: ':memory:' },
      orders: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      control: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    at.out(help)
    return
  }
  const port = wholeNumber('port', values.port, 65_535)
  const store = createDemoStore({
    file: values.data,
    ...(at.nativeBinding === undefined ? {} : { nativeBinding: at.nativeBinding }),
    ...(values.control === undefined ? {} : { controlSecret: values.control }),
    clock: at.clock,
    random: at.random,
    schedule: at.schedule,
    generate: {
      orders: wholeNumber('orders', values.orders, 10_000_000),
      seed: wholeNumber('seed', values.seed, 2 ** 32 - 1),
    },
    onFault: (error) => {
      at.tell(`demo store: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    },
  })
  const listening = await listenDemoStore(store, { port, host: '127.0.0.1' })
  at.tell(about)
  at.out(`${JSON.stringify({ url: listening.url, ...demoClient })}\n`)
  at.onStop(() => {
    void listening.close().then(() => {
      store.close()
    })
  })
}
