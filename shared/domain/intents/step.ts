import { z } from 'zod'
import { goodsIn, goodsOf, pick, sameGoods, without, type Content } from '../orders/goods.ts'
import type { Order, Section } from '../orders/order.ts'
import { changeInvoice, changeInvoiceStep } from './writes/change-invoice.ts'
import { prepare, prepareStep } from './writes/prepare.ts'
import { register, registerStep } from './writes/register.ts'
import { removeInvoice, removeInvoiceStep } from './writes/remove-invoice.ts'
import { ship, shipStep } from './writes/ship.ts'
import type { Comparison, Reading, StepAnswer, StoreCall, Write } from './writes/write.ts'

/** One write to the store, on one section of an order. Each is defined in a file of its own in `writes/`. */
export const stepSchema = z.discriminatedUnion('kind', [
  prepareStep,
  registerStep,
  shipStep,
  changeInvoiceStep,
  removeInvoiceStep,
])

export type Step = z.infer<typeof stepSchema>

const writes: Record<Step['kind'], Write> = { prepare, register, ship, changeInvoice, removeInvoice }

export const callOf = (step: Step): StoreCall => writes[step.kind].call(step)

/** How the store's answer to a step is read. */
export const answerTo = (step: Step): z.ZodType<StepAnswer> => writes[step.kind].answer

/** The units of its section that a step takes; null: all of them. */
export const partOf = (step: Step): Content[] | null => writes[step.kind].part(step)

/** What a read-back shows of a step whose answer never came. */
export const reconcile = (step: Step, comparison: Comparison): Reading =>
  writes[step.kind].reconcile(step, comparison)

/**
 * Where a step's goods are now: `own` is the section the step worked on or made, `rest` the one with what it left.
 * `ownItems`: the numbers that the store gave the items of a section it made for the goods; null where it made none for them.
 */
export type SplitCodes = { own: string; rest: string | null; ownItems: Content[] | null }

/**
 * The order as the store's own answer says it is after a step. Item numbers of a section with what is left are not known
 * before the order is read again: until then they are the old ones.
 */
export function applyStep(order: Order, step: Step, { own, rest, ownItems }: SplitCodes): Order {
  const part = partOf(step)
  const done = (section: Section) => writes[step.kind].done(step, section)
  return {
    ...order,
    sections: order.sections.flatMap((section) => {
      if (section.code !== step.sectionCode) return [section]
      if (part === null || rest === null) return [done(section)]
      const left = without(goodsIn(section), goodsOf(part, section))
      return [
        { ...section, code: rest, no: labelOf(section, rest), items: itemsOf(section, pick(section, left)) },
        done({
          ...section,
          code: own,
          no: labelOf(section, own),
          items: numbered(itemsOf(section, part), ownItems),
        }),
      ]
    }),
  }
}

/** Whether a step takes only some of its section's units, so that the store makes two sections of it. */
function divides(step: Step, section: Section): boolean {
  const part = partOf(step)
  return part !== null && !sameGoods(goodsOf(part, section), goodsIn(section))
}

/** The same of the section it names, as it was. */
export function dividesItsSection(step: Step, before: readonly Section[]): boolean {
  const was = before.find((section) => section.code === step.sectionCode)
  return was !== undefined && divides(step, was)
}

/**
 * The section that is an intent's own after a step: the one that the step worked on or made. Sending a whole section to
 * 배송대기 first does not make it a box's own.
 */
export const ownAfter = (step: Step, ownBefore: string | null, worked: string): string | null =>
  step.kind === 'prepare' && partOf(step) === null ? ownBefore : worked

export const sameStep = (a: Step, b: Step): boolean => JSON.stringify(a) === JSON.stringify(b)

/** A new section's label is the store's to give; until it is read the code stands in for it. */
const labelOf = (old: Section, code: string): string => (code === old.code ? old.no : code)

const itemsOf = (section: Section, contents: readonly Content[]): Section['items'] =>
  section.items.flatMap((item) => {
    const qty = contents
      .filter(({ itemNo }) => itemNo === item.itemNo)
      .reduce((sum, content) => sum + content.qty, 0)
    return qty > 0 ? [{ ...item, qty }] : []
  })

/**
 * Items by the numbers that the store now has for them. It says those with quantities only: two items of the same quantity
 * may get each other's, which is one and the same to a write that names them all.
 */
function numbered(items: Section['items'], told: readonly Content[] | null): Section['items'] {
  const left = [...(told ?? [])]
  return items.map((item) => {
    const at = left.findIndex(({ qty }) => qty === item.qty)
    const [taken] = at < 0 ? [] : left.splice(at, 1)
    return taken === undefined ? item : { ...item, itemNo: taken.itemNo }
  })
}
