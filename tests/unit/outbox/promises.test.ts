import { beforeEach, describe, expect, it } from 'vitest'
import type { IntentChange } from '../../../electron/station/outbox/intent-table.ts'
import { createPromises, handOverOf, type Promises } from '../../../electron/station/outbox/promises.ts'
import type { Invoice } from '../../../shared/domain/orders/order.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import { order } from '../orders.ts'
import { ready } from '../intents/boxes.ts'
import {
  boxOpened,
  filling,
  followedBy,
  invoice,
  log,
  opened,
  other,
  receiver,
  scanned,
  sealed,
  sealedBox,
} from '../packing/log-on-paper.ts'
import { createOutbox, promise, type OutboxWorld } from './outbox-world.ts'

const waitMs = 400
const orderNo = '1'

let outbox: OutboxWorld
let promises: Promises
let packing: Packing
/** The order that a call is under way about. */
let beingReported: string | null

beforeEach(() => {
  outbox = createOutbox()
  packing = filling
  beingReported = null
  promises = createPromises(outbox.table, {
    orders: outbox.orders,
    isBeingReported: (no) => no === beingReported,
    waitMs: () => waitMs,
  })
})

/** Happens at the desk, a second after what was before. */
const happens = (...events: PackingEvent[]): void => {
  for (const event of events) {
    outbox.now += 1_000
    packing = followedBy(packing, event)
    promises.keep({ event, after: packing, at: outbox.now })
  }
}
const intents = () => outbox.table.ofOrder(orderNo)
const kinds = () => intents().map(({ kind }) => kind)
const payloads = () => intents().map(({ payload }) => payload)
const change = (seq: number, changes: IntentChange) => {
  outbox.table.change(seq, changes)
}

const courier: PackingEvent = { type: 'boxGivenToCourier', boxId: 'B1' }
const takenBack: PackingEvent = { type: 'boxTakenBack', boxId: 'B1' }
const reopened: PackingEvent = { type: 'boxReopened', boxId: 'B1' }
const voided: PackingEvent = { type: 'boxVoided', boxId: 'B1', reason: '파손' }
const corrected = (to: Invoice | null, was: Invoice | null = invoice): PackingEvent => ({
  ...{ type: 'waybillCorrected', boxId: 'B1', was, invoice: to, reason: '오타' },
})
const kept = (was: Invoice | null = invoice): PackingEvent => ({
  ...{ type: 'waybillKept', boxId: 'B1', was, invoice: other },
})

const dispatched = {
  boxId: 'B1',
  orderNo,
  sectionCode: 's',
  goods: [{ line: 'line--001', qty: 1 }],
  invoice,
  receiver,
  shipped: 'atHandover',
}
const handedOver = { boxId: 'B1', invoice, receiver }

/** Of the box everything that was promised so far is done. */
const allConfirmed = () => {
  for (const { seq } of intents()) change(seq, { state: 'confirmed', section: 's' })
}

describe('a sealed box', () => {
  it('is promised with its goods, its waybill and whom that is for, once it can no longer be taken back', () => {
    happens(sealed('B1'))
    expect(intents()).toMatchObject([
      {
        kind: 'dispatch',
        boxId: 'B1',
        boxNumber: 1,
        payload: dispatched,
        givenAt: outbox.now,
        nextAt: outbox.now + waitMs,
      },
    ])
  })

  it.each(['B1', 'B9'])('is one that is sealed: %s', (boxId) => {
    expect(() => {
      promises.keep({ event: sealed(boxId), after: filling, at: outbox.now })
    }).toThrow(`box ${boxId} is not sealed`)
    expect(intents()).toEqual([])
  })

  it('is promised no more once it is open again, in the cage or not', () => {
    happens(sealed('B1'), courier)
    expect(kinds()).toEqual(['dispatch', 'handOver'])
    happens(reopened)
    expect(intents()).toEqual([])
  })

  it('is not opened again where the store may have heard of it', () => {
    happens(sealed('B1'))
    change(1, { sentAt: 1 })
    expect(() => {
      happens(reopened)
    }).toThrow('may have been reported')
    expect(kinds()).toEqual(['dispatch'])
  })

  it('of which nothing was promised can be opened again', () => {
    happens(sealed('B1'))
    outbox.table.takeBack(outbox.newest())
    expect(() => {
      happens(reopened)
    }).not.toThrow()
  })
})

describe('what the store is not to hear of', () => {
  it('promises nothing', () => {
    happens({ type: 'noteWritten', text: '메모' }, { type: 'waybillFreed', boxId: 'B1', invoice })
    expect(intents()).toEqual([])
  })
})

