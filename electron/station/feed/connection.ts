import type { ConnectionView } from '../../../shared/contract/snapshot.ts'
import type { CallStore, StoreAnswer } from '../imweb/call.ts'
import type { OrderService } from '../imweb/order-service.ts'
import type { Site } from '../imweb/read-answers.ts'
import type { Session } from '../imweb/session.ts'
import type { Transport } from '../imweb/transport.ts'
import type { PullResult } from './pull.ts'
import type { Clock, Random, Report, Schedule } from '../ports.ts'
import type { CourierTable } from '../settings/courier-table.ts'
import type { SettingsTable } from '../settings/settings-table.ts'

/** How the shop's owner lets the desk in: a code to exchange for tokens, or why there is none. */
export type Authorization = { kind: 'code'; code: string } | { kind: 'unreachable' } | { kind: 'declined' }

export type ConnectionParts = {
  session: Session
  service: Pick<OrderService, 'site' | 'couriers'>
  pull: (unitCode: string) => Promise<PullResult>
  authorize: () => Promise<Authorization>
  /** Ask for authorization without being told to: only a demo store, which asks nobody, allows that. */
  demo: boolean
  settings: SettingsTable
  couriers: CourierTable
  clock: Clock
  random: Random
  schedule: Schedule
  report: Report
  pollMs: number
  onOnline: () => void
  onSignedOut: () => void
  onChange: () => void
  onOrders: () => void
}

/** more: the first import has further pages, to be fetched at once. */
type RoundResult = 'done' | 'more' | 'failed'

/** What is known of a shop that does not say. */
const nobody: Site = { name: null, unitCode: null }

/** How soon an unreachable store is tried again at first; doubles up to the poll's own pace. */
const firstRetryMs = 1_000

/** Keeps the desk in touch with the store: signs in, learns its couriers, pulls orders, and knows how things stand. */
export function createConnection(parts: ConnectionParts) {
  const { session, service, settings, couriers, clock, schedule, report, onChange } = parts
  let state: ConnectionView['state'] = 'connecting'
  let since = clock()
  let lastPullAt: number | null = null
  let introduced = false
  let failures = 0
  let timer: (() => void) | null = null
  let running: Promise<void> | null = null
  let stopped = false

  function enter(next: ConnectionView['state']): void {
    if (next === state) return
    const before = state
    state = next
    since = clock()
    if (next === 'online' && before !== 'online') parts.onOnline()
    if (next === 'signedOut') parts.onSignedOut()
    onChange()
  }

  /** Every call tells how the connection stands, whoever made it: nobody answered this one. */
  function unheard(): void {
    if (state !== 'online') return
    enter('offline')
    again(firstRetryMs)
  }

  /** The store itself answered a call. Before the first orders are in, only the pull can say that all is well. */
  function heard(): void {
    if (state === 'offline' && lastPullAt !== null) enter('online')
  }

  async function signIn(): Promise<boolean> {
    const authorization = await parts.authorize()
    if (authorization.kind === 'code') {
      const result = await session.signIn(authorization.code)
      if (result === 'ok') return true
      enter(result === 'unreachable' ? 'offline' : 'signedOut')
      return false
    }
    enter(authorization.kind === 'unreachable' ? 'offline' : 'signedOut')
    return false
  }

  /**
   * Learns the shop and its couriers. What the store does not tell, or not so that it can be read, stays as it was known;
   * orders are pulled all the same, and it is asked again with the next round.
   */
  async function introduce(): Promise<boolean> {
    const site = await service.site()
    if (site.kind !== 'ok' && site.kind !== 'refused') return settle(site.kind)
    const list = await service.couriers()
    if (list.kind !== 'ok' && list.kind !== 'refused') return settle(list.kind)
    const { name, unitCode } = site.kind === 'ok' ? site.data : nobody
    const known = list.kind === 'ok' ? list.data : []
    settings.change({
      ...(name === null ? {} : { storeName: name }),
      ...(unitCode === null ? {} : { unitCode }),
    })
    if (known.length > 0) couriers.replace(known)
    introduced = unitCode !== null && known.length > 0
    if (!introduced) report('connection', new Error('the shop or its couriers could not be read'))
    return true
  }

  /** Takes in why a call failed; always false, for the caller to stop. */
  function settle(kind: Exclude<StoreAnswer<unknown>['kind'], 'ok'>): false {
    if (kind === 'signedOut') enter('signedOut')
    else if (kind === 'undelivered' || kind === 'unanswered') enter('offline')
    return false
  }

  async function round(allowSignIn: boolean): Promise<RoundResult> {
    if (session.accessToken() === null && !(await session.restore())) {
      if (!allowSignIn) {
        enter('signedOut')
        return 'failed'
      }
      if (!(await signIn())) return 'failed'
    }
    if (!introduced && !(await introduce())) return 'failed'
    const result = await parts.pull(settings.get().unitCode ?? '')
    if (result.kind === 'failed') {
      settle(result.answer.kind)
      return 'failed'
    }
    lastPullAt = clock()
    enter('online')
    parts.onOrders()
    return result.more ? 'more' : 'done'
  }

  function again(ms: number): void {
    if (stopped) return
    timer?.()
    timer = schedule(ms, () => {
      void run(parts.demo)
    })
  }

  const pause = (): number =>
    failures === 0 ? parts.pollMs : Math.min(parts.pollMs, firstRetryMs * 2 ** Math.min(failures, 10))

  /** One round at a time; the next is planned when it ends. */
  function run(allowSignIn: boolean): Promise<void> {
    running ??= round(allowSignIn)
      .catch((error: unknown) => {
        report('connection', error)
        return 'failed' as const
      })
      .then((result) => {
        running = null
        failures = result === 'failed' ? failures + 1 : 0
        if (state !== 'signedOut' || parts.demo)
          again(result === 'more' ? 0 : Math.round(pause() * (0.75 + parts.random() / 2)))
        onChange()
      })
    return running
  }

  return {
    heard,
    unheard,
    start: (): Promise<void> => run(parts.demo),
    pullNow: (): Promise<void> => run(parts.demo),
    /** Asks the shop's owner for permission again. */
    connect: (): Promise<void> => run(true),
    stop(): void {
      stopped = true
      timer?.()
    },
    isOnline: (): boolean => state === 'online',
    view: (): ConnectionView => ({
      state,
      since,
      storeName: settings.get().storeName,
      demo: parts.demo,
      lastPullAt,
    }),
  }
}

/** A transport that tells a listener of every request that nobody answered. */
export function watched(transport: Transport, unheard: () => void): Transport {
  return async (request) => {
    const result = await transport(request)
    if (result.kind !== 'answer') unheard()
    return result
  }
}

/**
 * Calls that tell a listener whenever the store itself has answered. That somebody did is not enough: a network in between
 * answers as well.
 */
export function heardBy(call: CallStore, heard: () => void): CallStore {
  return async (asked) => {
    const answer = await call(asked)
    if (answer.kind === 'ok' || answer.kind === 'refused') heard()
    return answer
  }
}
