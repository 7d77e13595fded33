import { beforeEach, describe, expect, it } from 'vitest'
import type { Manner, TakenIn } from '../../../electron/station/outbox/take-in.ts'
import type { Intent } from '../../../electron/station/outbox/intent-table.ts'
import type { Section } from '../../../shared/domain/orders/order.ts'
import { at, invoice, otherInvoice, preparing, ready, shipping } from '../intents/boxes.ts'
import { heard, order } from '../orders.ts'
import { boxId, createOutbox, orderNo, promise, type OutboxWorld } from './outbox-world.ts'

let outbox: OutboxWorld
beforeEach(() => {
  outbox = createOutbox()
})

/** Longer than any copy of the store's lags behind. */
const lagOver = 10 * 60_000

const takeIn = (sections: Section[], manner: Manner = 'alone', asked = outbox.readings.moment()): TakenIn =>
  outbox.takeIn(heard(order(sections)), asked, manner)

const sections = (): string[] =>
  (outbox.orders.get(orderNo)?.sections ?? []).map(({ code, status }) => `${code} ${status}`)

/** The box has left in a section of its own, as the store has said. */
function reported(state: 'reported' | 'confirmed' = 'reported'): Intent {
  outbox.given([preparing('os1', 1, 2), shipping('os2', 1, 2)])
  outbox.readings.touch(orderNo)
  outbox.table.change(1, { state, section: 'os2', sentAt: outbox.now })
  return outbox.newest()
}

describe('what the store has said it has done', () => {
  it.each<[string, Section[]]>([
    ['as it left', [preparing('os1', 1, 2), shipping('os2', 1, 2)]],
    ['delivered', [at('SHIPPING_COMPLETE', 'os2', 1, 2, { invoice })]],
    ['on its way back', [at('RETURN_REQUEST', 'os2', 1, 2, { invoice })]],
    ['in part on its way back', [shipping('os2', 1, 1), at('RETURN_REQUEST', 'os3', 0, 1, { invoice })]],
  ])('is confirmed by a reading that shows it: %s', (_, now) => {
    reported()
    outbox.pass(5)
    expect(takeIn(now)).toMatchObject({ kind: 'kept', contradicted: false })
    expect(outbox.newest()).toMatchObject({ state: 'confirmed', section: 'os2', since: outbox.now })
    expect(outbox.logged).toEqual([{ orderNo, events: [] }])
  })

  it('is confirmed together with what the log is told of it, or not at all', () => {
    reported()
    outbox.duringLog = () => {
      throw new Error('disk full')
    }
    expect(() => takeIn([shipping('os2', 1, 2)])).toThrow('disk full')
    expect(outbox.newest().state).toBe('reported')
    expect(sections()).toContain('os1 PRODUCT_PREPARATION')
  })

  it('is told to the log once', () => {
    reported()
    takeIn([shipping('os2', 1, 2)])
    takeIn([shipping('os2', 1, 2)])
    expect(outbox.logged).toHaveLength(1)
  })

  it.each<[string, Section[]]>([
    ['otherInvoice', [shipping('os2', 1, 2, otherInvoice)]],
    ['otherGoods', [shipping('os2', 1, 1)]],
    ['otherGoods', [shipping('os2', 2, 2)]],
    ['waybillTwice', [shipping('os2', 1, 2), ready('os3', 1, 2, { invoice })]],
  ])('is put before a person where a reading speaks against it: %s', (problem, now) => {
    for (const state of ['reported', 'confirmed'] as const) {
      outbox = createOutbox()
      reported(state)
      outbox.pass(lagOver)
      expect(takeIn(now)).toMatchObject({ kind: 'kept', contradicted: true })
      expect(outbox.newest()).toMatchObject({ state: 'needsPerson', problem: { kind: problem } })
      expect(outbox.table.headsIn('needsPerson')).toHaveLength(1)
    }
  })

  it('comes before what was promised of the order after it, once it is contradicted', () => {
    reported()
    outbox.give({ payload: promise({ boxId: 'B2' }), box: { id: 'B2', number: 2 } })
    takeIn([shipping('os2', 1, 1)])
    expect(outbox.table.due(outbox.pace, [], 9)).toEqual([])
    outbox.table.change(1, { state: 'handled' })
    expect(outbox.table.due(outbox.pace, [], 9).map(({ seq }) => seq)).toEqual([2])
  })

  it('is not judged by its old waybill once it was promised another', () => {
    reported('confirmed')
    const payload = { boxId, was: invoice, invoice: otherInvoice, reason: '' }
    outbox.give({ kind: 'correctWaybill', payload })
    outbox.orders.save(heard(order([shipping('os2', 1, 2, otherInvoice)])))
    outbox.table.change(2, { state: 'reported', section: 'os2' })
    expect(takeIn([shipping('os2', 1, 2, otherInvoice)])).toMatchObject({ contradicted: false })
    expect(outbox.table.get(1).state).toBe('confirmed')
    expect(outbox.table.get(2).state).toBe('confirmed')
    expect(outbox.logged.at(-1)).toEqual({ orderNo, events: [{ type: 'waybillFreed', boxId, invoice }] })
  })
})

