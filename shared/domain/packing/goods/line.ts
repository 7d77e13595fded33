import { z } from 'zod'
import { productSchema, type Order, type SectionItem } from '../../orders/order.ts'
import { sectionsToPack } from '../../orders/standing.ts'
import type { Content, Goods } from '../../orders/goods.ts'

export const captureKinds = ['serial', 'lot'] as const
export type CaptureKind = (typeof captureKinds)[number]

/** One section item that has to go into boxes, as it stood when the packer opened the order. */
export const lineSchema = z.object({
  sectionCode: z.string(),
  sectionNo: z.string(),
  itemNo: z.string(),
  orderItemCode: z.string(),
  /** Units to pack; 0 where the store has taken the line back while boxes still hold some of it. */
  qty: z.number().int().min(0),
  gift: z.boolean(),
  /** Taken to be in the box once everything else of its section is: a gift, printed matter. */
  exempt: z.boolean().default(false),
  /** What each unit, or each lot, of it has to be told apart by. */
  capture: z.enum(captureKinds).nullable().default(null),
  product: productSchema,
})

export type Line = z.infer<typeof lineSchema>

/** What a desk's rules make of an item: frozen with the line when the order is opened. */
export type LineMarks = (item: SectionItem) => Pick<Line, 'exempt' | 'capture'>

export const noMarks: LineMarks = () => ({ exempt: false, capture: null })

/** The lines of everything in an order that still waits for a box, in the store's order. */
export function linesOf(order: Order, marks: LineMarks): Line[] {
  return sectionsToPack(order).flatMap((section) =>
    section.items.map((item) => {
      const { itemNo, orderItemCode, qty, gift, product } = item
      const { code: sectionCode, no: sectionNo } = section
      return { sectionCode, sectionNo, itemNo, orderItemCode, qty, gift, ...marks(item), product }
    }),
  )
}

/** A box's contents by order line, which is how the store is promised them. */
export function goodsOfContents(packing: { lines: Line[] }, sectionCode: string, contents: Content[]): Goods {
  const sums = new Map<string, number>()
  for (const { itemNo, qty } of contents) {
    const line = packing.lines.find(
      (candidate) => candidate.sectionCode === sectionCode && candidate.itemNo === itemNo,
    )
    const code = line?.orderItemCode ?? itemNo
    sums.set(code, (sums.get(code) ?? 0) + qty)
  }
  return [...sums].map(([line, qty]) => ({ line, qty }))
}
