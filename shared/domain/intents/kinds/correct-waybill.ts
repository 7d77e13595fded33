import { z } from 'zod'
import { invoiceSchema, sameInvoice, type Section } from '../../orders/order.ts'
import { defineKind, stuck, type NextStep } from './kind.ts'

/** Another waybill for a sealed box, or none (null) until it is given a new one; `was` null: it had none. */
export const waybillCorrectionSchema = z.object({
  boxId: z.string(),
  was: invoiceSchema.nullable(),
  invoice: invoiceSchema.nullable(),
  reason: z.string(),
})

type WaybillCorrection = z.infer<typeof waybillCorrectionSchema>

/** The section of a box that was reported already gets another waybill, loses it, or gets one again. */
export const correctWaybill = defineKind({
  payload: waybillCorrectionSchema,
  subject: ({ invoice }) => ({ invoice }),
  confirmed: ({ boxId, was }) => (was === null ? [] : [{ type: 'waybillFreed', boxId, invoice: was }]),
  // A number that the store may have been given stays taken.
  givenUp: ({ boxId, was, invoice }, _reason, mayBeDone) => ({
    type: 'waybillKept',
    boxId,
    was,
    invoice: mayBeDone ? null : invoice,
  }),
  nextStep(correction, { order, section: own }) {
    const section = order.sections.find(({ code }) => code === own)
    if (section === undefined) return stuck('changedMeanwhile')
    return correct(correction, section)
  },
})

function correct({ was, invoice }: WaybillCorrection, section: Section): NextStep {
  const sectionCode = section.code
  const done: NextStep = { kind: 'done', section: sectionCode }
  const send = (step: Extract<NextStep, { kind: 'send' }>['step']): NextStep => ({
    kind: 'send',
    section: sectionCode,
    step,
  })
  const isReady = section.status === 'SHIPPING_READY'
  if (invoice === null) {
    if (section.invoice === null) return done
    if (was === null || !sameInvoice(section.invoice, was)) return stuck('otherInvoice')
    if (isReady) return send({ kind: 'removeInvoice', sectionCode, was })
    return stuck(obstacle(section))
  }
  if (sameInvoice(section.invoice, invoice)) return done
  if (section.invoice === null) {
    return isReady
      ? send({ kind: 'register', sectionCode, contents: null, invoice })
      : stuck(obstacle(section))
  }
  if (was === null || !sameInvoice(section.invoice, was)) return stuck('otherInvoice')
  if (isReady || section.status === 'SHIPPING') {
    return send({ kind: 'changeInvoice', sectionCode, was, invoice })
  }
  return stuck(obstacle(section))
}

function obstacle({ status }: Section) {
  switch (status) {
    case 'SHIPPING':
    case 'SHIPPING_COMPLETE':
    case 'PURCHASE_CONFIRMATION':
      return 'onItsWay'
    case 'CANCEL_REQUEST':
    case 'CANCEL_COMPLETE':
      return 'sectionCancelled'
    default:
      return 'changedMeanwhile'
  }
}
