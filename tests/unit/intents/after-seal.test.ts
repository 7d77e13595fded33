import { describe, expect, it } from 'vitest'
import { unknownHabits } from '../../../shared/domain/intents/habits.ts'
import { correctWaybill } from '../../../shared/domain/intents/kinds/correct-waybill.ts'
import { handOver } from '../../../shared/domain/intents/kinds/hand-over.ts'
import type { IntentStanding } from '../../../shared/domain/intents/kinds/kind.ts'
import { applyStep } from '../../../shared/domain/intents/step.ts'
import type { Invoice, Section } from '../../../shared/domain/orders/order.ts'
import { sectionStatuses, type SectionStatus } from '../../../shared/domain/sections/status.ts'
import { order } from '../orders.ts'
import { at, invoice, otherInvoice } from './boxes.ts'

const standing = (sections: Section[], section: string | null = 's1'): IntentStanding => ({
  ...{ order: order(sections), section, taken: [], habits: unknownHabits, accepted: [] },
})

const boxIn = (status: SectionStatus, its: Invoice | null): Section =>
  at(status, 's1', 1, 2, { invoice: its })

const onItsWay: readonly SectionStatus[] = ['SHIPPING', 'SHIPPING_COMPLETE', 'PURCHASE_CONFIRMATION']
const cancelled: readonly SectionStatus[] = ['CANCEL_REQUEST', 'CANCEL_COMPLETE']

/** On its way to the customer, or back from there. */
const hasLeft = (status: SectionStatus): boolean =>
  onItsWay.includes(status) || /^(RETURN|EXCHANGE)_/.test(status)

const obstacle = (status: SectionStatus): string =>
  cancelled.includes(status) ? 'sectionCancelled' : 'changedMeanwhile'

const correction = (was: Invoice | null, next: Invoice | null) => ({
  ...{ boxId: '1-B1', was, invoice: next, reason: '라벨 훼손' },
})

describe('a box the courier has', () => {
  const given = { boxId: '1-B1', invoice, receiver: at('SHIPPING', 's1', 1, 2).receiver }

  it.each(sectionStatuses)('whose section is %s', (status) => {
    const next = handOver.nextStep(given, standing([boxIn(status, invoice)]))
    if (hasLeft(status)) expect(next).toEqual({ kind: 'done', section: 's1' })
    else if (status === 'SHIPPING_READY') {
      const contents = [
        { itemNo: '-001', qty: 1 },
        { itemNo: '-002', qty: 2 },
      ]
      const step = { kind: 'ship', sectionCode: 's1', invoice: null, contents }
      expect(next).toEqual({ kind: 'send', section: 's1', step })
    } else expect(next).toEqual({ kind: 'stuck', problem: obstacle(status) })
  })

  it.each(['SHIPPING_READY', ...onItsWay] as const)(
    'under another waybill in %s waits for a person',
    (status) => {
      const next = handOver.nextStep(given, standing([boxIn(status, otherInvoice)]))
      expect(next).toEqual({ kind: 'stuck', problem: 'otherInvoice' })
    },
  )

  it('whose section is not known, held, or of another address waits for a person', () => {
    const ready = boxIn('SHIPPING_READY', invoice)
    expect(handOver.nextStep(given, standing([ready], null))).toMatchObject({ problem: 'changedMeanwhile' })
    expect(handOver.nextStep(given, standing([{ ...ready, held: true }]))).toMatchObject({
      problem: 'sectionHeld',
    })
    const moved = standing([ready])
    const elsewhere = { ...given, receiver: { ...given.receiver, address: '부산' } }
    if (given.receiver === null) throw new Error('the builder gives a receiver')
    expect(handOver.nextStep(elsewhere, moved)).toMatchObject({ problem: 'addressChanged' })
    expect(handOver.nextStep(elsewhere, { ...moved, accepted: ['addressChanged'] })).toMatchObject({
      kind: 'send',
    })
  })

  it('is taken out of the cage again where a person gives it up', () => {
    expect(handOver.givenUp(given, '', true)).toEqual({ type: 'boxTakenBack', boxId: '1-B1' })
    expect(handOver.confirmed(given)).toEqual([])
  })
})

