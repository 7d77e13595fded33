import type { Order, Section } from '../orders/order.ts'
import { goodsIn, goodsOf, pick, without } from './goods.ts'
import type { Step } from './step.ts'

/** Where a step's goods are now: `box` is the section the step worked on or made, `rest` the one with what it left. */
export type SplitCodes = { box: string; rest: string | null }

/**
 * The order as the store's own answer says it is after a step. Item numbers of a new section are not known before the
 * order is read again: until then they are the old ones.
 */
export function applyStep(order: Order, step: Step, { box, rest }: SplitCodes): Order {
  const contents = step.kind === 'ship' ? null : step.contents
  return {
    ...order,
    sections: order.sections.flatMap((section) => {
      if (section.code !== step.sectionCode) return [section]
      if (contents === null || rest === null) return [done(section, step)]
      const left = without(goodsIn(section), goodsOf(contents, section))
      return [
        { ...section, code: rest, no: labelOf(section, rest), items: itemsOf(section, pick(section, left)) },
        done({ ...section, code: box, no: labelOf(section, box), items: itemsOf(section, contents) }, step),
      ]
    }),
  }
}

/** A new section's label is the store's to give; until it is read the code stands in for it. */
const labelOf = (old: Section, code: string): string => (code === old.code ? old.no : code)

const itemsOf = (section: Section, contents: { itemNo: string; qty: number }[]): Section['items'] =>
  section.items.flatMap((item) => {
    const qty = contents
      .filter(({ itemNo }) => itemNo === item.itemNo)
      .reduce((sum, content) => sum + content.qty, 0)
    return qty > 0 ? [{ ...item, qty }] : []
  })

function done(section: Section, step: Step): Section {
  switch (step.kind) {
    case 'prepare':
      return { ...section, status: 'SHIPPING_READY' }
    case 'register':
      return { ...section, invoice: step.invoice }
    case 'ship':
      return { ...section, status: 'SHIPPING', invoice: step.invoice ?? section.invoice }
  }
}
