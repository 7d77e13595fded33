import { z } from 'zod'
import { goodsIn, goodsOf, sameGoods } from '../orders/goods.ts'
import type { Order } from '../orders/order.ts'
import type { Step } from './step.ts'

/**
 * What imweb's document leaves open and a store shows by what it does. The station starts without a guess where a wrong
 * one would matter, and remembers.
 */
export const storeHabitsSchema = z.object({
  /** Which goods the new section of a split holds: the part that was asked for, or what is left; null until seen. */
  newSectionHolds: z.enum(['part', 'rest']).nullable().catch(null),
  /** Part of a quantity is only taken from a section in 배송대기 already (30187): the whole section goes there first. */
  partNeedsReady: z.boolean().catch(false),
  /** 배송중 may be asked for with the list of all that the section holds; false once it was refused although it was all. */
  shipTakesList: z.boolean().catch(true),
})

export type StoreHabits = z.infer<typeof storeHabitsSchema>

export const unknownHabits: StoreHabits = {
  newSectionHolds: null,
  partNeedsReady: false,
  shipTakesList: true,
}

/** Part of a quantity is only possible in 배송대기: another road leads there. */
const partNeedsReady = '30187'

/** What a refusal can mean that does not take a list with 배송중, or not this one. */
const listRefusals: readonly string[] = ['30138', '30187', '30087', '30133', '30094']

/** What a refusal of a step shows of the store; `now`: the order as read after it, null where there is no reading yet. */
export function habitShown(step: Step, errorCode: string, now: Order | null): Partial<StoreHabits> | null {
  if (step.kind === 'prepare' && step.contents !== null && errorCode === partNeedsReady)
    return { partNeedsReady: true }
  if (step.kind !== 'ship' || step.contents === null || !listRefusals.includes(errorCode)) return null
  const section = now?.sections.find(({ code }) => code === step.sectionCode)
  const wasAll = section !== undefined && sameGoods(goodsOf(step.contents, section), goodsIn(section))
  return wasAll ? { shipTakesList: false } : null
}
