import { demoClient } from '../../electron/demo-store/demo-client.ts'
import { createDemoStore } from '../../electron/demo-store/store.ts'
import { openDatabase, type Database } from '../../electron/station/database/open.ts'
import type { Tokens } from '../../electron/station/imweb/session.ts'
import { createStation, type Station } from '../../electron/station/compose/station.ts'
import type { Acceptance, Refusal } from '../../shared/domain/packing/answer.ts'
import { createAnchorInMemory } from './anchor-in-memory.ts'
import { createNetwork } from './network.ts'
import { saying } from './saying.ts'
import type { NewOrder, WorldOptions } from './world-options.ts'
import { seededRandom } from './seeded-random.ts'
import { checkingAnswers, checkingRequests } from '../contract/validate-answer.ts'

type Timer = { at: number; run: () => void; outside: boolean }

export type { NewOrder, WorldOptions }

export const timing = { pollMs: 15_000, timeoutMs: 10_000, settleMs: 5_000, sightMs: 0 } as const

/** A warehouse in memory: a demo store, a network that can be cut, a clock that only moves when told, and a desk. */
export async function createWorld(options: WorldOptions = {}) {
  // Time as it really passes, which the store and the network go by; the desk's clock may be set to another.
  let now = Date.UTC(2026, 10, 24, 0, 0, 0)
  let clockAhead = 0
  let timers: Timer[] = []
  let pausing = 0
  let tokens: Tokens | null = null
  let generation = 0
  let dead = false
  const reports: string[] = []
  const anchor = options.anchor ?? createAnchorInMemory()

  const random = options.random ?? seededRandom(20241010)

  const store = createDemoStore({
    file: ':memory:',
    clock: () => now,
    random,
    assumptions: options.assumptions ?? {},
    ...(options.generate === undefined ? {} : { generate: options.generate }),
    seed: options.orders === undefined ? 'demo' : 'empty',
  })
  const opened = openDatabase({ file: options.file ?? ':memory:' })
  let db = options.wrap?.(opened) ?? opened

  for (const order of options.orders ?? []) store.control.shop.addOrder(order)

  const answer = (request: Request) => store.fetch(request)
  // Two of the open answers are not what the document says: where they are assumed, it is not held against the store.
  const { emptyFields, tokenScope } = options.assumptions ?? {}
  const asDocumented = emptyFields !== 'null' && tokenScope !== 'array'
  const checked =
    options.unchecked === true ? answer : checkingRequests(asDocumented ? checkingAnswers(answer) : answer)

  /** Time passing outside the process: it goes on when that dies. */
  const pass = (ms: number) =>
    new Promise<void>((resolve) => timers.push({ at: Math.ceil(now + ms), run: resolve, outside: true }))

  const { says } = options
  const network = createNetwork({
    answer: says === undefined ? checked : saying(checked, says),
    chance: (call) => options.network?.(call) ?? 'none',
    mayBeDone: (call) => options.mayBeDone?.(call),
    pass,
    random,
    now: () => now,
    timing,
  })

  function boot(): Station {
    generation += 1
    const mine = generation
    const alive = () => mine === generation
    const begun = now
    return createStation({
      db,
      clock: () => now + clockAhead,
      pace: () => now - begun,
      random,
      schedule: (ms, run) => {
        const timer = { at: Math.ceil(now + ms), run, outside: false }
        if (alive()) timers.push(timer)
        return () => {
          timers = timers.filter((other) => other !== timer)
        }
      },
      pause: async () => {
        pausing += 1
        await new Promise((resolve) => setImmediate(resolve))
        pausing -= 1
        if (!alive()) await new Promise<never>(() => undefined)
      },
      report: (what, error) => {
        reports.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
      },
      transport: async (request) => {
        if (!alive()) return new Promise<never>(() => undefined)
        const result = await network.transport(request)
        return alive() ? result : new Promise<never>(() => undefined)
      },
      anchor: {
        read: anchor.read,
        write: async (text) => {
          if (!alive()) await new Promise<never>(() => undefined)
          pausing += 1
          await anchor.write(text).finally(() => {
            pausing -= 1
          })
        },
      },
      newId: anchor.newId,
      tokens: {
        load: () => Promise.resolve(tokens),
        save: (next) => {
          tokens = next
          return Promise.resolve()
        },
      },
      authorize: async () => {
        if (network.isCut()) return { kind: 'unreachable' }
        const query = new URLSearchParams({
          responseType: 'code',
          clientId: demoClient.clientId,
          redirectUri: demoClient.redirectUri,
          scope: 'site-info:write order:read order:write product:read',
          siteCode: demoClient.siteCode,
          state: 's',
        })
        const url = `http://store/oauth2/authorize?${query.toString()}`
        const answer = await store.fetch(new Request(url, { redirect: 'manual' }))
        const location = answer.headers.get('location')
        const code = location === null ? null : new URL(location).searchParams.get('code')
        return code === null ? { kind: 'declined' } : { kind: 'code', code }
      },
      store: { baseUrl: 'http://store', credentials: demoClient, demo: options.realShop !== true },
      ...timing,
      sightMs: options.sightMs ?? timing.sightMs,
      reached: (point) => options.reached?.(point),
      ...(options.rescue === undefined ? {} : { rescue: () => options.rescue?.(db) ?? '' }),
      ...(options.pictures === undefined ? {} : { pictures: options.pictures(store.fetch) }),
    })
  }

  let station = boot()

  /** Lets everything that is under way at this moment come to rest. */
  async function rest(): Promise<void> {
    for (let quiet = 0; quiet < 3;) {
      await new Promise((resolve) => setImmediate(resolve))
      quiet = pausing === 0 && !network.isBusy() ? quiet + 1 : 0
    }
  }

  async function advance(ms: number): Promise<void> {
    const until = now + ms
    await rest()
    for (;;) {
      const next = timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      timers = timers.filter((timer) => timer !== next)
      now = Math.max(now, next.at)
      next.run()
      await rest()
    }
    now = until
  }

  const world = {
    get db(): Database {
      return db
    },
    store,
    calls: network.calls,
    reports,
    anchor,
    /** When the store's limiter turned the desk away. */
    limited: network.limited,
    get station(): Station {
      return station
    },
    get tokens(): Tokens | null {
      return tokens
    },
    set tokens(next: Tokens | null) {
      tokens = next
    },
    now: () => now,
    advance,
    /** The desk slept: time has passed and nothing was done in it. */
    sleep(ms: number): void {
      now += ms
    },
    /** Somebody, or the network, sets the desk's clock by so much; no time passes. */
    setClock(ms: number): void {
      clockAhead += ms
    },
    cutNetwork(): void {
      network.setCut(true)
    },
    mendNetwork(): void {
      network.setCut(false)
    },
    plan: network.plan,
    /** The process dies here: nothing under way comes back, nothing planned happens. */
    kill(): void {
      generation += 1
      dead = true
      timers = timers.filter((timer) => timer.outside)
    },
    isDead: (): boolean => dead,
    /** Puts the world away. */
    end(): void {
      world.kill()
      db.close()
      store.close()
    },
    /** A new process on the same disk. */
    async restart(): Promise<void> {
      world.kill()
      dead = false
      station = boot()
      void station.start()
      await rest()
    },
    /** A new process that finds another database in the place of the one there was. */
    async restartOn(file: string): Promise<void> {
      world.kill()
      db.close()
      db = openDatabase({ file })
      await world.restart()
    },
    async snapshot() {
      return station.methods.snapshot({})
    },
    /** Scans a code and gives what the desk said. */
    async scan(code: string): Promise<Acceptance | Refusal> {
      const { lastScan } = await station.methods.scan({ code })
      if (lastScan === null) throw new Error('a scan without an answer')
      return lastScan.answer.said
    },
    async scanAll(...codes: string[]): Promise<void> {
      for (const code of codes) await world.scan(code)
    },
    /** The shop's side of life: cancelling, holding, changing an order from elsewhere. */
    shop: store.control.shop,
    /** What the shop's owner does with the desk's own permission: any call, its envelope back. */
    async ownerCall(
      method: 'PATCH' | 'POST' | 'GET',
      path: string,
      body: Record<string, unknown> = {},
    ): Promise<unknown> {
      const headers = {
        authorization: `Bearer ${tokens?.accessToken ?? ''}`,
        'content-type': 'application/json',
      }
      const init = { method, headers, ...(method === 'GET' ? {} : { body: JSON.stringify(body) }) }
      const response = await store.fetch(new Request(`http://store${path}`, init))
      if (!response.ok) throw new Error(`the shop could not: ${await response.text()}`)
      return response.json()
    },
    /** The store's sections of an order, as it would answer anyone: status, goods, waybill. */
    storeSections(orderNo: string) {
      const stored = store.readOrder(Number(orderNo))
      if (stored === undefined) throw new Error(`the store has no order ${orderNo}`)
      return stored
    },
  }

  if (options.start !== false) {
    void station.start()
    await rest()
  }
  return world
}

export type World = Awaited<ReturnType<typeof createWorld>>
