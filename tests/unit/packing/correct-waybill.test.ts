import { describe, expect, it } from 'vitest'
import type { Invoice } from '../../../shared/domain/orders/order.ts'
import { accept } from '../../../shared/domain/packing/decision.ts'
import { correctWaybill, type BoxAtStore } from '../../../shared/domain/packing/waybill/correct-waybill.ts'
import { sectionStatuses } from '../../../shared/domain/sections/status.ts'
import type { ShippedWhen } from '../../../shared/domain/packing/shipped-when.ts'
import { opened } from './desk-on-paper.ts'
import { twoLines } from '../orders.ts'

const waybill = (invoiceNo: string): Invoice => ({ courierIdx: 4, invoiceNo })
const first = waybill('1000000001')
const second = waybill('1000000002')
const third = waybill('1000000003')

/** A desk whose only box is sealed with the first waybill. */
function sealedBox(shipped: ShippedWhen = 'atSeal') {
  const desk = opened(twoLines(1), { rules: { shipped } })
  for (const code of ['A', 'B']) desk.scan(code)
  desk.seal(first.invoiceNo)
  return desk
}

type Desk = ReturnType<typeof sealedBox>

/** The store has the box as ready to be shipped, with its waybill. */
const known: BoxAtStore = {
  boxUnreported: false,
  waybillUnreported: false,
  byHand: false,
  status: 'SHIPPING_READY',
  pending: null,
}

function correct(desk: Desk, invoice: Invoice | null, store: Partial<BoxAtStore> = {}) {
  const boxId = desk.state.boxes[0]?.id ?? ''
  const decision = correctWaybill(desk.state, { boxId, invoice, reason: 'torn' }, { ...known, ...store })
  return decision.ok ? decision.events.map(({ type, ...said }) => [type, said]) : decision.said.kind
}

const boxId = sealedBox().state.boxes[0]?.id ?? ''
const corrected = (was: Invoice | null, invoice: Invoice | null) => [
  'waybillCorrected',
  { boxId, was, invoice, reason: 'torn' },
]

describe('another waybill', () => {
  it('is given to a sealed box, and said', () => {
    const { state } = sealedBox()
    expect(correctWaybill(state, { boxId, invoice: second, reason: 'torn' }, known)).toEqual(
      accept(
        { kind: 'waybillCorrected', box: 1, invoiceNo: second.invoiceNo },
        { type: 'waybillCorrected', boxId, was: first, invoice: second, reason: 'torn' },
      ),
    )
  })

  it('frees the old number at once where the store never heard of it', () => {
    expect(correct(sealedBox(), second, { waybillUnreported: true, status: null })).toEqual([
      corrected(first, second),
      ['waybillFreed', { boxId, invoice: first }],
    ])
  })

  it('is not given to a box that has none yet, or is not there', () => {
    const desk = opened(twoLines(1))
    desk.scan('A')
    expect(correct(desk, second)).toBe('noBox')
    const nowhere = { boxId: 'B9', invoice: second, reason: '' }
    expect(correctWaybill(desk.state, nowhere, known)).toMatchObject({ said: { kind: 'noBox' } })
  })

  it('is not given to a box that a person sees to, nor the number that it has', () => {
    expect(correct(sealedBox(), second, { byHand: true })).toBe('seenToByHand')
    expect(correct(sealedBox(), first, { byHand: true })).toBe('seenToByHand')
    expect(correct(sealedBox(), { ...first })).toBe('sameWaybill')
    expect(correct(sealedBox(), { ...first, courierIdx: 5 })).toEqual([
      corrected(first, { ...first, courierIdx: 5 }),
    ])
  })

  it('is given until the parcel has arrived, and not once the order is being cancelled', () => {
    const changeable = sectionStatuses.filter(
      (status) => correct(sealedBox(), second, { status }) !== 'waybillFixed',
    )
    expect(changeable).toEqual(['PRODUCT_PREPARATION', 'SHIPPING_READY', 'SHIPPING'])
    expect(correct(sealedBox(), second, { status: null })).toEqual([corrected(first, second)])
  })

  it('waits for one that is on its way to the store', () => {
    expect(correct(sealedBox(), third, { pending: { was: first, unreported: false } })).toBe(
      'correctionPending',
    )
  })
})