describe('what is asked for by itself', () => {
  it('is promised as it was asked for, about no box', () => {
    happens({ type: 'intentGiven', kind: 'dispatch', payload: promise() })
    expect(intents()).toMatchObject([
      {
        kind: 'dispatch',
        boxId: null,
        boxNumber: null,
        payload: promise(),
        givenAt: outbox.now,
        nextAt: outbox.now + waitMs,
      },
    ])
  })

  it('is of a kind that this desk knows', () => {
    expect(() => {
      happens({ type: 'intentGiven', kind: 'other', payload: {} })
    }).toThrow('there is no kind of intent other')
  })
})

describe('a box in the cage', () => {
  it('is told of with its waybill, for whom the box was sealed for', () => {
    happens(sealed('B1'))
    packing = { ...packing, receiver: null }
    happens(courier)
    expect(intents()[1]).toMatchObject({
      kind: 'handOver',
      boxId: 'B1',
      boxNumber: 1,
      payload: handedOver,
      givenAt: outbox.now,
      nextAt: outbox.now + waitMs,
    })
  })

  it('is told of without a receiver where nothing was promised of it', () => {
    packing = sealedBox
    happens(courier)
    expect(payloads()).toEqual([{ ...handedOver, receiver: null }])
  })

  it('is not told of where a person sees to the box', () => {
    happens(sealed('B1'))
    change(1, { state: 'handled', handled: { how: 'handedOver', reason: '직접', at: 1 } })
    happens(courier)
    expect(kinds()).toEqual(['dispatch'])
  })

  it('has a waybill', () => {
    const box = sealedBox.boxes[0]
    if (box?.state !== 'sealed') throw new Error('not sealed')
    expect(() => handOverOf({ ...box, invoice: null }, null)).toThrow(
      'box B1 went to the courier without a waybill',
    )
  })

  it('that comes out of it again is not told of', () => {
    happens(sealed('B1'), courier, takenBack)
    expect(kinds()).toEqual(['dispatch'])
  })

  it.each(['confirmed', 'handled'] as const)('leaves what was %s as it ended', (state) => {
    happens(sealed('B1'), courier)
    change(2, { state })
    happens(takenBack)
    expect(intents()[1]?.state).toBe(state)
  })

  it('that nothing was told of comes out of it all the same', () => {
    happens(sealed('B1'), takenBack)
    expect(kinds()).toEqual(['dispatch'])
  })
})

describe('a corrected waybill', () => {
  it('takes the place of the one before while the store has none, and the cage speaks of it too', () => {
    happens(sealed('B1'), courier)
    const before = intents()
    happens(corrected(other))
    expect(intents()).toEqual([
      { ...before[0], payload: { ...dispatched, invoice: other } },
      { ...before[1], payload: { ...handedOver, invoice: other } },
    ])
  })

  it('leaves what was told of the cage already', () => {
    happens(sealed('B1'), courier)
    change(2, { state: 'handled' })
    happens(corrected(other))
    expect(payloads()).toEqual([{ ...dispatched, invoice: other }, handedOver])
  })

  it('lets a box that was stuck go on, after a look at its order', () => {
    happens(sealed('B1'))
    const problem = { kind: 'otherInvoice', errorCode: null, words: null } as const
    change(1, { state: 'needsPerson', problem, nextAt: 1 })
    happens(corrected(other))
    expect(intents()).toMatchObject([
      {
        state: 'waiting',
        since: outbox.now,
        nextAt: outbox.now,
        readFirst: true,
        problem: null,
        payload: { invoice: other },
      },
    ])
  })

  it('is a promise of its own once the store has the one before', () => {
    happens(sealed('B1'))
    allConfirmed()
    happens(corrected(other))
    expect(payloads()[0]).toEqual(dispatched)
    expect(intents()[1]).toMatchObject({
      kind: 'correctWaybill',
      boxId: 'B1',
      boxNumber: 1,
      payload: { boxId: 'B1', was: invoice, invoice: other, reason: '오타' },
      givenAt: outbox.now,
      nextAt: outbox.now + waitMs,
    })
  })

  it('is a promise of its own where it is taken off, or where nothing was promised', () => {
    happens(sealed('B1'), corrected(null))
    expect(kinds()).toEqual(['dispatch', 'correctWaybill'])
    outbox.db.exec("DELETE FROM intents WHERE kind = 'dispatch'")
    happens(corrected(other, null))
    expect(payloads()).toEqual([
      { boxId: 'B1', was: invoice, invoice: null, reason: '오타' },
      { boxId: 'B1', was: null, invoice: other, reason: '오타' },
    ])
  })
})

