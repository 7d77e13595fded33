import { z } from 'zod'
import { productSchema, type Order } from '../orders/order.ts'
import { sectionsToPack } from '../orders/standing.ts'
import type { Goods } from '../dispatch/goods.ts'
import type { Content } from './events.ts'

/** One section item that has to go into boxes, as it stood when the packer opened the order. */
export const lineSchema = z.object({
  sectionCode: z.string(),
  sectionNo: z.string(),
  itemNo: z.string(),
  orderItemCode: z.string(),
  /** Units to pack; 0 where the store has taken the line back while boxes still hold some of it. */
  qty: z.number().int().min(0),
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

/** A box's contents by order line, which is how the store is promised them. */
export function goodsOfContents(packing: { lines: Line[] }, sectionCode: string, contents: Content[]): Goods {
  const sums = new Map<string, number>()
  for (const { itemNo, qty } of contents) {
    const line = packing.lines.find((candidate) => candidate.sectionCode === sectionCode && candidate.itemNo === itemNo)
    const code = line?.orderItemCode ?? itemNo
    sums.set(code, (sums.get(code) ?? 0) + qty)
  }
  return [...sums].map(([line, qty]) => ({ line, qty }))
}
