import { z } from 'zod'
import { productSchema, type Order } from '../orders/order.ts'
import { sectionsToPack } from '../orders/standing.ts'

/** One section item that has to go into boxes, as it stood when the packer opened the order. */
export const lineSchema = z.object({
  sectionCode: z.string(),
  sectionNo: z.string(),
  itemNo: z.string(),
  orderItemCode: z.string(),
  qty: z.number().int().positive(),
  gift: z.boolean(),
  product: productSchema,
})

export type Line = z.infer<typeof lineSchema>

/** The lines of everything in an order that still waits for a box, in the store's order. */
export function linesOf(order: Order): Line[] {
  return sectionsToPack(order).flatMap((section) =>
    section.items.map(({ itemNo, orderItemCode, qty, gift, product }) => ({
      sectionCode: section.code,
      sectionNo: section.no,
      itemNo,
      orderItemCode,
      qty,
      gift,
      product,
    })),
  )
}