describe('another waybill for a section', () => {
  it.each(sectionStatuses)('in %s', (status) => {
    const next = correctWaybill.nextStep(
      correction(invoice, otherInvoice),
      standing([boxIn(status, invoice)]),
    )
    if (status === 'SHIPPING_READY' || status === 'SHIPPING') {
      const step = { kind: 'changeInvoice', sectionCode: 's1', was: invoice, invoice: otherInvoice }
      expect(next).toEqual({ kind: 'send', section: 's1', step })
    } else {
      const problem = onItsWay.includes(status) ? 'onItsWay' : obstacle(status)
      expect(next).toEqual({ kind: 'stuck', problem })
    }
  })

  it.each(sectionStatuses)('taken off in %s', (status) => {
    const next = correctWaybill.nextStep(correction(invoice, null), standing([boxIn(status, invoice)]))
    if (status === 'SHIPPING_READY') {
      const step = { kind: 'removeInvoice', sectionCode: 's1', was: invoice }
      expect(next).toEqual({ kind: 'send', section: 's1', step })
    } else {
      const problem = onItsWay.includes(status) ? 'onItsWay' : obstacle(status)
      expect(next).toEqual({ kind: 'stuck', problem })
    }
  })

  it.each(sectionStatuses)('given where it was taken off, in %s', (status) => {
    const next = correctWaybill.nextStep(correction(null, invoice), standing([boxIn(status, null)]))
    if (status === 'SHIPPING_READY') {
      const step = { kind: 'register', sectionCode: 's1', contents: null, invoice }
      expect(next).toEqual({ kind: 'send', section: 's1', step })
    } else {
      const problem = onItsWay.includes(status) ? 'onItsWay' : obstacle(status)
      expect(next).toEqual({ kind: 'stuck', problem })
    }
  })

  it.each(sectionStatuses)('is done where %s shows it, and somebody else’s stays', (status) => {
    const third = { courierIdx: 4, invoiceNo: '689200000099' }
    const ask = (was: Invoice | null, next: Invoice | null, shown: Invoice | null) =>
      correctWaybill.nextStep(correction(was, next), standing([boxIn(status, shown)]))
    expect(ask(invoice, otherInvoice, otherInvoice)).toEqual({ kind: 'done', section: 's1' })
    expect(ask(invoice, null, null)).toEqual({ kind: 'done', section: 's1' })
    for (const next of [otherInvoice, null])
      expect(ask(invoice, next, third)).toEqual({ kind: 'stuck', problem: 'otherInvoice' })
    expect(ask(null, otherInvoice, third)).toEqual({ kind: 'stuck', problem: 'otherInvoice' })
  })

  it('waits for a person where the box has no section', () => {
    const next = correctWaybill.nextStep(correction(invoice, null), standing([], 's1'))
    expect(next).toEqual({ kind: 'stuck', problem: 'changedMeanwhile' })
  })

  it('frees the old number once done, and none where there was none; given up, the box keeps the old', () => {
    expect(correctWaybill.confirmed(correction(invoice, otherInvoice))).toEqual([
      { type: 'waybillFreed', boxId: '1-B1', invoice },
    ])
    expect(correctWaybill.confirmed(correction(null, invoice))).toEqual([])
    const kept = { type: 'waybillKept', boxId: '1-B1', was: invoice }
    const given = correction(invoice, otherInvoice)
    expect(correctWaybill.givenUp(given, '', false)).toEqual({ ...kept, invoice: otherInvoice })
    // The store may have the new number: it is not free.
    expect(correctWaybill.givenUp(given, '', true)).toEqual({ ...kept, invoice: null })
  })

  it.each([otherInvoice, null])('takes one write, and another look finds it done: %o', (next) => {
    const before = standing([boxIn('SHIPPING_READY', invoice)])
    const first = correctWaybill.nextStep(correction(invoice, next), before)
    if (first.kind !== 'send') throw new Error('nothing to send')
    const after = applyStep(before.order, first.step, { own: 's1', rest: null, ownItems: null })
    expect(correctWaybill.nextStep(correction(invoice, next), { ...before, order: after })).toEqual({
      ...{ kind: 'done', section: 's1' },
    })
  })
})
