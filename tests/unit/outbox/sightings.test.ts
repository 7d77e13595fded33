import { beforeEach, describe, expect, it } from 'vitest'
import type { StoreAnswer } from '../../../electron/station/imweb/call.ts'
import { createSightings } from '../../../electron/station/outbox/sightings.ts'
import type { Order, Section } from '../../../shared/domain/orders/order.ts'
import { preparing, shipping } from '../intents/boxes.ts'
import { heard, order } from '../orders.ts'
import { createOutbox, promise, type Failure, type OutboxWorld } from './outbox-world.ts'

const sightMs = 120_000
const lagOver = 10 * 60_000

let outbox: OutboxWorld
let sightings: ReturnType<typeof createSightings>
let alarm: { ms: number; ring: () => void } | null
let asked: string[]
let reports: string[]
let changes: number
let pauses: number
/** What the store shows of orders by themselves; and the pages of what has left. */
let singles: Map<string, Order | Failure>
let pages: Order[][]
let listFailure: Failure | null
let meanwhile: () => void

beforeEach(() => {
  outbox = createOutbox()
  alarm = null
  asked = []
  reports = []
  changes = 0
  pauses = 0
  singles = new Map()
  pages = [[]]
  listFailure = null
  meanwhile = () => undefined
  sightings = createSightings({
    table: outbox.table,
    takeIn: outbox.takeIn,
    readings: outbox.readings,
    unitCode: () => 'u1',
    pace: () => outbox.pace,
    schedule: (ms, ring) => {
      alarm = { ms, ring }
      return () => {
        alarm = null
      }
    },
    report: (what, error) => reports.push(`${what}: ${error instanceof Error ? error.message : ''}`),
    pause: () => {
      pauses += 1
      return Promise.resolve()
    },
    sightMs,
    onChange: () => {
      changes += 1
    },
    service: {
      order: (orderNo) => {
        asked.push(orderNo)
        meanwhile()
        const said = singles.get(orderNo) ?? { kind: 'unanswered', why: '' }
        return Promise.resolve('kind' in said ? said : { kind: 'ok', data: heard(said) })
      },
      sentWith: (status, unit, page, since): Promise<StoreAnswer<never> | StoreAnswer<Page>> => {
        asked.push(`${status} ${unit} ${String(page)} ${String(since)}`)
        meanwhile()
        const orders = (pages[page - 1] ?? []).map(heard)
        const data = { orders, unreadable: 0, isLast: page >= pages.length }
        return Promise.resolve(listFailure ?? { kind: 'ok', data })
      },
    },
  })
})

type Page = { orders: ReturnType<typeof heard>[]; unreadable: number; isLast: boolean }

const left = (orderNo: string, sections: Section[] = [shipping('os1', 1, 2)]): Order =>
  order(sections, { orderNo })

/** The store has said of these orders that their box has left. */
function reported(...orderNos: string[]): void {
  for (const orderNo of orderNos) {
    outbox.knows(left(orderNo))
    outbox.readings.touch(orderNo)
    outbox.give({ orderNo, box: { id: `${orderNo}-B1`, number: 1 }, payload: promise({ orderNo }) })
    outbox.table.change(outbox.newest().seq, { state: 'reported', section: 'os1', since: outbox.now })
  }
}

const stateOf = (orderNo: string): string | undefined => outbox.table.ofOrder(orderNo)[0]?.state

/** Time passes up to the next look, and that comes to its end. */
async function look(): Promise<void> {
  if (alarm === null) throw new Error('nothing is planned')
  asked.length = 0
  outbox.pass(alarm.ms)
  alarm.ring()
  for (let turn = 0; turn < 300; turn += 1) await Promise.resolve()
}

const since = (): string => new Date(1_000_000 - 10 * 60_000).toISOString()
const sent = (page: number): string => `SHIPPING u1 ${String(page)} ${since()}`

