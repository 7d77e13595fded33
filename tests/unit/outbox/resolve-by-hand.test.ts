import { beforeEach, describe, expect, it } from 'vitest'
import type { IntentChange } from '../../../electron/station/outbox/intent-table.ts'
import { resolveByHand, restsIn, type ByHandParts } from '../../../electron/station/outbox/resolve-by-hand.ts'
import type { Refusal } from '../../../shared/domain/packing/answer.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { invoice, otherInvoice } from '../intents/boxes.ts'
import { boxId, createOutbox, orderNo, type OutboxWorld } from './outbox-world.ts'

let outbox: OutboxWorld
/** The lead's PIN, what is wrong with any other, who is there, and the order that a call is under way about. */
let desk: { pin: string | null; isLead: boolean; beingReported: string | null }
let gaveUp: { orderNo: string; event: PackingEvent }[]
let superseded: unknown[]
/** What is kept is written in transactions; this one fails at its end. */
let diskFull: boolean

beforeEach(() => {
  outbox = createOutbox()
  desk = { pin: '2468', isLead: false, beingReported: null }
  gaveUp = []
  superseded = []
  diskFull = false
})

const inTransaction = (work: () => void): void => {
  outbox.db.transaction(() => {
    work()
    if (diskFull) throw new Error('disk full')
  })()
}
const parts = (): ByHandParts => ({
  table: outbox.table,
  promises: { supersede: (...what) => superseded.push(what) },
  giveUp: (no, event, alongside) => {
    inTransaction(alongside)
    gaveUp.push({ orderNo: no, event })
    return { ok: true, said: { kind: 'boxVoided', box: 1 } }
  },
  inTransaction,
  leadPin: {
    isSet: () => desk.pin !== null,
    problemOf: (pin) => (pin === desk.pin ? null : { kind: 'wrongPin' }),
  },
  isLead: () => desk.isLead,
  isBeingReported: (no) => no === desk.beingReported,
  clock: () => outbox.now,
  pace: () => outbox.pace,
  doubts: outbox.doubts,
})
const resolve = (how: 'handedOver' | 'discarded', pin = '2468', seq = 1) =>
  resolveByHand(parts(), { seq, how, reason: '직접 처리', pin })
const refused = (said: Refusal) => ({ ok: false, said })

const untouched = () => {
  expect(outbox.table.get(1)).toMatchObject({ state: 'waiting', handled: null })
  expect([gaveUp, superseded]).toEqual([[], []])
}
const ship = { kind: 'ship', sectionCode: 'os1', invoice, contents: null } as const

describe('handing over', () => {
  it('ends the intent, and what else was promised of its box', () => {
    outbox.give()
    outbox.pass(7)
    expect(resolve('handedOver')).toEqual({ ok: true, said: { kind: 'handedToPerson', box: 1 } })
    expect(outbox.table.get(1)).toMatchObject({
      state: 'handled',
      since: outbox.now,
      handled: { how: 'handedOver', reason: '직접 처리', at: outbox.now },
    })
    expect(superseded).toEqual([[orderNo, boxId, '직접 처리', outbox.now]])
    expect(gaveUp).toEqual([])
  })

  it('is written whole, or not at all', () => {
    outbox.give()
    diskFull = true
    expect(() => resolve('handedOver')).toThrow('disk full')
    expect(outbox.table.get(1)).toMatchObject({ state: 'waiting', handled: null })
  })

  it('ends nothing else where it is not the box itself that is handed over', () => {
    outbox.give({ kind: 'handOver', payload: { boxId, invoice, receiver: null } })
    expect(resolve('handedOver').ok).toBe(true)
    expect(outbox.table.get(1).state).toBe('handled')
    expect(superseded).toEqual([])
  })

  it('ends nothing else where it is about no box', () => {
    outbox.give({ box: null })
    expect(resolve('handedOver')).toEqual({ ok: true, said: { kind: 'handedToPerson', box: null } })
    expect(superseded).toEqual([])
  })
})

