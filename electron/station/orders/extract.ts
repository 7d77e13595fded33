import { z } from 'zod'
import { isRecord } from '../../../shared/domain/orders/fields.ts'
import { channelSchema, sectionSchema, type Order } from '../../../shared/domain/orders/order.ts'

/**
 * What the first versions kept of an order: not the store's document, but what they had read from it. Such an order can be
 * packed as it is; it is read from the store again all the same.
 */
const extractSchema = z.object({
  orderNo: z.string(),
  channel: channelSchema,
  open: z.boolean(),
  payment: z.enum(['paid', 'unpaid', 'refunded']),
  placedAt: z.string(),
  ordererName: z.string(),
  sections: z.array(sectionSchema),
})

/** No document of the store's has this field. */
export const isExtract = (document: unknown): boolean => isRecord(document) && 'placedAt' in document

export function readExtract(document: unknown): Order | null {
  const extract = extractSchema.safeParse(document)
  return extract.success ? { ...extract.data, odd: [], unread: [] } : null
}