describe('what was reported', () => {
  it('is looked for after a while, and not while nobody has started that, or nothing was reported', () => {
    sightings.start()
    expect(alarm).toBeNull()
    sightings.pause()
    reported('a')
    sightings.wake()
    expect(alarm).toBeNull()
    sightings.start()
    expect(alarm?.ms).toBe(sightMs)
    sightings.pause()
    expect(alarm).toBeNull()
  })

  it('is read by itself where it is one or two, and confirmed by what that shows', async () => {
    reported('a', 'b')
    singles.set('a', left('a')).set('b', left('b'))
    sightings.start()
    await look()
    expect(asked).toEqual(['a', 'b'])
    expect([stateOf('a'), stateOf('b')]).toEqual(['confirmed', 'confirmed'])
    expect(changes).toBe(1)
    expect(alarm).toBeNull()
  })

  it('is looked for together where it is more, among what has left since, with one call', async () => {
    reported('a', 'b', 'c')
    pages = [[left('a'), left('b'), left('c'), left('strange')]]
    sightings.start()
    await look()
    expect(asked).toEqual([sent(1)])
    expect(['a', 'b', 'c'].map(stateOf)).toEqual(['confirmed', 'confirmed', 'confirmed'])
    expect(outbox.orders.get('strange')).toBeNull()
    expect(pauses).toBe(3)
  })

  it('takes what came meanwhile along', async () => {
    reported('a')
    sightings.start()
    outbox.pass(60_000)
    reported('b', 'c')
    sightings.wake()
    expect(alarm?.ms).toBe(60_000)
    pages = [[left('a'), left('b'), left('c')]]
    await look()
    expect(asked).toEqual([sent(1)])
    expect(stateOf('c')).toBe('confirmed')
  })

  it('is read by itself where the pages do not bring it', async () => {
    reported('a', 'b', 'c')
    pages = [[left('a')], [left('b')]]
    singles.set('b', left('b')).set('c', left('c'))
    sightings.start()
    await look()
    expect(asked).toEqual([sent(1), 'b', 'c'])
    expect([stateOf('b'), stateOf('c')]).toEqual(['confirmed', 'confirmed'])
  })

  it('is worth a page for each ten', async () => {
    const orderNos = Array.from({ length: 21 }, (_, n) => `n${String(n)}`)
    reported(...orderNos)
    pages = [[], [], orderNos.map((orderNo) => left(orderNo)), []]
    sightings.start()
    await look()
    expect(asked).toEqual([sent(1), sent(2), sent(3)])
    expect(orderNos.map(stateOf)).toEqual(orderNos.map(() => 'confirmed'))
  })

  it('is read ten at a time', async () => {
    const orderNos = Array.from({ length: 13 }, (_, n) => `n${String(n)}`)
    reported(...orderNos)
    for (const orderNo of orderNos) singles.set(orderNo, left(orderNo))
    sightings.start()
    await look()
    expect(asked).toEqual([sent(1), ...orderNos.slice(0, 10)])
    expect(alarm?.ms).toBe(0)
  })
})

describe('what is not shown', () => {
  it('is looked for again by itself, later with each time', async () => {
    reported('a')
    singles.set('a', left('a', [preparing('os1', 1, 2)]))
    sightings.start()
    await look()
    expect(stateOf('a')).toBe('reported')
    expect(alarm?.ms).toBe(120_000)
    await look()
    expect(asked).toEqual(['a'])
    singles.set('a', left('a'))
    await look()
    expect(stateOf('a')).toBe('confirmed')
  })

  it('is promised still, once no copy can lag behind so long', async () => {
    reported('a')
    singles.set('a', left('a', [preparing('os1', 1, 2)]))
    sightings.start()
    for (let passed = 0; passed < lagOver; passed += 120_000) await look()
    expect(stateOf('a')).toBe('waiting')
    expect(alarm).toBeNull()
  })

  it.each<[string, Failure]>([
    ['no answer', { kind: 'unanswered', why: '' }],
    ['a refusal', { kind: 'refused', errorCode: '30102', words: '' }],
  ])('for want of an answer stays as it is, and is looked for again: %s', async (_, failure) => {
    reported('a', 'b')
    singles.set('a', failure).set('b', left('b'))
    sightings.start()
    await look()
    expect(stateOf('a')).toBe('reported')
    expect(asked).toEqual(failure.kind === 'refused' ? ['a', 'b'] : ['a'])
    expect(alarm).not.toBeNull()
  })

  it('waits where the list gets no answer, and is read by itself where the store gives none', async () => {
    reported('a', 'b', 'c')
    for (const orderNo of ['a', 'b', 'c']) singles.set(orderNo, left(orderNo))
    listFailure = { kind: 'unanswered', why: '' }
    sightings.start()
    await look()
    expect(asked).toEqual([sent(1)])
    listFailure = { kind: 'refused', errorCode: '30104', words: '' }
    await look()
    expect(['a', 'b', 'c'].map(stateOf)).toEqual(['confirmed', 'confirmed', 'confirmed'])
  })

  it('is told, and looked for again, where something goes wrong here', async () => {
    reported('a')
    meanwhile = () => {
      throw new Error('disk full')
    }
    sightings.start()
    await look()
    expect(reports).toEqual(['sightings: disk full'])
    expect(alarm?.ms).toBeGreaterThan(0)
    meanwhile = () => undefined
    singles.set('a', left('a'))
    await look()
    expect(stateOf('a')).toBe('confirmed')
  })
})

it('nothing of an answer is kept that comes once it is to stop', async () => {
  reported('a')
  singles.set('a', left('a'))
  meanwhile = sightings.pause
  sightings.start()
  await look()
  expect(stateOf('a')).toBe('reported')
  reported('b', 'c')
  pages = [[left('a'), left('b'), left('c')]]
  sightings.start()
  await look()
  expect(stateOf('b')).toBe('reported')
})

describe('what the outbox has reported and nobody has seen', () => {
  it('is named by its orders, each once, the first given first, and since when', () => {
    expect(outbox.table.reportedSince()).toBeNull()
    reported('b', 'a')
    outbox.pass(7)
    reported('b')
    expect(outbox.table.reportedOrders(9)).toEqual(['b', 'a'])
    expect(outbox.table.reportedOrders(1)).toEqual(['b'])
    expect(outbox.table.reportedSince()).toBe(1_000_000)
    outbox.table.change(1, { state: 'confirmed' })
    outbox.table.change(2, { state: 'handled' })
    expect(outbox.table.reportedOrders(9)).toEqual(['b'])
    expect(outbox.table.reportedSince()).toBe(1_000_007)
  })
})
