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
  if (newSection === null) return understood(section.code, null, null)
  const isPart = sameNumbers(newSection.quantities, goods)
  const isRest = sameNumbers(newSection.quantities, without(goodsIn(section), goods))
  if (isPart && !isRest) return understood(newSection.code, section.code, 'part')
  if (isRest && !isPart) return understood(section.code, newSection.code, 'rest')
  if (!isPart || habits.newSectionHolds === null) return { kind: 'unclear' }
  return habits.newSectionHolds === 'part'
    ? understood(newSection.code, section.code, null)
    : understood(section.code, newSection.code, null)
}

const understood = (
  own: string,
  rest: string | null,
  newSectionHolds: 'part' | 'rest' | null,
): AnswerMeaning => ({ kind: 'understood', codes: { own, rest }, newSectionHolds })

function sameNumbers(quantities: readonly number[], goods: Goods): boolean {
  const ordered = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b).join()
  return ordered(quantities) === ordered(goods.map(({ qty }) => qty))
}
