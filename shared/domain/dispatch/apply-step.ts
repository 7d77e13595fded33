import type { Order, Section, SectionItem } from '../orders/order.ts'
import type { Content } from '../packing/events.ts'
import type { Step } from './step.ts'

/** The order as the store's own answer says it is after a step; `newSection` is the split-off section's code, if any. */
export function applyStep(order: Order, step: Step, newSection: string | null): Order {
  const { sections } = order
  if (newSection === null) {
    return { ...order, sections: sections.map((section) => (section.code === step.sectionCode ? done(section, step) : section)) }
  }
  const contents = step.kind === 'ship' ? null : step.contents
  return {
    ...order,
    sections: sections.flatMap((section) => {
      if (section.code !== step.sectionCode || contents === null) return [section]
      const split: Section = { ...section, code: newSection, no: newSection, items: part(section.items, contents) }
      return [{ ...section, items: rest(section.items, contents) }, done(split, step)]
    }),
  }
}

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

const unitsOf = (contents: Content[], itemNo: string): number =>
  contents.filter((content) => content.itemNo === itemNo).reduce((sum, content) => sum + content.qty, 0)

const part = (items: SectionItem[], contents: Content[]): SectionItem[] =>
  items
    .map((item) => ({ ...item, qty: Math.min(item.qty, unitsOf(contents, item.itemNo)) }))
    .filter((item) => item.qty > 0)

const rest = (items: SectionItem[], contents: Content[]): SectionItem[] =>
  items.map((item) => ({ ...item, qty: item.qty - unitsOf(contents, item.itemNo) })).filter((item) => item.qty > 0)
