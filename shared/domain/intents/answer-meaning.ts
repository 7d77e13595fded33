import { goodsIn, goodsOf, sameGoods, without, type Goods } from '../orders/goods.ts'
import type { Section } from '../orders/order.ts'
import type { StoreHabits } from './habits.ts'
import { partOf, type SplitCodes, type Step } from './step.ts'
import type { StepAnswer } from './writes/write.ts'

/** What an answer means: where the goods are now, and what it shows of the store's habits. */
export type AnswerMeaning =
  | { kind: 'understood'; codes: SplitCodes; newSectionHolds: 'part' | 'rest' | null }
  /** It does not say which section holds the goods, or speaks of others than were sent: the order must be read. */
  | { kind: 'unclear' }

/** What the store's answer to a step means that was taken on `section` as it was before. */
export function meaningOf(
  step: Step,
  section: Section,
  { newSection }: StepAnswer,
  habits: StoreHabits,
): AnswerMeaning {
  const part = partOf(step)
  const goods = part === null ? goodsIn(section) : goodsOf(part, section)
  const whole = sameGoods(goods, goodsIn(section))
  if (whole !== (newSection === null)) return { kind: 'unclear' }
  if (newSection === null) return understood({ own: section.code, rest: null, ownItems: null }, null)
  const { code, items } = newSection
  const isPart = sameNumbers(items, goods)
  const isRest = sameNumbers(items, without(goodsIn(section), goods))
  const asPart: SplitCodes = { own: code, rest: section.code, ownItems: items }
  const asRest: SplitCodes = { own: section.code, rest: code, ownItems: null }
  if (isPart && !isRest) return understood(asPart, 'part')
  if (isRest && !isPart) return understood(asRest, 'rest')
  if (!isPart || habits.newSectionHolds === null) return { kind: 'unclear' }
  return understood(habits.newSectionHolds === 'part' ? asPart : asRest, null)
}

const understood = (codes: SplitCodes, newSectionHolds: 'part' | 'rest' | null): AnswerMeaning => ({
  ...{ kind: 'understood', codes, newSectionHolds },
})

function sameNumbers(items: readonly { qty: number }[], goods: Goods): boolean {
  const ordered = (some: readonly { qty: number }[]) =>
    some
      .map(({ qty }) => qty)
      .sort((a, b) => a - b)
      .join()
  return ordered(items) === ordered(goods)
}