describe('a reading that does not show what the desk has done', () => {
  const before: [string, Section[]][] = [
    ['its section is missing', [preparing('os1', 2, 4)]],
    ['its section is less far', [ready('os2', 1, 2, { invoice })]],
    ['its section has no waybill', [at('SHIPPING', 'os2', 1, 2)]],
  ]

  it.each(before)('is from before it, for as long as a copy may lag behind: %s', (_, now) => {
    reported()
    outbox.pass(lagOver - 1)
    expect(takeIn(now)).toMatchObject({ kind: 'older', contradicted: false })
    expect(outbox.newest().state).toBe('reported')
    expect(sections()).toEqual(['os1 PRODUCT_PREPARATION', 'os2 SHIPPING'])
    expect(outbox.readings.isFresh(orderNo)).toBe(false)
  })

  it.each(before.slice(0, 2))('is believed then, and it is promised still: %s', (_, now) => {
    reported()
    outbox.pass(lagOver)
    expect(takeIn(now)).toMatchObject({ kind: 'kept', contradicted: true })
    expect(outbox.newest()).toMatchObject({ state: 'waiting', section: null, readFirst: true })
    expect(outbox.table.due(outbox.pace, [], 9)).toHaveLength(1)
  })

  it.each(before.slice(0, 2))(
    'means that somebody has taken it back, where it was seen before: %s',
    (_, now) => {
      reported('confirmed')
      outbox.pass(lagOver)
      expect(takeIn(now)).toMatchObject({ contradicted: true })
      expect(outbox.newest()).toMatchObject({ state: 'needsPerson', problem: { kind: 'undone' } })
    },
  )

  it('may be one of a run before', () => {
    reported()
    const later = createOutbox()
    outbox = later
    outbox.given([shipping('os2', 1, 2)])
    outbox.table.change(1, { state: 'reported', section: 'os2' })
    expect(takeIn([preparing('os1', 2, 4)])).toMatchObject({ kind: 'older' })
    outbox.pass(lagOver)
    expect(takeIn([preparing('os1', 2, 4)])).toMatchObject({ kind: 'kept' })
  })

  it('holds up a box that is half told as well', () => {
    outbox.given([ready('os2', 1, 2)])
    outbox.readings.touch(orderNo)
    outbox.table.change(1, { section: 'os2' })
    expect(takeIn([preparing('os1', 2, 4)])).toMatchObject({ kind: 'older' })
  })

  it('is believed of a section of which it is to be found out', () => {
    outbox.given([shipping('os2', 1, 2)])
    outbox.readings.touch(orderNo)
    const step = { kind: 'removeInvoice', sectionCode: 'os2', was: invoice } as const
    outbox.table.change(1, { section: 'os2', step, state: 'unknown' })
    expect(takeIn([at('SHIPPING', 'os2', 1, 2)])).toMatchObject({ kind: 'kept' })
    outbox.table.change(1, { step: null, state: 'waiting' })
    outbox.knows(order([shipping('os2', 1, 2)]))
    expect(takeIn([at('SHIPPING', 'os2', 1, 2)])).toMatchObject({ kind: 'older' })
  })

  it('does not, by sections that are no box of this desk, or one that a person has seen to', () => {
    outbox.given([ready('os2', 1, 2)])
    outbox.readings.touch(orderNo)
    expect(takeIn([preparing('os2', 1, 2)])).toMatchObject({ kind: 'kept' })
    reported()
    outbox.table.change(1, { state: 'handled', handled: { how: 'handedOver', reason: '', at: 0 } })
    expect(takeIn([preparing('os1', 2, 4)])).toMatchObject({ kind: 'kept', contradicted: false })
  })
})

