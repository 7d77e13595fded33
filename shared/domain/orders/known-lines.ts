import { code, fieldAt, isRecord } from './fields.ts'
import type { HeardOrder } from './document.ts'
import type { Order, SectionItem } from './order.ts'

/**
 * An order's document with the lines (`orderItemCode`) by which they are known. Whether a part that is split off keeps its
 * line's code is not documented: where a store gives it another, it is the known line of the same product, if that is the
 * only one; otherwise it stays as it came.
 */
export function withKnownLines(known: Order, heard: HeardOrder, order: Order): HeardOrder {
  const items = known.sections.flatMap((section) => section.items)
  const lines = new Set(items.map(({ orderItemCode }) => orderItemCode))
  const renamed = new Map<string, string>()
  for (const item of order.sections.flatMap((section) => section.items)) {
    if (lines.has(item.orderItemCode)) continue
    const [line, another] = new Set(
      items.filter((each) => isAlike(each, item)).map((each) => each.orderItemCode),
    )
    if (line !== undefined && another === undefined) renamed.set(item.orderItemCode, line)
  }
  return renamed.size === 0 ? heard : { orderNo: heard.orderNo, document: renameIn(heard.document, renamed) }
}

/** Goods of one line: the same product with the same options, and as much a gift. */
const isAlike = (a: SectionItem, b: SectionItem): boolean =>
  a.product.key === b.product.key &&
  a.gift === b.gift &&
  JSON.stringify(a.product.options) === JSON.stringify(b.product.options)

function renameIn(
  document: HeardOrder['document'],
  renamed: ReadonlyMap<string, string>,
): HeardOrder['document'] {
  const { sections } = document
  if (!Array.isArray(sections)) return document
  return { ...document, sections: sections.map((section: unknown) => renamedIn(section, renamed)) }
}

function renamedIn(section: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (!isRecord(section) || !Array.isArray(section['sectionItems'])) return section
  const sectionItems = section['sectionItems'].map((item: unknown) => {
    const line = renamed.get(code(fieldAt({ path: '', value: item }, 'orderItemCode').value) ?? '')
    return isRecord(item) && line !== undefined ? { ...item, orderItemCode: line } : item
  })
  return { ...section, sectionItems }
}
