import { describe, expect, it } from 'vitest'
import { project } from '../../../electron/station/log/project.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import {
  boxOpened,
  filling,
  followedBy,
  identified,
  inBox,
  invoice,
  opened,
  other,
  scanned,
  sealed,
  sealedBox,
  serial,
} from '../packing/log-on-paper.ts'

const at = 5_000
/** What events mean for an order as it was before them. */
const meaning = (before: typeof filling, ...events: PackingEvent[]) =>
  project(
    before,
    events.map((event, index) => ({ seq: 100 + index, at: at + index, event })),
  )
const waybills = (...of: Parameters<typeof meaning>) => [...meaning(...of).waybills]
const handovers = (...of: Parameters<typeof meaning>) => meaning(...of).handovers
const serials = (...of: Parameters<typeof meaning>) => meaning(...of).serials

const reopened: PackingEvent = { type: 'boxReopened', boxId: 'B1' }
const voided: PackingEvent = { type: 'boxVoided', boxId: 'B1', reason: '파손' }
const given: PackingEvent = { type: 'boxGivenToCourier', boxId: 'B1' }
const takenBack: PackingEvent = { type: 'boxTakenBack', boxId: 'B1' }
const corrected = (to: typeof invoice | null, was: typeof invoice | null = invoice): PackingEvent => ({
  type: 'waybillCorrected',
  boxId: 'B1',
  was,
  invoice: to,
  reason: '',
})
const kept = (was: typeof invoice | null, of: typeof invoice | null): PackingEvent => ({
  type: 'waybillKept',
  boxId: 'B1',
  was,
  invoice: of,
})
const freedOf = (of: typeof invoice): PackingEvent => ({ type: 'waybillFreed', boxId: 'B1', invoice: of })
const { invoiceNo: number } = invoice
const { invoiceNo: otherNumber } = other
const otherCourier = { courierIdx: 9, invoiceNo: number }

it('the order stands as its events leave it, one after the other', () => {
  const { packing } = meaning(filling, scanned('B1'), { type: 'undone', seq: 100 }, sealed('B1'))
  expect(packing).toEqual(followedBy(filling, sealed('B1')))
})

it('a scan means nothing for waybills, boxes for the courier and the store', () => {
  expect(meaning(filling, scanned('B1'))).toMatchObject({ handovers: [], toReport: [], serials: [] })
  expect(waybills(filling, scanned('B1'))).toEqual([])
})