describe('a waybill taken off', () => {
  it('comes off while the parcel is still here', () => {
    expect(correct(sealedBox(), null)).toEqual([corrected(first, null)])
    const { state } = sealedBox()
    expect(correctWaybill(state, { boxId, invoice: null, reason: '' }, known)).toMatchObject({
      said: { kind: 'waybillCorrected', box: 1, invoiceNo: null },
    })
  })

  it('does not come off a box that need only be opened again', () => {
    expect(correct(sealedBox(), null, { waybillUnreported: true })).toBe('reopenInstead')
  })

  it('does not come off a box that is on its way, or is to be reported so by sealing it', () => {
    expect(correct(sealedBox(), null, { status: 'SHIPPING' })).toBe('onItsWay')
    expect(correct(sealedBox('atSeal'), null, { status: null })).toBe('onItsWay')
    expect(correct(sealedBox('atHandover'), null, { status: null })).toEqual([corrected(first, null)])
    const given = sealedBox('atHandover')
    given.do(() => accept({ kind: 'calledOff' }, { type: 'boxGivenToCourier', boxId }))
    expect(correct(given, null)).toBe('onItsWay')
    expect(correct(given, second)).toEqual([corrected(first, second)])
  })

  it('that is off already does not come off again, and makes way for a new one', () => {
    const desk = sealedBox()
    desk.do(() =>
      accept(
        { kind: 'calledOff' },
        { type: 'waybillCorrected', boxId, was: first, invoice: null, reason: '' },
      ),
    )
    expect(correct(desk, null)).toBe('sameWaybill')
    expect(correct(desk, second)).toEqual([corrected(null, second)])
    expect(correct(desk, second, { waybillUnreported: true })).toEqual([corrected(null, second)])
  })
})

describe('a correction that the store has not heard of', () => {
  /** Its waybill is the second one, which the store has not been told. */
  function correctedBox(was: Invoice | null = first) {
    const desk = sealedBox()
    desk.do(() =>
      accept({ kind: 'calledOff' }, { type: 'waybillCorrected', boxId, was, invoice: second, reason: '' }),
    )
    return desk
  }
  const pending = { was: first, unreported: true }
  const kept = (was: Invoice | null) => ['waybillKept', { boxId, was, invoice: second }]

  it('is replaced by the next, which corrects what the store has', () => {
    expect(correct(correctedBox(), third, { pending })).toEqual([kept(first), corrected(first, third)])
    expect(correct(correctedBox(), null, { pending })).toEqual([kept(first), corrected(first, null)])
  })

  it('is called off by going back to what the store has', () => {
    expect(correct(correctedBox(), first, { pending })).toEqual([kept(first)])
    const asked = { boxId, invoice: first, reason: '' }
    expect(correctWaybill(correctedBox().state, asked, { ...known, pending })).toMatchObject({
      said: { kind: 'waybillKept', box: 1, invoiceNo: first.invoiceNo },
    })
  })

  it('is called off also where the store has none', () => {
    const none = { was: null, unreported: true }
    expect(correct(correctedBox(null), null, { pending: none })).toEqual([kept(null)])
    const asked = { boxId, invoice: null, reason: '' }
    expect(correctWaybill(correctedBox(null).state, asked, { ...known, pending: none })).toMatchObject({
      said: { kind: 'waybillKept', invoiceNo: null },
    })
    expect(correct(correctedBox(null), third, { pending: none })).toEqual([
      kept(null),
      corrected(null, third),
    ])
  })
})
