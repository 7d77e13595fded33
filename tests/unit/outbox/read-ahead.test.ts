import { beforeEach, describe, expect, it } from 'vitest'
import { createReadAhead } from '../../../electron/station/outbox/read-ahead.ts'
import type { StoreAnswer } from '../../../electron/station/imweb/call.ts'
import type { OrderPage } from '../../../electron/station/imweb/read-answers.ts'
import type { Window } from '../../../electron/station/outbox/window-of.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import { heard, order } from '../orders.ts'
import { preparing, ready } from '../intents/boxes.ts'
import { createOutbox, type OutboxWorld } from './outbox-world.ts'

let outbox: OutboxWorld
let ahead: ReturnType<typeof createReadAhead>
let answer: StoreAnswer<OrderPage>
let asked: [string, string, string][]
let pauses: number
let whilePaused: () => void

const minute = (n: number) => new Date(Date.UTC(2026, 10, 24, 0, n)).toISOString()
const placed = (n: number): Order =>
  order([preparing('os1', 1, 2)], { orderNo: String(n), placedAt: minute(n) })
const page = (...orders: Order[]): StoreAnswer<OrderPage> => ({
  kind: 'ok',
  data: { orders: orders.map(heard), unreadable: 0, isLast: true },
})

beforeEach(() => {
  outbox = createOutbox()
  asked = []
  answer = page()
  pauses = 0
  whilePaused = () => undefined
  ahead = createReadAhead({
    table: outbox.table,
    orders: outbox.orders,
    readings: outbox.readings,
    takeIn: outbox.takeIn,
    unitCode: () => 'u1',
    pace: () => outbox.pace,
    pause: () => {
      pauses += 1
      whilePaused()
      return Promise.resolve()
    },
    service: {
      ordersPlaced: (from, to, unit) => {
        asked.push([from, to, unit])
        return Promise.resolve(answer)
      },
    },
  })
})

/** Boxes that wait, of orders placed at those minutes, which the desk has heard of before. */
const waiting = (...minutes: number[]): void => {
  for (const n of minutes) {
    outbox.orders.save(heard(placed(n)))
    outbox.give({ orderNo: String(n), box: { id: `${String(n)}-B1`, number: 1 } })
  }
}

const next = (except: string[] = []): string[] | undefined => ahead.next(except)?.orderNos

describe('what is worth being read together', () => {
  it('are three orders or more that would each be read', () => {
    waiting(1, 2)
    expect(next()).toBeUndefined()
    waiting(3)
    expect(next()).toEqual(['1', '2', '3'])
    expect(ahead.next([])).toMatchObject({ from: minute(1), to: minute(3) })
    expect(next(['2'])).toBeUndefined()
  })

  it('are none that are fresh, wait for what became of a write, are read for another reason, or are not known', () => {
    waiting(1, 2, 3, 4, 5, 6)
    outbox.readings.wasRead('1', outbox.readings.moment())
    expect(next()).toEqual(['2', '3', '4', '5', '6'])
    outbox.table.change(2, { readFirst: true })
    outbox.table.change(3, { step: { kind: 'prepare', sectionCode: 'os1', contents: null } })
    expect(next()).toEqual(['4', '5', '6'])
    outbox.db.exec("UPDATE orders SET placed_at = '' WHERE order_no = '6'")
    expect(next()).toBeUndefined()
    outbox.db.exec("DELETE FROM orders WHERE order_no = '5'")
    expect(next()).toBeUndefined()
  })

  it('are no more than a page shows, with all other orders of that time', () => {
    waiting(1, 2, 500)
    for (let n = 3; n < 100; n += 1) outbox.orders.save(heard(placed(n)))
    expect(next()).toBeUndefined()
    waiting(3)
    expect(next()).toEqual(['1', '2', '3'])
  })
})

describe('reading together', () => {
  const read = (isStopped = () => false): Promise<void> => {
    const window: Window | null = ahead.next([])
    return window === null ? Promise.reject(new Error('nothing to read')) : ahead.read(window, isStopped)
  }

  it('makes them fresh as they are now, and no others', async () => {
    waiting(1, 2, 3)
    answer = page(
      order([ready('os1', 1, 2)], { orderNo: '1', placedAt: minute(1) }),
      placed(2),
      placed(3),
      placed(9),
    )
    await read()
    expect(asked).toEqual([[minute(1), minute(3), 'u1']])
    expect(outbox.orders.get('1')?.sections[0]?.status).toBe('SHIPPING_READY')
    expect(['1', '2', '3'].map(outbox.readings.isFresh)).toEqual([true, true, true])
    expect(outbox.orders.get('9')).toBeNull()
    expect(next()).toBeUndefined()
  })

  it.each<[string, StoreAnswer<OrderPage>]>([
    ['gets no answer', { kind: 'unanswered', why: '' }],
    ['is refused', { kind: 'refused', errorCode: '30104', words: '' }],
    ['brings hardly any', page(placed(1))],
  ])('is left for half a minute where it %s', async (_, said) => {
    waiting(1, 2, 3, 4)
    answer = said
    await read()
    expect(next()).toBeUndefined()
    outbox.pass(29_999)
    expect(next()).toBeUndefined()
    outbox.pass(1)
    expect(next()).toHaveLength(said.kind === 'ok' ? 3 : 4)
  })

  it('is asked for again at once where it brought half of them', async () => {
    waiting(1, 2, 3, 4, 5, 6)
    answer = page(placed(1), placed(2), placed(3))
    await read()
    expect(next()).toEqual(['4', '5', '6'])
  })

  it('lets other work have its turn, and keeps nothing once it is to stop', async () => {
    const minutes = Array.from({ length: 25 }, (_, n) => n + 1)
    waiting(...minutes)
    answer = page(...minutes.map(placed))
    let stopped = false
    whilePaused = () => {
      stopped = pauses === 21
    }
    await read(() => stopped)
    expect(pauses).toBe(21)
    expect(minutes.filter((n) => outbox.readings.isFresh(String(n)))).toHaveLength(20)
  })
})
