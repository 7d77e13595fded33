import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { demoClient } from '../../electron/demo-store/demo-client.ts'
import { createStation, type Station } from '../../electron/station/compose/station.ts'
import { openDatabase } from '../../electron/station/database/open.ts'
import type { Tokens } from '../../electron/station/imweb/session.ts'
import type { HttpResult, Transport } from '../../electron/station/imweb/transport.ts'
import type { CrashPoint } from '../../electron/station/ports.ts'
import type { Chance } from '../simulation/chance.ts'
import { createAnchorInMemory } from '../station/anchor-in-memory.ts'
import { watchedDatabase } from '../station/watched-database.ts'
import type { AtStore } from './at-store.ts'
import type { Time } from './time.ts'
import type { Trace } from './trace.ts'

/** Thrown where the process is made to die: nothing after it is carried out. */
export class Died extends Error {}

/** Where the process is to die: at the so-manieth thing it waits for, or the so-manieth time it comes by a named point. */
export type Doom = { at: 'await' | CrashPoint; in: number }

const deskTiming = { pollMs: 15_000, timeoutMs: 10_000, settleMs: 150_000, sightMs: 120_000 } as const

export type DeskParts = {
  name: string
  time: Time
  chance: Chance
  trace: Trace
  transport: Transport
  atStore: AtStore
}

const never = (): Promise<never> => new Promise<never>(() => undefined)

/** One desk: a database, an anchor beside it, tokens, a clock that may be set, and a process that may die at any time. */
export function createDesk({ name, time, chance, trace, transport, atStore }: DeskParts) {
  let db = openDatabase({ file: ':memory:' })
  let folder: string | null = null
  const anchor = createAnchorInMemory()
  anchor.newId = () => `${name}-${String(time.now())}`
  let tokens: Tokens | null = null
  let clockAhead = 0
  let generation = 0
  let doom: Doom | null = null

  function die(): void {
    generation += 1
    doom = null
    trace.note(name, 'DIES')
  }

  /** Whether the process dies where it is now. */
  function isFatal(at: Doom['at']): boolean {
    if (doom?.at !== at) return false
    doom.in -= 1
    if (doom.in > 0) return false
    die()
    return true
  }

  function boot(): Station {
    generation += 1
    const mine = generation
    const begun = time.now()
    const alive = () => mine === generation
    /** Something the process waits for: it may die before it begins to, and before it hears of it. */
    const waits = async <Result>(work: () => Promise<Result>): Promise<Result> => {
      if (!alive() || isFatal('await')) return never()
      const result = await work()
      return !alive() || isFatal('await') ? never() : result
    }
    return createStation({
      // A process that is dead does not write any more.
      db: watchedDatabase(db, () => {
        if (!alive()) throw new Died()
      }),
      clock: () => time.now() + clockAhead,
      pace: () => time.now() - begun,
      random: chance.random,
      schedule: (ms, run) =>
        time.after(ms, () => {
          if (alive()) run()
        }),
      pause: () => waits(() => time.hold(new Promise((resolve) => setImmediate(resolve)))),
      report: (what, error) => {
        if (alive()) trace.note(name, `reports ${what}: ${error instanceof Error ? error.message : '?'}`)
      },
      transport: (request) => waits((): Promise<HttpResult> => transport(request)),
      anchor: {
        read: anchor.read,
        write: (text) => waits(() => time.hold(anchor.write(text))),
      },
      newId: anchor.newId,
      tokens: {
        load: () => waits(() => Promise.resolve(tokens)),
        save: (next) =>
          waits(() => {
            tokens = next
            return Promise.resolve()
          }),
      },
      authorize: () => waits(() => authorize(atStore, time)),
      store: { baseUrl: 'http://store', credentials: demoClient, demo: false },
      ...deskTiming,
      reached: (point) => {
        if (!alive() || isFatal(point)) throw new Died()
      },
    })
  }

  let station = boot()
  let living = generation
  const isDead = () => living !== generation

  return {
    name,
    get methods(): Station['methods'] {
      return station.methods
    },
    isDead,
    setDoom(next: Doom | null): void {
      doom = next
    },
    kill(): void {
      if (!isDead()) die()
    },
    /** A new process on the same disk. */
    restart(): void {
      if (!isDead()) die()
      station = boot()
      living = generation
      trace.note(name, 'starts')
      station.start().catch(() => undefined)
    },
    setClock(ms: number): void {
      clockAhead += ms
      trace.note(name, `clock set by ${String(ms / 1000)} s`)
    },
    /** The database as it is now. */
    copy: (): Buffer => db.serialize(),
    /** Puts a copy back in its place; only between two processes. */
    putBack(copy: Buffer): void {
      folder ??= mkdtempSync(path.join(tmpdir(), 'packdesk-ordeal-'))
      const file = path.join(folder, `${String(generation)}.db`)
      writeFileSync(file, copy)
      db.close()
      db = openDatabase({ file })
    },
    end(): void {
      if (!isDead()) die()
      db.close()
      if (folder !== null) rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Desk = ReturnType<typeof createDesk>

/** The shop's owner lets the desk in, in a browser of their own. */
async function authorize({ store }: AtStore, time: Time) {
  const { clientId, redirectUri, siteCode } = demoClient
  const scope = 'site-info:write order:read order:write product:read'
  const asked = new URLSearchParams({
    ...{ responseType: 'code', clientId, redirectUri, scope, siteCode, state: 's' },
  })
  const url = `http://store/oauth2/authorize?${asked.toString()}`
  const answer = await time.hold(store.fetch(new Request(url, { redirect: 'manual' })))
  const code = new URL(answer.headers.get('location') ?? 'http://none').searchParams.get('code')
  return code === null ? { kind: 'declined' as const } : { kind: 'code' as const, code }
}
