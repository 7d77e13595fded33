import { beforeEach, describe, expect, it } from 'vitest'
import { createLookOver } from '../../../electron/station/outbox/look-over.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import { otherInvoice, shipping } from '../intents/boxes.ts'
import { heard, order } from '../orders.ts'
import { createOutbox, promise, type Failure, type OutboxWorld } from './outbox-world.ts'

const minute = 60_000

let outbox: OutboxWorld
let lookOver: ReturnType<typeof createLookOver>
let alarm: { ms: number; ring: () => void } | null
let asked: string[]
let reports: string[]
let pauses: number
let pages: Order[][]
let failure: Failure | null
let meanwhile: () => void

beforeEach(() => {
  outbox = createOutbox()
  alarm = null
  asked = []
  reports = []
  pauses = 0
  pages = [[]]
  failure = null
  meanwhile = () => undefined
  lookOver = createLookOver({
    table: outbox.table,
    takeIn: outbox.takeIn,
    readings: outbox.readings,
    unitCode: () => 'u1',
    timeAgo: (ms) => new Date(outbox.now - ms).toISOString(),
    pace: () => outbox.pace,
    schedule: (ms, ring) => {
      alarm = { ms, ring }
      return () => {
        alarm = null
      }
    },
    pause: () => {
      pauses += 1
      return Promise.resolve()
    },
    report: (what, error) => reports.push(`${what}: ${error instanceof Error ? error.message : ''}`),
    onChange: () => undefined,
    service: {
      sentWith: (status, unit, page, since) => {
        const hours = (outbox.now - Date.parse(String(since))) / (60 * minute)
        asked.push(`${status} ${unit} ${String(page)}, ${String(hours)} hours back`)
        meanwhile()
        const data = {
          orders: (pages[page - 1] ?? []).map(heard),
          unreadable: 0,
          isLast: page >= pages.length,
        }
        return Promise.resolve(failure ?? { kind: 'ok' as const, data })
      },
    },
  })
  outbox.now = Date.UTC(2026, 10, 24)
})

const left = (orderNo: string, invoice = otherInvoice): Order =>
  order([shipping('os1', 1, 2, invoice)], { orderNo })

/** A box of that order has left, which was seen long ago. */
function seen(orderNo: string): void {
  outbox.orders.save(heard(order([shipping('os1', 1, 2)], { orderNo })))
  outbox.give({ orderNo, box: { id: `${orderNo}-B1`, number: 1 }, payload: promise({ orderNo }) })
  outbox.table.change(outbox.newest().seq, { state: 'confirmed', section: 'os1' })
}

const toRead = (): unknown[] =>
  outbox.db.prepare('SELECT order_no FROM orders WHERE to_read = 1 ORDER BY order_no').pluck().all()

async function look(): Promise<number> {
  if (alarm === null) throw new Error('nothing is planned')
  const { ms, ring } = alarm
  outbox.pass(ms)
  ring()
  for (let turn = 0; turn < 300; turn += 1) await Promise.resolve()
  return ms
}

describe('what has left of late', () => {
  it('is looked over after a start, two days back, and then every hour, four hours back', async () => {
    lookOver.start()
    expect(await look()).toBe(10 * minute)
    expect(await look()).toBe(60 * minute)
    await look()
    expect(asked).toEqual([
      'SHIPPING u1 1, 48 hours back',
      'SHIPPING u1 1, 4 hours back',
      'SHIPPING u1 1, 4 hours back',
    ])
  })

  it('has its orders read by themselves where they stand otherwise, after the last copy that may lag', async () => {
    seen('a')
    seen('b')
    pages = [[left('a'), left('b', { courierIdx: 4, invoiceNo: '689223456782' }), left('strange')]]
    lookOver.start()
    await look()
    expect(toRead()).toEqual(['a'])
    expect(outbox.orders.get('strange')).toBeNull()
  })

  it('is gone through page by page, with other work in between', async () => {
    pages = [Array.from({ length: 25 }, (_, n) => left(String(n))), [left('x')]]
    lookOver.start()
    await look()
    expect(pauses).toBe(25)
    expect(await look()).toBe(20_000)
    expect(asked.at(-1)).toBe('SHIPPING u1 2, 48 hours back')
    expect(await look()).toBe(60 * minute)
  })

  it('is looked over from its beginning an hour later where no answer came', async () => {
    failure = { kind: 'unanswered', why: '' }
    lookOver.start()
    await look()
    failure = null
    expect(await look()).toBe(60 * minute)
    expect(asked.at(-1)).toBe('SHIPPING u1 1, 48 hours back')
  })

  it('is left for an hour where something goes wrong here, which is told', async () => {
    meanwhile = () => {
      throw new Error('odd')
    }
    lookOver.start()
    await look()
    expect(reports).toEqual(['look-over: odd'])
    expect(alarm?.ms).toBe(60 * minute)
  })

  it('is left alone while nobody is to look', async () => {
    seen('a')
    pages = [[left('a')]]
    meanwhile = lookOver.pause
    lookOver.start()
    await look()
    expect(toRead()).toEqual([])
    expect(alarm).toBeNull()
  })
})
