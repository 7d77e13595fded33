import { openDatabase } from '../../../electron/station/database/open.ts'
import { createConnection, type Authorization } from '../../../electron/station/feed/connection.ts'
import type { PullResult } from '../../../electron/station/feed/pull.ts'
import type { StoreAnswer } from '../../../electron/station/imweb/call.ts'
import type { Site } from '../../../electron/station/imweb/read-answers.ts'
import { createCourierTable, type Courier } from '../../../electron/station/settings/courier-table.ts'
import { createSettingsTable } from '../../../electron/station/settings/settings-table.ts'

type Refreshed = 'ok' | 'signedOut' | 'unreachable'

/** What the shop and its owner say, until a test has them say something else. */
type Settings = {
  now: number
  random: number
  /** Tokens of an earlier run. */
  restored: boolean
  authorization: Authorization
  signIn: Refreshed
  site: StoreAnswer<Site>
  couriers: StoreAnswer<Courier[]>
  pull: () => Promise<PullResult>
}

type Planned = { ms: number | null; run: () => void; calledOff: number }

const done: PullResult = { kind: 'done', more: false }
export const pulled = (result: PullResult) => () => Promise.resolve(result)
export const failed = (answer: Extract<PullResult, { kind: 'failed' }>['answer']) =>
  pulled({ kind: 'failed', answer })
export const pollMs = 20_000

/** A connection to a shop that says what a test has put down for it, and a schedule that a test runs by hand. */
export function createConnected(demo = false) {
  const db = openDatabase({ file: ':memory:' })
  const settings = createSettingsTable(db)
  const couriers = createCourierTable(db)
  const said: string[] = []
  const planned: Planned = { ms: null, run: () => undefined, calledOff: 0 }
  const createdWith: Settings = {
    now: 1_000,
    random: 0.5,
    restored: true,
    authorization: { kind: 'code', code: 'c' },
    signIn: 'ok',
    site: { kind: 'ok', data: { name: '가게', unitCode: 'u1' } },
    couriers: { kind: 'ok', data: [{ idx: 4, name: 'CJ' }] },
    pull: pulled(done),
  }
  let token: string | null = null
  const shop = Object.assign(createdWith, { db, settings, known: couriers, said, planned })
  const connection = createConnection({
    session: {
      accessToken: () => token,
      restore: () => {
        said.push('restore')
        token = shop.restored ? 'token' : null
        return Promise.resolve(shop.restored)
      },
      refresh: () => Promise.resolve('ok'),
      signIn: (code) => {
        said.push(`sign in ${code}`)
        token = shop.signIn === 'ok' ? 'token' : null
        return Promise.resolve(shop.signIn)
      },
    },
    service: {
      site: () => {
        said.push('site')
        return Promise.resolve(shop.site)
      },
      couriers: () => {
        said.push('couriers')
        return Promise.resolve(shop.couriers)
      },
    },
    pull: (unitCode) => {
      said.push(`pull ${unitCode}`)
      return shop.pull()
    },
    authorize: () => {
      said.push('authorize')
      return Promise.resolve(shop.authorization)
    },
    demo,
    settings,
    couriers,
    clock: () => shop.now,
    random: () => shop.random,
    schedule: (ms, run) => {
      Object.assign(planned, { ms, run })
      return () => {
        planned.calledOff += 1
      }
    },
    report: (what, error) => said.push(`${what}: ${error instanceof Error ? error.message : ''}`),
    pollMs,
    onOnline: () => said.push('online'),
    onSignedOut: () => said.push('signed out'),
    onChange: () => said.push('changed'),
    onOrders: () => said.push('orders'),
  })
  return Object.assign(shop, {
    connection,
    state: () => connection.view().state,
    /** What was said to whom since it was last asked. */
    heard: (): string[] => said.splice(0),
    /** What was planned comes about. */
    poll: (): Promise<void> => {
      planned.run()
      return connection.pullNow()
    },
  })
}