describe('giving up', () => {
  it('ends the intent with what the log is told of its box, and answers what that says', () => {
    outbox.give()
    outbox.pass(7)
    expect(resolve('discarded')).toEqual({ ok: true, said: { kind: 'boxVoided', box: 1 } })
    expect(outbox.table.get(1)).toMatchObject({
      state: 'handled',
      since: outbox.now,
      handled: { how: 'discarded', reason: '직접 처리', at: outbox.now },
    })
    expect(gaveUp).toEqual([{ orderNo, event: { type: 'boxVoided', boxId, reason: '직접 처리' } }])
    expect(superseded).toEqual([])
  })

  it.each([
    ['may have been done', ship, null],
    ['was not done', null, otherInvoice],
  ])('knows whether a write that %s has left a waybill taken', (_what, step, freed) => {
    outbox.give({
      kind: 'correctWaybill',
      payload: { boxId, was: invoice, invoice: otherInvoice, reason: '' },
    })
    outbox.table.change(1, { state: 'needsPerson', step })
    resolve('discarded')
    expect(gaveUp[0]?.event).toEqual({ type: 'waybillKept', boxId, was: invoice, invoice: freed })
  })
})

describe('what can be ended by hand', () => {
  it('is there, and has not ended', () => {
    expect(resolve('handedOver')).toEqual(refused({ kind: 'nothingToDo' }))
    outbox.give()
    for (const state of ['confirmed', 'handled'] as const) {
      outbox.table.change(1, { state })
      expect(resolve('handedOver')).toEqual(refused({ kind: 'nothingToDo' }))
      expect(outbox.table.get(1).handled).toBeNull()
    }
  })

  it.each(['handedOver', 'discarded'] as const)('is not being told just now: %s', (how) => {
    outbox.give()
    desk.beingReported = orderNo
    expect(resolve(how)).toEqual(refused({ kind: 'beingReported' }))
    untouched()
    desk.beingReported = 'another'
    expect(resolve(how).ok).toBe(true)
  })

  it.each([
    ['is right', 0],
    ['was set back', -10_800_000],
    ['was set ahead', 10_800_000],
  ])(
    'is handed over a minute after its write was given up, and not before, where the clock %s',
    (_what, set) => {
      outbox.give()
      outbox.table.change(1, { step: ship, sentAt: outbox.now })
      outbox.doubts.over(1)
      outbox.now += set
      outbox.pass(59_999)
      expect(resolve('handedOver')).toEqual(refused({ kind: 'beingReported' }))
      untouched()
      outbox.pass(1)
      expect(resolve('discarded')).toEqual(refused({ kind: 'beingReported' }))
      untouched()
      expect(resolve('handedOver').ok).toBe(true)
    },
  )
})

describe('from when on it can be ended', () => {
  it.each<[string, IntentChange, number | null, number | null]>([
    ['not begun: at once', {}, 0, 0],
    ['stuck: at once', { state: 'needsPerson', step: ship, sentAt: 6 }, 0, 0],
    ['begun: not as it stands', { section: 'os1' }, null, null],
    [
      'a write of an earlier run: a minute after it was given up',
      { state: 'unknown', step: ship, sentAt: 7 },
      69_000,
      null,
    ],
    ['a write, nobody noted when: not as it stands', { step: ship }, null, null],
  ])('%s', (_what, changes, handedOver, discarded) => {
    outbox.give()
    outbox.table.change(1, changes)
    const intent = outbox.newest()
    outbox.pass(1_000)
    expect([restsIn(intent, 'handedOver', parts()), restsIn(intent, 'discarded', parts())]).toEqual([
      handedOver,
      discarded,
    ])
  })
})

describe("the lead's PIN", () => {
  beforeEach(() => {
    outbox.give()
  })

  it.each(['handedOver', 'discarded'] as const)('is asked for: %s', (how) => {
    expect(resolve(how, '')).toEqual(refused({ kind: 'pinNeeded' }))
    expect(resolve(how, '1111')).toEqual(refused({ kind: 'wrongPin' }))
    untouched()
    expect(resolve(how).ok).toBe(true)
  })

  it.each(['handedOver', 'discarded'] as const)('is not asked of a lead: %s', (how) => {
    desk.isLead = true
    expect(resolve(how, '').ok).toBe(true)
  })

  it.each(['', '1111'])('that is not set is needed for giving up only: %j', (pin) => {
    desk.pin = null
    expect(resolve('discarded', pin)).toEqual(refused({ kind: 'pinNeeded' }))
    untouched()
    expect(resolve('handedOver', pin).ok).toBe(true)
  })
})
