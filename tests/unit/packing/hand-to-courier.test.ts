import { describe, expect, it } from 'vitest'
import { accept, refuse } from '../../../shared/domain/packing/decision.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import {
  giveToCourier,
  giveUp,
  handoverStopOf,
  takeBackFromCourier,
  unpackBox,
} from '../../../shared/domain/packing/waybill/hand-to-courier.ts'
import { sectionStatuses } from '../../../shared/domain/sections/status.ts'
import { opened } from './desk-on-paper.ts'
import { section, twoLines } from '../orders.ts'

const orderNo = twoLines().orderNo
const boxId = `${orderNo}-B1`
const given: PackingEvent = { type: 'boxGivenToCourier', boxId }
const off: PackingEvent = {
  ...{ type: 'waybillCorrected', boxId, reason: 'torn', invoice: null },
  was: { courierIdx: 4, invoiceNo: '1000000001' },
}
const invoice = { courierIdx: 4, invoiceNo: '1000000001' }

/** A box with the waybill of box 1 on it. */
const labelled = (number: number) => ({ number, invoiceNo: invoice.invoiceNo })

/** Box 1 is sealed; the goods of box 2 wait. */
function desk(shipped: 'atSeal' | 'atHandover' | 'byCourier' = 'atHandover') {
  const packer = opened(twoLines(1), { rules: { shipped } })
  packer.scan('A')
  packer.seal(invoice.invoiceNo)
  packer.scan('B')
  return packer
}

function handedOver() {
  const packer = desk()
  packer.do((packing) => giveToCourier(packing, labelled(1), null))
  return packer
}

describe('what the store says against a box that leaves', () => {
  it('is that its section is cancelled, or asked to be', () => {
    const stops = sectionStatuses.flatMap((status) => {
      const stop = handoverStopOf(section('s', [], { status }))
      return stop === null ? [] : [[status, stop]]
    })
    expect(stops).toEqual([
      ['CANCEL_REQUEST', 'cancelRequested'],
      ['CANCEL_COMPLETE', 'cancelled'],
    ])
  })

  it('is that its section is held, unless something worse is said', () => {
    expect(handoverStopOf(section('s', [], { held: true }))).toBe('held')
    expect(handoverStopOf(section('s', [], { held: true, status: 'CANCEL_COMPLETE' }))).toBe('cancelled')
  })

  it('is nothing where it is not known', () => {
    expect(handoverStopOf(undefined)).toBeNull()
  })
})

