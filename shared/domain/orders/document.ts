import { code, fieldAt, isRecord, type JsonRecord } from './fields.ts'
import type { Section, SectionItem } from './order.ts'

/**
 * The store's document of an order, kept whole. These are its only changes between two readings: what the store's own
 * answers to this desk have said since, and sections that a list left out.
 */
export type OrderDocument = JsonRecord

/** An order as it came in. */
export type HeardOrder = { orderNo: string; document: OrderDocument }

/**
 * The document after a change of the section `from`: `sections` are all of the order's as they are now. Fields that the
 * station does not read stay as they were, also in a section that was split off.
 */
export function withSections(
  document: OrderDocument,
  from: string,
  sections: readonly Section[],
): OrderDocument {
  const old = rawSections(document)
  const known = old.map(codeOf)
  const now = sections.filter((section) => section.code === from || !known.includes(section.code))
  const replaced = old.flatMap((raw) =>
    codeOf(raw) === from && isRecord(raw) ? now.map((section) => writtenInto(raw, section)) : [raw],
  )
  return { ...document, sections: replaced }
}

/** A list may leave sections out: those that it did not bring stay as they were heard last. */
export function withLeftOut(heard: OrderDocument, before: OrderDocument): OrderDocument {
  const brought = heard['sections']
  if (!Array.isArray(brought)) return heard
  const codes = brought.map(codeOf)
  const left = rawSections(before).filter((raw) => {
    const own = codeOf(raw)
    return own !== null && !codes.includes(own)
  })
  return left.length === 0 ? heard : { ...heard, sections: [...rawSections(heard), ...left] }
}

function rawSections(document: OrderDocument): readonly unknown[] {
  const { sections } = document
  return Array.isArray(sections) ? sections : []
}

const codeOf = (raw: unknown): string | null =>
  code(fieldAt({ path: '', value: raw }, 'orderSectionCode').value)

function writtenInto(raw: JsonRecord, section: Section): JsonRecord {
  const { invoice } = section
  const items = Array.isArray(raw['sectionItems']) ? raw['sectionItems'] : []
  const registered = isRecord(raw['invoice']) ? raw['invoice'] : {}
  return {
    ...raw,
    orderSectionCode: section.code,
    orderSectionNo: section.no,
    orderSectionStatus: section.status,
    invoice:
      invoice === null
        ? null
        : { ...registered, invoiceNo: invoice.invoiceNo, parcelCompanyIdx: invoice.courierIdx },
    sectionItems: itemsWritten(items, section.items),
  }
}

/** Each item's own text, or that of an item of its line where the store has given it another number. */
function itemsWritten(raws: readonly unknown[], items: readonly SectionItem[]): JsonRecord[] {
  const left = raws.filter(isRecord)
  const numbers = items.map(({ itemNo }) => itemNo)
  return items.flatMap(({ itemNo, orderItemCode, qty }) => {
    const isOwn = (raw: JsonRecord) => fieldOf(raw, 'orderSectionItemNo') === itemNo
    const isOfLine = (raw: JsonRecord) =>
      fieldOf(raw, 'orderItemCode') === orderItemCode &&
      !numbers.some((number) => number === fieldOf(raw, 'orderSectionItemNo'))
    const raw = left.find(isOwn) ?? left.find(isOfLine)
    if (raw === undefined) return []
    left.splice(left.indexOf(raw), 1)
    return [{ ...raw, orderSectionItemNo: itemNo, qty }]
  })
}

const fieldOf = (raw: JsonRecord, name: string): string | null =>
  code(fieldAt({ path: '', value: raw }, name).value)
