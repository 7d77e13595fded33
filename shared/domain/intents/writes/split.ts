import { z } from 'zod'
import { goodsIn, goodsOf, sameGoods, without, type Content, type Goods } from '../../orders/goods.ts'
import { sameOrNoInvoice, type Section } from '../../orders/order.ts'
import type { Comparison, Reading, StepAnswer } from './write.ts'

/** Items and quantities as the store's calls name them. */
export const itemList = (contents: readonly Content[]): { orderSectionItemNo: string; qty: number }[] =>
  contents.map(({ itemNo, qty }) => ({ orderSectionItemNo: itemNo, qty }))

const newSectionSchema = z
  .object({
    orderSectionCode: z.string(),
    orderSectionItemDataList: z.array(z.object({ orderSectionItemNo: z.string(), qty: z.number().int() })),
  })
  .transform(({ orderSectionCode: code, orderSectionItemDataList: items }) => ({
    code,
    items: items.map(({ orderSectionItemNo: itemNo, qty }) => ({ itemNo, qty })),
  }))

/** What the calls answer that may split a section. */
export const splitAnswer: z.ZodType<StepAnswer> = z.discriminatedUnion('isNewSection', [
  z.object({ isNewSection: z.literal('N') }).transform(() => ({ newSection: null })),
  z
    .object({ isNewSection: z.literal('Y'), newSectionData: newSectionSchema })
    .transform(({ newSectionData: newSection }) => ({ newSection })),
])

/** What a write that may split a section was to bring about. */
type Split = {
  sectionCode: string
  contents: Content[] | null
  /** Whether a section looks like the split-off part: its status and waybill; the goods are compared already. */
  isTheWork: (section: Section, was: Section) => boolean
}

/** What became of a write that gives a section, or a part of it that becomes a section, something new. */
export function readSplit(
  { sectionCode, contents, isTheWork }: Split,
  { before, now, taken }: Comparison,
): Reading {
  const was = before.find((section) => section.code === sectionCode)
  if (was === undefined) return { kind: 'conflict' }
  const is = now.find((section) => section.code === sectionCode)
  const goods = contents === null ? goodsIn(was) : goodsOf(contents, was)
  const isWork = (section: Section) => sameGoods(goods, goodsIn(section)) && isTheWork(section, was)
  const fresh = now.filter((section) => !before.some((old) => old.code === section.code))
  if (is !== undefined && unchanged(was, is)) {
    return fresh.some(isWork) ? { kind: 'cannotTell' } : { kind: 'notApplied' }
  }
  const whole = sameGoods(goodsIn(was), goods)
  const candidates = [...(is === undefined ? [] : [is]), ...fresh].filter(
    (section) => !taken.includes(section.code) && isWork(section),
  )
  const rest = without(goodsIn(was), goods)
  const fitting = candidates.filter(
    (box) => whole || restIsThere(rest, was, box, is === undefined ? fresh : [is, ...fresh]),
  )
  const [first, second] = fitting
  if (first === undefined) return { kind: 'conflict' }
  return second === undefined ? { kind: 'applied', sectionCode: first.code } : { kind: 'cannotTell' }
}

/** What the box left behind is found once: in the old section, or in a new one where the box kept the old code. */
const restIsThere = (rest: Goods, was: Section, box: Section, places: Section[]): boolean =>
  places.some(
    (section) =>
      section.code !== box.code && section.status === was.status && sameGoods(goodsIn(section), rest),
  )

const unchanged = (was: Section, is: Section): boolean =>
  was.status === is.status && sameOrNoInvoice(was.invoice, is.invoice) && sameGoods(goodsIn(was), goodsIn(is))
