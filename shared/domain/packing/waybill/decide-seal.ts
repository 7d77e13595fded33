import { isOutsideChannel, type Invoice } from '../../orders/order.ts'
import type { Refusal } from '../answer.ts'
import { currentUnsealed } from '../boxes/which-box.ts'
import { accept, afterwards, found, refuse, type Decision, type Found } from '../decision.ts'
import type { PackingEvent } from '../log/events.ts'
import { expecting } from '../expecting.ts'
import {
  allBoxed,
  currentBox,
  lineAt,
  lineToIdentify,
  unitsLeft,
  unsealedBoxes,
  type Box,
  type Packing,
  type UnsealedBox,
} from '../packing.ts'
import type { Rules } from '../rules.ts'

type SealableBox = UnsealedBox & { sectionCode: string }

/** The current box, if it can have its waybill now, whichever that is. */
export function boxToSeal(packing: Packing, rules: Rules): Found<SealableBox> {
  const current = currentUnsealed(packing)
  if (!current.ok) return current
  const { sectionCode, ...box } = current.it
  if (sectionCode === null) return refuse({ kind: 'emptyBox', box: box.number })
  const obstacle =
    surplusIn(packing, current.it) ??
    missingIn(packing, current.it, rules) ??
    dividedLine(packing, current.it)
  return obstacle === null ? found({ ...box, sectionCode }) : refuse(obstacle)
}

/**
 * Gives the current box its waybill. The caller has made sure that the number is used nowhere else. A box still open is
 * closed by it. Where other closed boxes wait and none is being filled, the next of them comes up.
 */
export function seal(packing: Packing, invoice: Invoice, rules: Rules): Decision {
  const box = boxToSeal(packing, rules)
  if (!box.ok) return box
  const { id: boxId, sectionCode, contents, number } = box.it
  const others = unsealedBoxes(packing).filter((other) => other.id !== boxId)
  const last = allBoxed(packing) && others.length === 0
  const next = others.every((other) => other.state === 'closed') ? others[0] : undefined
  // Before the seal, which ends what can be undone: nobody asked for it, so nobody takes it back.
  const selected: PackingEvent[] =
    next === undefined || allBoxed(packing) ? [] : [{ type: 'boxSelected', boxId: next.id }]
  return accept({ kind: 'boxSealed', box: number, invoiceNo: invoice.invoiceNo, last }, ...selected, {
    type: 'boxSealed',
    boxId,
    sectionCode,
    contents,
    invoice,
    shipped: rules.shipped,
  })
}

/** Where a decision leaves a box ready for the waybill that was scanned first, the box gets it at once. */
export function sealWithPresented(packing: Packing, decision: Decision, rules: Rules): Decision {
  if (!decision.ok) return decision
  const after = afterwards(packing, decision.events)
  const { waybill } = after
  if (waybill === null || expecting(after, rules) !== 'invoice') return decision
  if (currentBox(after)?.sectionCode !== waybill.sectionCode) return decision
  const sealed = seal(after, waybill.invoice, rules)
  return sealed.ok ? accept(sealed.said, ...decision.events, ...sealed.events) : decision
}

/** Goods in the box that the store no longer wants. */
function surplusIn(packing: Packing, box: Box): Refusal | null {
  for (const line of packing.lines) {
    const left = unitsLeft(packing, line)
    const holds =
      box.sectionCode === line.sectionCode && box.contents.some(({ itemNo }) => itemNo === line.itemNo)
    if (left < 0 && holds) return { kind: 'takeOut', name: line.product.name, units: -left, box: box.number }
  }
  return null
}

/** What this desk wants to know of a box before it goes. */
function missingIn(packing: Packing, box: Box, rules: Rules): Refusal | null {
  const line = lineToIdentify(packing, box)
  if (line?.capture != null) return { kind: 'identityFirst', name: line.product.name, capture: line.capture }
  if (rules.boxType === 'required' && box.typeCode === null) return { kind: 'boxTypeFirst', box: box.number }
  return rules.weight === 'required' && box.grams === null ? { kind: 'weightFirst', box: box.number } : null
}

/** A line of an outside channel's order whose quantity this box would divide, which such a channel refuses (30133). */
function dividedLine(packing: Packing, box: Box): Refusal | null {
  if (!isOutsideChannel(packing.channel)) return null
  for (const { itemNo, qty } of box.contents) {
    const line = lineAt(packing, { sectionCode: box.sectionCode, itemNo })
    if (line !== undefined && line.qty !== qty) {
      return { kind: 'undividable', itemNo, name: line.product.name, inBox: qty, ordered: line.qty }
    }
  }
  return null
}