describe('a waybill’s number', () => {
  it('is the box’s that was sealed with it, and free once that is open again', () => {
    expect(waybills(filling, sealed('B1'))).toEqual([[number, 1]])
    expect(waybills(sealedBox, reopened)).toEqual([[number, null]])
    expect(waybills(filling, sealed('B1'), reopened)).toEqual([[number, null]])
  })

  it('stays the box’s that was given up: the courier knows it', () => {
    expect(waybills(sealedBox, voided)).toEqual([])
  })

  it('is not free because a box is opened again that has none, or that is none', () => {
    expect(waybills(followedBy(sealedBox, corrected(null)), reopened)).toEqual([])
    expect(waybills(followedBy(sealedBox, voided), reopened)).toEqual([])
    expect(waybills(filling, reopened)).toEqual([])
    expect(waybills(sealedBox, { ...reopened, boxId: 'B9' })).toEqual([])
  })

  it('of a correction is the box’s too: the one before is not free until the store knows', () => {
    expect(waybills(sealedBox, corrected(other))).toEqual([[otherNumber, 1]])
    expect(waybills(followedBy(sealedBox, corrected(null)), corrected(other, null))).toEqual([
      [otherNumber, 1],
    ])
  })

  it('does not move where only the courier is another, where it is taken off, or where the box is none', () => {
    expect(waybills(sealedBox, corrected(otherCourier))).toEqual([])
    expect(waybills(sealedBox, corrected(null))).toEqual([])
    expect(waybills(filling, corrected(other))).toEqual([])
    expect(waybills(followedBy(sealedBox, voided), corrected(other))).toEqual([])
    expect(
      waybills(sealedBox, { type: 'waybillCorrected', boxId: 'B9', was: null, invoice: other, reason: '' }),
    ).toEqual([])
    expect(waybills(filling, sealed('B9'))).toEqual([])
  })

  const nowOther = followedBy(sealedBox, corrected(other))

  it('is free once the store has the new one, or the correction was given up', () => {
    expect(waybills(nowOther, freedOf(invoice))).toEqual([[number, null]])
    expect(waybills(nowOther, kept(invoice, other))).toEqual([[otherNumber, null]])
    expect(waybills(nowOther, kept(invoice, null))).toEqual([])
  })

  it('is not free while it is the one that its box has: only the courier was another', () => {
    const nowAnother = followedBy(sealedBox, corrected(otherCourier))
    expect(waybills(nowAnother, freedOf(invoice))).toEqual([])
    expect(waybills(nowAnother, kept(invoice, otherCourier))).toEqual([])
  })

  it('is not free where the next box has it, its own having been given up', () => {
    const next = [voided, boxOpened(2), scanned('B2'), sealed('B2')].reduce(
      (packing, event) => followedBy(packing, event),
      sealedBox,
    )
    expect(waybills(next, freedOf(invoice))).toEqual([])
  })

  it('is free where its box has none, is none, or is sealed no longer', () => {
    expect(waybills(followedBy(sealedBox, corrected(null)), freedOf(invoice))).toEqual([[number, null]])
    expect(waybills(followedBy(sealedBox, voided), freedOf(invoice))).toEqual([[number, null]])
    expect(waybills(followedBy(sealedBox, reopened), freedOf(invoice))).toEqual([[number, null]])
    expect(waybills(filling, { type: 'waybillFreed', boxId: 'B9', invoice })).toEqual([[number, null]])
  })
})

describe('a box for the courier', () => {
  const sealedAtOnce: PackingEvent = {
    type: 'boxSealed',
    boxId: 'B1',
    sectionCode: 's',
    contents: [],
    invoice,
    shipped: 'atSeal',
  }

  it('is one that ships at the handover, as it was sealed', () => {
    expect(handovers(filling, sealed('B1'))).toEqual([
      ['B1', { number: 1, invoice, sealedAt: at, givenAt: null }],
    ])
    expect(handovers(filling, sealedAtOnce)).toEqual([])
    expect(handovers(filling, sealed('B9'))).toEqual([])
  })

  it('is given, taken back, labelled anew, and none any more once it is open or given up', () => {
    expect(handovers(sealedBox, given)).toEqual([['B1', { givenAt: at }]])
    expect(handovers(sealedBox, takenBack)).toEqual([['B1', { givenAt: null }]])
    expect(handovers(sealedBox, corrected(other))).toEqual([['B1', { invoice: other }]])
    expect(handovers(sealedBox, corrected(null))).toEqual([['B1', { invoice: null }]])
    expect(handovers(sealedBox, kept(invoice, other))).toEqual([['B1', { invoice }]])
    expect(handovers(sealedBox, reopened)).toEqual([['B1', null]])
    expect(handovers(sealedBox, voided)).toEqual([['B1', null]])
    expect(handovers(sealedBox, freedOf(invoice))).toEqual([])
  })

  it('changes in the order of the events', () => {
    expect(handovers(sealedBox, given, takenBack, given)).toEqual([
      ['B1', { givenAt: at }],
      ['B1', { givenAt: null }],
      ['B1', { givenAt: at + 2 }],
    ])
  })
})

