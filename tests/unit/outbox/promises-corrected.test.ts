import { beforeEach, describe, expect, it } from 'vitest'
import type { Invoice } from '../../../shared/domain/orders/order.ts'
import { ready } from '../intents/boxes.ts'
import { order } from '../orders.ts'
import { invoice, other, sealed } from '../packing/log-on-paper.ts'
import {
  corrected,
  courier,
  createDeskWorld,
  dispatched,
  handedOver,
  kept,
  orderNo,
  takenBack,
  waitMs,
  type DeskWorld,
} from './desk-world.ts'

let desk: DeskWorld
beforeEach(() => {
  desk = createDeskWorld()
})

describe('a corrected waybill', () => {
  it('takes the place of the one before while the store has none, and the cage speaks of it too', () => {
    desk.happens(sealed('B1'), courier)
    const before = desk.intents()
    desk.happens(corrected(other))
    expect(desk.intents()).toEqual([
      { ...before[0], payload: { ...dispatched, invoice: other } },
      { ...before[1], payload: { ...handedOver, invoice: other } },
    ])
  })

  it('leaves what was told of the cage already', () => {
    desk.happens(sealed('B1'), courier)
    desk.change(2, { state: 'handled' })
    desk.happens(corrected(other))
    expect(desk.payloads()).toEqual([{ ...dispatched, invoice: other }, handedOver])
  })

  it('lets a box that was stuck go on, after a look at its order', () => {
    desk.happens(sealed('B1'))
    const problem = { kind: 'otherInvoice', errorCode: null, words: null } as const
    desk.change(1, { state: 'needsPerson', problem, nextAt: 1 })
    desk.happens(corrected(other))
    expect(desk.intents()).toMatchObject([
      {
        state: 'waiting',
        since: desk.outbox.now,
        nextAt: desk.outbox.pace,
        readFirst: true,
        problem: null,
        payload: { invoice: other },
      },
    ])
  })

  it('is a promise of its own once the store has the one before', () => {
    desk.happens(sealed('B1'))
    desk.allConfirmed()
    desk.happens(corrected(other))
    expect(desk.payloads()[0]).toEqual(dispatched)
    expect(desk.intents()[1]).toMatchObject({
      kind: 'correctWaybill',
      boxId: 'B1',
      boxNumber: 1,
      payload: { boxId: 'B1', was: invoice, invoice: other, reason: '오타' },
      givenAt: desk.outbox.now,
      nextAt: desk.outbox.pace + waitMs,
    })
  })

  it('is a promise of its own where it is taken off, or where nothing was promised', () => {
    desk.happens(sealed('B1'), corrected(null))
    expect(desk.kinds()).toEqual(['dispatch', 'correctWaybill'])
    desk.outbox.db.exec("DELETE FROM intents WHERE kind = 'dispatch'")
    desk.happens(corrected(other, null))
    expect(desk.payloads()).toEqual([
      { boxId: 'B1', was: invoice, invoice: null, reason: '오타' },
      { boxId: 'B1', was: null, invoice: other, reason: '오타' },
    ])
  })
})

describe('whether the store has not been given the waybill', () => {
  const unreported = (wanted: Invoice | null = other) =>
    desk.promises.isWaybillUnreported(desk.outbox.newest(), wanted)
  const storeHas = (...sections: Parameters<typeof ready>[]) => {
    desk.outbox.knows(
      order(
        sections.map((given) => ready(...given)),
        { orderNo },
      ),
    )
  }

  beforeEach(() => {
    desk.happens(sealed('B1'))
  })

  it.each([
    ['waiting', true],
    ['needsPerson', true],
    ['sending', false],
    ['unknown', false],
    ['confirmed', false],
    ['handled', false],
  ] as const)('%s: %s', (state, is) => {
    desk.change(1, { state })
    expect(unreported()).toBe(is)
  })

  it('is not sure while a call about its order is under way, or a write for it', () => {
    desk.beingReported = '2'
    expect(unreported()).toBe(true)
    desk.beingReported = orderNo
    expect(unreported()).toBe(false)
    desk.beingReported = null
    desk.change(1, { step: { kind: 'ship', sectionCode: 's', invoice, contents: null } })
    expect(unreported()).toBe(false)
  })

  it.each([
    ['has none', null, true],
    ['has the wanted one, by the shop', other, true],
    ['has another', invoice, false],
  ] as const)('is seen in its own section, which %s', (_what, has, is) => {
    desk.change(1, { section: 's2' })
    // The section it came from says the contrary.
    storeHas(['s', 1, 0, { invoice: is ? invoice : null }], ['s2', 1, 0, { invoice: has }])
    expect(unreported()).toBe(is)
  })

  it('is not so where its section has one and none is wanted', () => {
    desk.change(1, { section: 's' })
    storeHas(['s', 1, 0, { invoice }])
    expect(unreported(null)).toBe(false)
  })

  it('is not sure where its section, or the order, is not there', () => {
    desk.change(1, { section: 's2' })
    expect(unreported()).toBe(false)
    storeHas(['s', 1, 0])
    expect(unreported()).toBe(false)
  })
})

describe('a correction that was given up', () => {
  /** A box that the store has, then corrected there; `happens` after it goes on from there. */
  beforeEach(() => {
    desk.happens(sealed('B1'))
    desk.allConfirmed()
  })

  it('is promised no more, and a handover behind it speaks of the waybill from before', () => {
    desk.happens(corrected(other), courier)
    expect(desk.payloads()[2]).toEqual({ ...handedOver, invoice: other })
    desk.happens(kept())
    expect(desk.kinds()).toEqual(['dispatch', 'handOver'])
    expect(desk.payloads()[1]).toEqual(handedOver)
  })

  it('leaves a handover from before it', () => {
    const third = { courierIdx: 1, invoiceNo: '1000000003' }
    desk.happens(courier, corrected(other), kept(third))
    expect(desk.kinds()).toEqual(['dispatch', 'handOver'])
    expect(desk.payloads()[1]).toEqual(handedOver)
  })

  it('leaves no handover where there was no waybill before', () => {
    desk.happens(corrected(other, null), courier, kept(null))
    expect(desk.kinds()).toEqual(['dispatch'])
  })

  it('leaves a handover that the store may have heard of to a person', () => {
    desk.happens(corrected(other, null), courier)
    desk.change(3, { state: 'needsPerson', sentAt: 1 })
    desk.happens(kept(null))
    expect(desk.kinds()).toEqual(['dispatch', 'handOver'])
  })

  it('stays ended where a person ended it', () => {
    desk.happens(corrected(other), courier)
    const handled = { how: 'discarded', reason: '', at: 1 } as const
    desk.change(2, { state: 'handled', handled })
    desk.happens(kept())
    expect(desk.intents().map(({ kind, state }) => [kind, state])).toEqual([
      ['dispatch', 'confirmed'],
      ['correctWaybill', 'handled'],
      ['handOver', 'waiting'],
    ])
    expect(desk.payloads()[2]).toEqual(handedOver)
  })

  it('changes nothing where there is none, or no handover', () => {
    desk.happens(courier, kept(other))
    expect(desk.payloads()[1]).toEqual(handedOver)
    desk.happens(takenBack, corrected(other), kept())
    expect(desk.kinds()).toEqual(['dispatch'])
  })
})
