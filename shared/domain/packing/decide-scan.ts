import { accept, newBoxEvent, refuse, type Decision } from './decide.ts'
import { matchItem, type BookEntry } from './match-item.ts'
import { currentBox, expecting, unitsDone, unitsLeft, type Packing } from './packing.ts'
import type { PackingEvent } from './events.ts'
import type { Line } from './line.ts'

/** What the station knows of a code besides the order on the desk. */
export type CodeKnowledge = {
  /** The barcode book's entry for it. */
  book: BookEntry | null
  /** The name of a product of some other order that carries it. */
  knownProduct: string | null
  /** The order it names. */
  orderNo: string | null
}

/** Puts scanned goods into the current box, opening one where there is none. */
export function scanItem(packing: Packing, code: string, known: CodeKnowledge): Decision {
  const box = currentBox(packing)
  const match = matchItem(packing, code, known.book, box?.sectionCode ?? null)
  if (match.kind === 'ambiguous') {
    return refuse({ kind: 'ambiguousCode', names: match.products.map((product) => product.name) })
  }
  if (match.kind === 'none') {
    const name = known.book?.name ?? known.knownProduct
    return refuse(name === null ? { kind: 'unknownCode' } : { kind: 'wrongItem', name })
  }
  return pack(packing, match.line, match.units, code)
}

/** Puts one unit of a line into the current box without a scan: the product has no code, or one that cannot be read. */
export function packByHand(packing: Packing, sectionCode: string, itemNo: string): Decision {
  const line = packing.lines.find((candidate) => candidate.sectionCode === sectionCode && candidate.itemNo === itemNo)
  return line === undefined ? refuse({ kind: 'unknownCode' }) : pack(packing, line, 1, '')
}

function pack(packing: Packing, line: Line, units: number, code: string): Decision {
  const box = currentBox(packing)
  const left = unitsLeft(packing, line)
  const { name } = line.product
  if (units > left) {
    return refuse({ kind: 'tooMany', name, needed: line.qty, done: unitsDone(packing, line), units })
  }
  if (box?.state === 'closed') return refuse({ kind: 'waybillFirst', box: box.number })
  if (box !== undefined && box.sectionCode !== null && box.sectionCode !== line.sectionCode) {
    return refuse({ kind: 'otherSection', name, sectionNo: line.sectionNo, box: box.number })
  }
  return putIn(packing, line, units, code)
}

function putIn(packing: Packing, line: Line, units: number, code: string): Decision {
  const box = currentBox(packing)
  const opened = newBoxEvent(packing)
  const target = box ?? { id: opened.boxId, number: opened.number }
  const { sectionCode, itemNo } = line
  const scanned: PackingEvent = { type: 'itemScanned', boxId: target.id, sectionCode, itemNo, units, code }
  const events = box === undefined ? [opened, scanned] : [scanned]
  const { name } = line.product
  const leftInOrder = packing.lines.reduce((sum, other) => sum + unitsLeft(packing, other), 0)
  if (leftInOrder === units) return accept({ kind: 'orderComplete', name, box: target.number }, ...events)
  const done = unitsDone(packing, line) + units
  return accept({ kind: 'itemScanned', name, units, done, needed: line.qty, box: target.number }, ...events)
}

/**
 * Whether a code should be read as the current box's waybill. While goods are awaited it never is: a strange product's
 * barcode must not seal a box.
 */
export const awaitsInvoice = (packing: Packing): boolean => expecting(packing) === 'invoice'

/** Whether a code offered as a waybill number is something else that the desk knows. */
export function notAWaybill(packing: Packing, code: string, known: CodeKnowledge): Decision | null {
  const match = matchItem(packing, code, known.book, null)
  if (match.kind !== 'none' || known.book !== null || known.knownProduct !== null) {
    return refuse({ kind: 'looksLikeProduct' })
  }
  return known.orderNo === null ? null : refuse({ kind: 'looksLikeOrder', orderNo: known.orderNo })
}