describe('what the store may have to hear of', () => {
  const intentGiven: PackingEvent = { type: 'intentGiven', kind: 'k', payload: {} }
  const intentGivenUp: PackingEvent = { type: 'intentGivenUp', kind: 'k', payload: {}, reason: '' }

  it.each([
    reopened,
    voided,
    given,
    takenBack,
    corrected(other),
    kept(invoice, other),
    freedOf(invoice),
    intentGiven,
    intentGivenUp,
  ])('is $type, with the order as it is after it', (event) => {
    expect(meaning(sealedBox, event).toReport).toEqual([
      { event, after: followedBy(sealedBox, event, 100), at },
    ])
  })

  it('is a seal, and all of it in its order', () => {
    const seal = sealed('B1')
    const after = followedBy(filling, seal)
    expect(meaning(filling, seal, { type: 'orderPutDown' }, given).toReport).toEqual([
      { event: seal, after, at },
      { event: given, after: followedBy(followedBy(after, { type: 'orderPutDown' }), given), at: at + 2 },
    ])
  })

  it.each<PackingEvent>([opened, boxOpened(2), scanned('B1'), { type: 'boxClosed', boxId: 'B1' }])(
    'is not $type',
    (event) => {
      expect(meaning(filling, event).toReport).toEqual([])
    },
  )
})

describe('a serial number', () => {
  const product = '1:A'
  const moved = (value: string, box: number | null) => ({ product, value, box })
  const two = followedBy(filling, boxOpened(2))

  it('is in the box whose unit it is', () => {
    expect(serials(filling, identified('B1', 'SN-2'))).toEqual([moved('SN-2', 1)])
  })

  it('is in none once its unit is taken out, its box emptied or given up', () => {
    const takenOut: PackingEvent = { type: 'itemTakenOut', ...inBox('B1'), identities: [serial('SN-1')] }
    const emptied: PackingEvent = {
      type: 'boxEmptied',
      boxId: 'B1',
      sectionCode: 's',
      contents: [{ itemNo: '-001', qty: 2 }],
      closed: false,
      identities: [serial('SN-1')],
    }
    expect(serials(filling, takenOut)).toEqual([moved('SN-1', null)])
    expect(serials(filling, emptied)).toEqual([moved('SN-1', null)])
    expect(serials(sealedBox, voided)).toEqual([moved('SN-1', null)])
  })

  it('goes with its unit into another box', () => {
    const into: PackingEvent = {
      type: 'itemMoved',
      ...inBox('B1'),
      toBoxId: 'B2',
      identities: [serial('SN-1')],
    }
    expect(serials(two, into)).toEqual([moved('SN-1', 2)])
  })

  it('stays where it is while others come, and when the box is sealed or opened again', () => {
    expect(serials(filling, sealed('B1'))).toEqual([])
    expect(serials(sealedBox, reopened)).toEqual([])
  })

  it('of an earlier opening stays where it is', () => {
    expect(serials(filling, opened)).toEqual([])
    expect(serials(sealedBox, opened, boxOpened(2), scanned('B2'), identified('B2', 'SN-2'))).toEqual([
      moved('SN-2', 2),
    ])
  })

  it('counts once, by where it is last', () => {
    const takenOut: PackingEvent = { type: 'itemTakenOut', ...inBox('B1'), identities: [serial('SN-1')] }
    expect(serials(filling, takenOut, identified('B1', 'SN-1'))).toEqual([moved('SN-1', 1)])
    expect(serials(filling, identified('B1', 'SN-2'), { type: 'undone', seq: 100 })).toEqual([
      moved('SN-2', null),
    ])
  })

  it('is one product’s: another product may have the same', () => {
    const both = followedBy(filling, scanned('B1', '-002'))
    const ofB: PackingEvent = {
      type: 'itemIdentified',
      ...inBox('B1', '-002'),
      kind: 'serial',
      value: 'SN-1',
    }
    expect(serials(both, ofB)).toEqual([{ product: '1:B', value: 'SN-1', box: 1 }])
    const takenOut: PackingEvent = { type: 'itemTakenOut', ...inBox('B1'), identities: [serial('SN-1')] }
    expect(serials(both, ofB, takenOut)).toEqual([
      { product: '1:B', value: 'SN-1', box: 1 },
      moved('SN-1', null),
    ])
  })
})