describe('the courier’s cage', () => {
  it('takes a sealed box, and is told of it', () => {
    const packer = desk()
    expect(giveToCourier(packer.state, labelled(1), null)).toEqual(
      accept({ kind: 'boxGivenToCourier', orderNo, box: 1 }, given),
    )
  })

  it('takes no box without a waybill, nor one that is not there', () => {
    expect(giveToCourier(desk().state, labelled(2), null)).toEqual(refuse({ kind: 'unknownWaybill' }))
    expect(giveToCourier(desk().state, labelled(9), null)).toEqual(refuse({ kind: 'unknownWaybill' }))
  })

  it.each(['atSeal', 'byCourier'] as const)('takes no box that becomes 배송중 %s', (shipped) => {
    expect(giveToCourier(desk(shipped).state, labelled(1), null)).toEqual(
      refuse({ kind: 'notForHandover', orderNo, box: 1, shipped }),
    )
  })

  it('takes no box twice, and none that the store holds back', () => {
    expect(giveToCourier(handedOver().state, labelled(1), null)).toEqual(
      refuse({ kind: 'alreadyWithCourier', orderNo, box: 1 }),
    )
    expect(giveToCourier(desk().state, labelled(1), 'held')).toEqual(
      refuse({ kind: 'keepFromCourier', orderNo, box: 1, why: 'held' }),
    )
  })

  it('takes no box with another waybill on it than it has now', () => {
    const old = { number: 1, invoiceNo: '1000000009' }
    const packer = desk()
    const refused = { kind: 'oldWaybill', orderNo, box: 1 } as const
    expect(giveToCourier(packer.state, old, null)).toEqual(
      refuse({ ...refused, invoiceNo: invoice.invoiceNo }),
    )
    packer.do(() => accept({ kind: 'waybillCorrected', box: 1, invoiceNo: null }, off))
    expect(giveToCourier(packer.state, labelled(1), null)).toEqual(refuse({ ...refused, invoiceNo: null }))
  })

  it('has a cancelled box unpacked, while that waits for the courier', () => {
    const unpacked = accept({ kind: 'boxVoided', box: 1 }, { type: 'boxVoided', boxId, reason: '취소' })
    const wish = { boxId, reason: '취소' }
    expect(unpackBox(desk().state, wish, 'cancelled')).toEqual(unpacked)
    const nothing = refuse({ kind: 'nothingToDo' })
    for (const stop of ['held', 'cancelRequested', null] as const)
      expect(unpackBox(desk().state, wish, stop)).toEqual(nothing)
    expect(unpackBox(handedOver().state, wish, 'cancelled')).toEqual(nothing)
    expect(unpackBox(desk('byCourier').state, wish, 'cancelled')).toEqual(nothing)
    for (const id of [`${orderNo}-B2`, `${orderNo}-B9`])
      expect(unpackBox(desk().state, { ...wish, boxId: id }, 'cancelled')).toEqual(nothing)
    const packer = desk()
    packer.do((packing) => unpackBox(packing, wish, 'cancelled'))
    expect(unpackBox(packer.state, wish, 'cancelled')).toEqual(nothing)
  })

  it('gives back only what is in it', () => {
    expect(takeBackFromCourier(handedOver().state, boxId)).toEqual(
      accept({ kind: 'boxTakenBack', orderNo, box: 1 }, { type: 'boxTakenBack', boxId }),
    )
    for (const id of [`${orderNo}-B1`, `${orderNo}-B2`, `${orderNo}-B9`])
      expect(takeBackFromCourier(desk().state, id)).toEqual(refuse({ kind: 'nothingToDo' }))
  })
})

describe('giving up what the store could not be told', () => {
  const voided: PackingEvent = { type: 'boxVoided', boxId, reason: 'damaged' }
  const takenBack: PackingEvent = { type: 'boxTakenBack', boxId }
  const kept = (was: typeof invoice | null): PackingEvent => ({ type: 'waybillKept', boxId, was, invoice })

  it('gives up the box, its handover or its correction, and says which', () => {
    const { state } = handedOver()
    expect(giveUp(state, voided)).toEqual(accept({ kind: 'boxVoided', box: 1 }, voided))
    expect(giveUp(state, takenBack)).toEqual(accept({ kind: 'boxTakenBack', orderNo, box: 1 }, takenBack))
    expect(giveUp(state, kept(invoice))).toEqual(
      accept({ kind: 'waybillKept', box: 1, invoiceNo: invoice.invoiceNo }, kept(invoice)),
    )
    // Without a waybill it is not with the courier any more.
    expect(giveUp(state, kept(null))).toEqual(
      accept({ kind: 'waybillKept', box: 1, invoiceNo: null }, kept(null), takenBack),
    )
    expect(giveUp(desk().state, kept(null))).toEqual(
      accept({ kind: 'waybillKept', box: 1, invoiceNo: null }, kept(null)),
    )
  })

  it('gives up what is about no box, whatever is on the desk', () => {
    const asked: PackingEvent = { type: 'intentGivenUp', kind: 'cancelOrder', payload: {}, reason: 'refused' }
    expect(giveUp(desk().state, asked)).toEqual(
      accept({ kind: 'intentGivenUp', orderNo, what: 'cancelOrder' }, asked),
    )
  })

  it('is nothing for a box without a waybill, and for anything else', () => {
    const { state } = desk()
    expect(giveUp(state, { ...voided, boxId: `${orderNo}-B2` })).toEqual(refuse({ kind: 'noBox' }))
    expect(giveUp(state, { ...voided, boxId: `${orderNo}-B9` })).toEqual(refuse({ kind: 'noBox' }))
    expect(giveUp(state, { type: 'orderPutDown' })).toEqual(refuse({ kind: 'noBox' }))
    expect(giveUp(state, given)).toEqual(refuse({ kind: 'nothingToDo' }))
  })
})
