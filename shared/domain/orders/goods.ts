import { z } from 'zod'
import type { Section } from './order.ts'

/** Some units of one section item. */
export const contentSchema = z.object({ itemNo: z.string(), qty: z.number().int().positive() })

export type Content = z.infer<typeof contentSchema>

/**
 * Units by order line (`orderItemCode`). That code stays with the goods when a section is split, while item numbers may
 * be given anew; so a box promises lines, and each step names the item numbers of the moment.
 */
export const goodsSchema = z.array(z.object({ line: z.string(), qty: z.number().int().positive() }))

export type Goods = z.infer<typeof goodsSchema>

/** The goods in a section, by line. */
export function goodsIn(section: Section): Goods {
  return summed(section.items.map(({ orderItemCode, qty }) => ({ line: orderItemCode, qty })))
}

/** What some of a section's items are, by line; items it does not have count under their own number. */
export function goodsOf(contents: readonly Content[], section: Section): Goods {
  return summed(
    contents.map(({ itemNo, qty }) => ({
      line: section.items.find((item) => item.itemNo === itemNo)?.orderItemCode ?? itemNo,
      qty,
    })),
  )
}

const unitsOf = (goods: Goods, line: string): number => goods.find((entry) => entry.line === line)?.qty ?? 0

export const sameGoods = (a: Goods, b: Goods): boolean =>
  a.length === b.length && a.every(({ line, qty }) => unitsOf(b, line) === qty)

/** Whether there are at least these goods. */
export const covers = (all: Goods, some: Goods): boolean =>
  some.every(({ line, qty }) => unitsOf(all, line) >= qty)

/** What is left of `all` without `some`. */
export const without = (all: Goods, some: Goods): Goods =>
  all.map(({ line, qty }) => ({ line, qty: qty - unitsOf(some, line) })).filter(({ qty }) => qty > 0)

/** The section's items that make up these goods, in the section's order; the section must cover them. */
export function pick(section: Section, goods: Goods): Content[] {
  const wanted = new Map(goods.map(({ line, qty }) => [line, qty]))
  return section.items.flatMap(({ itemNo, orderItemCode, qty }) => {
    const taken = Math.min(qty, wanted.get(orderItemCode) ?? 0)
    wanted.set(orderItemCode, (wanted.get(orderItemCode) ?? 0) - taken)
    return taken > 0 ? [{ itemNo, qty: taken }] : []
  })
}

/** Whether these goods are only part of some line's units in the section. */
export const dividesALine = (section: Section, goods: Goods): boolean =>
  goods.some(({ line, qty }) => qty < unitsOf(goodsIn(section), line))

function summed(entries: { line: string; qty: number }[]): Goods {
  const sums = new Map<string, number>()
  for (const { line, qty } of entries) sums.set(line, (sums.get(line) ?? 0) + qty)
  return [...sums].map(([line, qty]) => ({ line, qty }))
}
