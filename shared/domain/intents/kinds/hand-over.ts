import { z } from 'zod'
import { invoiceSchema, receiverSchema } from '../../orders/order.ts'
import { defineKind, stuck } from './kind.ts'
import { sendOff } from './send-off.ts'

/** A box that was scanned into the courier's cage, with the waybill it carried then. */
export const handOverSchema = z.object({
  boxId: z.string(),
  invoice: invoiceSchema,
  receiver: receiverSchema.nullable(),
})

/** The courier has the box: its section goes from 배송대기 to 배송중. */
export const handOver = defineKind({
  payload: handOverSchema,
  subject: ({ invoice }) => ({ invoice }),
  acceptable: ['addressChanged'],
  givenUp: ({ boxId }) => ({ type: 'boxTakenBack', boxId }),
  nextStep(box, standing) {
    const section = standing.order.sections.find(({ code }) => code === standing.section)
    if (section === undefined) return stuck('changedMeanwhile')
    return sendOff({ ...box, goods: null, upTo: 'shipping' }, standing, section)
  },
})