describe('a reading that was asked for too early', () => {
  it('is older than a write, or than another that was asked for later', () => {
    outbox.knows(order([preparing('os1', 2, 4)]))
    const asked = outbox.readings.moment()
    const later = outbox.readings.moment()
    expect(takeIn([ready('os1', 2, 4)], 'alone', later)).toMatchObject({ kind: 'kept' })
    expect(takeIn([preparing('os1', 2, 4)], 'alone', asked)).toMatchObject({ kind: 'older' })
    outbox.readings.touch(orderNo)
    expect(takeIn([preparing('os1', 2, 4)], 'alone', later)).toMatchObject({ kind: 'older' })
    expect(sections()).toEqual(['os1 SHIPPING_READY'])
  })
})

describe('a list', () => {
  it('keeps what it leaves out, says so, and judges nothing by that', () => {
    reported()
    outbox.pass(lagOver)
    expect(takeIn([preparing('os1', 1, 1)], 'listed')).toMatchObject({ kind: 'kept', leftOut: ['SHIPPING'] })
    expect(outbox.newest().state).toBe('reported')
    expect(sections()).toEqual(['os1 PRODUCT_PREPARATION', 'os2 SHIPPING'])
    expect(outbox.readings.isFresh(orderNo)).toBe(false)
  })

  it('confirms what it brings, and is as good as the whole order where it leaves nothing out', () => {
    reported()
    outbox.readings.doubt(orderNo)
    expect(takeIn([shipping('os2', 1, 2)], 'listed')).toMatchObject({ leftOut: ['PRODUCT_PREPARATION'] })
    expect(outbox.newest().state).toBe('confirmed')
    expect(outbox.readings.isFresh(orderNo)).toBe(false)
    takeIn([preparing('os1', 1, 2), shipping('os2', 1, 2)], 'listed')
    expect(outbox.readings.isFresh(orderNo)).toBe(true)
  })

  it('that shows goods of what it leaves out in another section is from before they were divided', () => {
    reported()
    outbox.pass(lagOver)
    expect(takeIn([preparing('os1', 2, 4)], 'listed')).toMatchObject({ kind: 'joinless' })
    expect(takeIn([preparing('os1', 1, 3)], 'listed')).toMatchObject({ kind: 'joinless' })
    expect(sections()).toEqual(['os1 PRODUCT_PREPARATION', 'os2 SHIPPING'])
    expect(takeIn([preparing('os1', 1, 2)], 'listed')).toMatchObject({ kind: 'kept' })
  })

  it('does not speak against what was told: the order is read by itself for that', () => {
    reported()
    const toRead = () => outbox.db.prepare('SELECT to_read FROM orders').pluck().get()
    expect(takeIn([preparing('os1', 1, 2), shipping('os2', 1, 1)], 'listed')).toMatchObject({
      kind: 'joinless',
    })
    expect(outbox.newest().state).toBe('reported')
    expect(toRead()).toBe(1)
    takeIn([shipping('os2', 1, 1), at('RETURN_REQUEST', 'os3', 0, 1, { invoice })])
    expect(outbox.newest().state).toBe('confirmed')
    expect(toRead()).toBe(0)
  })

  it('cannot be joined with what an earlier version kept a part of', () => {
    const { odd: _odd, unread: _unread, ...kept } = order([preparing('os1', 1, 2), shipping('os2', 1, 2)])
    outbox.orders.adopt(orderNo, JSON.stringify(kept))
    expect(takeIn([shipping('os2', 1, 2)], 'listed')).toMatchObject({ kind: 'joinless' })
    expect(outbox.orders.kept(orderNo)?.document).toBeNull()
    expect(takeIn([shipping('os2', 1, 2)])).toMatchObject({ kind: 'kept' })
  })
})
