import type { Section } from '../orders/order.ts'
import type { SplitCodes } from './apply-step.ts'
import { goodsIn, goodsOf, sameGoods, without, type Goods } from './goods.ts'
import type { StoreHabits } from './habits.ts'
import type { Step } from './step.ts'

/** What a store says it did: the code of a section it made, if any, and the quantities of that section's items. */
export type StepAnswer = { newSection: { code: string; quantities: number[] } | null }

/** What an answer means: where the goods are now, and what it shows of the store's habits. */
export type AnswerMeaning =
  | { kind: 'understood'; codes: SplitCodes; newSectionHolds: 'part' | 'rest' | null }
  /** It does not say which section holds the box, or speaks of other goods than were sent: the order must be read. */
  | { kind: 'unclear' }

/** Reads the store's answer to a step that was taken on `section` as it was before. */
export function readStepAnswer(
  step: Step,
  section: Section,
  answer: StepAnswer,
  habits: StoreHabits,
): AnswerMeaning {
  const { newSection } = answer
  const goods =
    step.kind === 'ship' || step.contents === null ? goodsIn(section) : goodsOf(step.contents, section)
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
  box: string,
  rest: string | null,
  newSectionHolds: 'part' | 'rest' | null,
): AnswerMeaning => ({
  kind: 'understood',
  codes: { box, rest },
  newSectionHolds,
})

function sameNumbers(quantities: readonly number[], goods: Goods): boolean {
  const ordered = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b).join()
  return ordered(quantities) === ordered(goods.map(({ qty }) => qty))
}