describe('whether the store has not been given the waybill', () => {
  const unreported = (wanted: Invoice | null = other) => promises.isWaybillUnreported(outbox.newest(), wanted)
  const storeHas = (...sections: Parameters<typeof ready>[]) => {
    outbox.knows(
      order(
        sections.map((given) => ready(...given)),
        { orderNo },
      ),
    )
  }

  beforeEach(() => {
    happens(sealed('B1'))
  })

  it.each([
    ['waiting', true],
    ['needsPerson', true],
    ['sending', false],
    ['unknown', false],
    ['confirmed', false],
    ['handled', false],
  ] as const)('%s: %s', (state, is) => {
    change(1, { state })
    expect(unreported()).toBe(is)
  })

  it('is not sure while a call about its order is under way, or a write for it', () => {
    beingReported = '2'
    expect(unreported()).toBe(true)
    beingReported = orderNo
    expect(unreported()).toBe(false)
    beingReported = null
    change(1, { step: { kind: 'ship', sectionCode: 's', invoice } })
    expect(unreported()).toBe(false)
  })

  it.each([
    ['has none', null, true],
    ['has the wanted one, by the shop', other, true],
    ['has another', invoice, false],
  ] as const)('is seen in its own section, which %s', (_what, has, is) => {
    change(1, { section: 's2' })
    // The section it came from says the contrary.
    storeHas(['s', 1, 0, { invoice: is ? invoice : null }], ['s2', 1, 0, { invoice: has }])
    expect(unreported()).toBe(is)
  })

  it('is not so where its section has one and none is wanted', () => {
    change(1, { section: 's' })
    storeHas(['s', 1, 0, { invoice }])
    expect(unreported(null)).toBe(false)
  })

  it('is not sure where its section, or the order, is not there', () => {
    change(1, { section: 's2' })
    expect(unreported()).toBe(false)
    storeHas(['s', 1, 0])
    expect(unreported()).toBe(false)
  })
})

describe('a correction that was given up', () => {
  /** A box that the store has, then corrected there; `happens` after it goes on from there. */
  beforeEach(() => {
    happens(sealed('B1'))
    allConfirmed()
  })

  it('is promised no more, and a handover behind it speaks of the waybill from before', () => {
    happens(corrected(other), courier)
    expect(payloads()[2]).toEqual({ ...handedOver, invoice: other })
    happens(kept())
    expect(kinds()).toEqual(['dispatch', 'handOver'])
    expect(payloads()[1]).toEqual(handedOver)
  })

  it('leaves a handover from before it', () => {
    const third = { courierIdx: 1, invoiceNo: '1000000003' }
    happens(courier, corrected(other), kept(third))
    expect(kinds()).toEqual(['dispatch', 'handOver'])
    expect(payloads()[1]).toEqual(handedOver)
  })

  it('leaves a handover as it is where there was no waybill before', () => {
    happens(corrected(other, null), courier, kept(null))
    expect(payloads()[1]).toEqual({ ...handedOver, invoice: other })
  })

  it('stays ended where a person ended it', () => {
    happens(corrected(other), courier)
    const handled = { how: 'discarded', reason: '', at: 1 } as const
    change(2, { state: 'handled', handled })
    happens(kept())
    expect(intents().map(({ kind, state }) => [kind, state])).toEqual([
      ['dispatch', 'confirmed'],
      ['correctWaybill', 'handled'],
      ['handOver', 'waiting'],
    ])
    expect(payloads()[2]).toEqual(handedOver)
  })

  it('changes nothing where there is none, or no handover', () => {
    happens(courier, kept(other))
    expect(payloads()[1]).toEqual(handedOver)
    happens(takenBack, corrected(other), kept())
    expect(kinds()).toEqual(['dispatch'])
  })
})

describe('a box that is given up', () => {
  it('ends what else was promised of it, and of no other box', () => {
    packing = log(opened, boxOpened(1), scanned('B1'), boxOpened(2), scanned('B2'))
    happens(sealed('B1'), courier, corrected(null), sealed('B2'), {
      type: 'boxGivenToCourier',
      boxId: 'B2',
    })
    happens(voided)
    const handled = { how: 'superseded', reason: '파손', at: outbox.now }
    expect(intents().map(({ kind, boxId, state, handled: how }) => [kind, boxId, state, how])).toEqual([
      ['dispatch', 'B1', 'waiting', null],
      ['handOver', 'B1', 'handled', handled],
      ['correctWaybill', 'B1', 'handled', handled],
      ['dispatch', 'B2', 'waiting', null],
      ['handOver', 'B2', 'waiting', null],
    ])
    expect(intents()[1]?.since).toBe(outbox.now)
  })

  it('leaves what the store has done', () => {
    happens(sealed('B1'), courier)
    change(2, { state: 'confirmed' })
    happens(voided)
    expect(intents()[1]).toMatchObject({ state: 'confirmed', handled: null })
  })
})
