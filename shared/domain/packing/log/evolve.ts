import type { Content } from '../../orders/goods.ts'
import type { Identity, LoggedEvent } from './events.ts'
import { allBoxed, boxById, unsealedBoxes, type Box, type Packing, type UndoableEvent } from '../packing.ts'

/**
 * The state after one more event. Total: an event that does not fit (a box that is not there, say) leaves the state
 * as it was, so that a log always replays to the end.
 */
export function evolve(packing: Packing, { seq, event }: LoggedEvent): Packing {
  switch (event.type) {
    case 'orderOpened':
      return {
        ...packing,
        onDesk: true,
        run: packing.run + 1,
        channel: event.channel,
        ordererName: event.ordererName,
        receiver: event.receiver,
        lines: event.lines,
        currentBoxId: null,
        waybill: null,
        undo: [],
      }
    case 'orderResumed':
      return { ...packing, onDesk: true }
    case 'orderPutDown':
      return { ...packing, onDesk: false }
    case 'orderUpdated':
      return { ...packing, lines: event.lines, receiver: event.receiver, undo: [] }
    case 'orderHeld':
      return { ...packing, onDesk: false, held: event.reason }
    case 'orderHandedOver':
      return { ...packing, onDesk: false, handedTo: event.desk }
    case 'orderTakenBack':
      return { ...packing, held: null, handedTo: null }
    case 'noteWritten':
      return { ...packing, notes: [...packing.notes, event.text] }
    case 'waybillPresented':
      return { ...packing, waybill: { sectionCode: event.sectionCode, invoice: event.invoice } }
    case 'boxReopened': {
      const reopened = changeBox(packing, event.boxId, reopen)
      return { ...reopened, currentBoxId: event.boxId, undo: [] }
    }
    case 'boxVoided': {
      const voided = changeBox(packing, event.boxId, (box) =>
        box.state === 'sealed' ? { ...box, state: 'voided' } : box,
      )
      return { ...voided, undo: [] }
    }
    case 'boxGivenToCourier':
      return changeBox(packing, event.boxId, (box) => (isFixed(box) ? { ...box, withCourier: true } : box))
    case 'boxTakenBack':
      return changeBox(packing, event.boxId, (box) => (isFixed(box) ? { ...box, withCourier: false } : box))
    case 'waybillCorrected':
      return changeBox(packing, event.boxId, (box) =>
        isFixed(box) ? { ...box, invoice: event.invoice } : box,
      )
    case 'waybillKept':
      return changeBox(packing, event.boxId, (box) => (isFixed(box) ? { ...box, invoice: event.was } : box))
    case 'boxOpened':
    case 'itemScanned':
    case 'itemTakenOut':
    case 'itemMoved':
    case 'itemIdentified':
    case 'boxTyped':
    case 'boxWeighed':
    case 'boxClosed':
    case 'boxSelected':
    case 'boxEmptied':
      return remember(apply(packing, event), seq, event, packing.currentBoxId)
    case 'boxSealed': {
      const { boxId, sectionCode, contents, invoice, shipped } = event
      const sealed = changeBox(packing, boxId, (box) => ({
        ...bodyOf(box),
        state: 'sealed',
        sectionCode,
        contents,
        invoice,
        shipped,
        withCourier: false,
      }))
      const waybill = packing.waybill?.invoice.invoiceNo === invoice.invoiceNo ? null : packing.waybill
      return { ...sealed, currentBoxId: boxAfterSeal(sealed, boxId), waybill, undo: [] }
    }
    case 'undone': {
      const entry = packing.undo.at(-1)
      if (entry === undefined || entry.seq !== event.seq) return packing
      const before = unapply(packing, entry.event)
      return { ...before, currentBoxId: entry.currentBefore, undo: packing.undo.slice(0, -1) }
    }
    case 'scanRefused':
    case 'waybillFreed':
    case 'intentGiven':
    case 'intentGivenUp':
    case 'earlierDataTaken':
    case 'packerSignedIn':
    case 'packerSignedOut':
      return packing
  }
}

/** Where nothing is left to scan, the next box that waits for its waybill takes the sealed one's place. */
function boxAfterSeal(packing: Packing, sealedId: string): string | null {
  if (packing.currentBoxId !== sealedId) return packing.currentBoxId
  return allBoxed(packing) ? (unsealedBoxes(packing)[0]?.id ?? null) : null
}

function apply(packing: Packing, event: UndoableEvent): Packing {
  switch (event.type) {
    case 'boxOpened': {
      const { boxId: id, number } = event
      const body = { id, number, run: packing.run, identities: [], typeCode: null, grams: null }
      const box: Box = { ...body, state: 'open', sectionCode: null, contents: [] }
      return { ...packing, boxes: [...packing.boxes, box], currentBoxId: id }
    }
    case 'itemScanned':
      return changeBox(packing, event.boxId, (box) => put(box, event))
    case 'itemTakenOut':
      return changeBox(packing, event.boxId, (box) => withoutIdentities(take(box, event), event.identities))
    case 'itemMoved': {
      const taken = changeBox(packing, event.boxId, (box) =>
        withoutIdentities(take(box, event), event.identities),
      )
      return changeBox(taken, event.toBoxId, (box) => withIdentities(put(box, event), event.identities))
    }
    case 'itemIdentified':
      return changeBox(packing, event.boxId, (box) => withIdentities(box, [identityOf(event)]))
    case 'boxTyped':
      return changeBox(packing, event.boxId, (box) => ({ ...box, typeCode: event.typeCode }))
    case 'boxWeighed':
      return changeBox(packing, event.boxId, (box) => ({ ...box, grams: event.grams }))
    case 'boxClosed':
      return changeBox(packing, event.boxId, (box) => (isFixed(box) ? box : { ...box, state: 'closed' }))
    case 'boxSelected':
      return boxById(packing, event.boxId) === undefined ? packing : { ...packing, currentBoxId: event.boxId }
    case 'boxEmptied':
      return changeBox(packing, event.boxId, (box) =>
        isFixed(box) ? box : { ...box, state: 'open', sectionCode: null, contents: [], identities: [] },
      )
  }
}

function unapply(packing: Packing, event: UndoableEvent): Packing {
  switch (event.type) {
    case 'boxOpened':
      return { ...packing, boxes: packing.boxes.filter((box) => box.id !== event.boxId) }
    case 'itemScanned':
      return changeBox(packing, event.boxId, (box) => take(box, event))
    case 'itemTakenOut':
      return changeBox(packing, event.boxId, (box) => withIdentities(put(box, event), event.identities))
    case 'itemMoved': {
      const taken = changeBox(packing, event.toBoxId, (box) =>
        withoutIdentities(take(box, event), event.identities),
      )
      return changeBox(taken, event.boxId, (box) => withIdentities(put(box, event), event.identities))
    }
    case 'itemIdentified':
      return changeBox(packing, event.boxId, (box) => withoutIdentities(box, [identityOf(event)]))
    case 'boxTyped':
      return changeBox(packing, event.boxId, (box) => ({ ...box, typeCode: event.before }))
    case 'boxWeighed':
      return changeBox(packing, event.boxId, (box) => ({ ...box, grams: event.before }))
    case 'boxClosed':
      return changeBox(packing, event.boxId, (box) => (isFixed(box) ? box : { ...box, state: 'open' }))
    case 'boxSelected':
      return packing
    case 'boxEmptied':
      return changeBox(packing, event.boxId, (box) => {
        const filled = withIdentities(fill(box, event.sectionCode, event.contents), event.identities)
        return isFixed(filled) || !event.closed ? filled : { ...filled, state: 'closed' }
      })
  }
}

type FixedBox = Extract<Box, { state: 'sealed' | 'voided' }>

const isFixed = (box: Box): box is FixedBox => box.state === 'sealed' || box.state === 'voided'

function remember(
  packing: Packing,
  seq: number,
  event: UndoableEvent,
  currentBefore: string | null,
): Packing {
  return { ...packing, undo: [...packing.undo, { seq, event, currentBefore }] }
}

function changeBox(packing: Packing, boxId: string, change: (box: Box) => Box): Packing {
  return { ...packing, boxes: packing.boxes.map((box) => (box.id === boxId ? change(box) : box)) }
}

type Units = { sectionCode: string; itemNo: string; units: number }

const put = (box: Box, { sectionCode, itemNo, units }: Units): Box =>
  fill(box, sectionCode, addUnits(box.contents, itemNo, units))

const take = (box: Box, { sectionCode, itemNo, units }: Units): Box =>
  fill(box, sectionCode, addUnits(box.contents, itemNo, -units))

const withIdentities = (box: Box, added: readonly Identity[]): Box => countIdentities(box, added, 1)

const withoutIdentities = (box: Box, removed: readonly Identity[]): Box => countIdentities(box, removed, -1)

/** A lot is kept once, with the units that are of it; one that no unit is of any more is gone. */
function countIdentities(box: Box, changed: readonly Identity[], sign: 1 | -1): Box {
  if (isFixed(box)) return box
  let identities = box.identities
  for (const { units, ...what } of changed) {
    const alike = (kept: Identity): boolean =>
      kept.itemNo === what.itemNo && kept.kind === what.kind && kept.value === what.value
    if (!identities.some(alike)) identities = sign > 0 ? [...identities, { ...what, units }] : identities
    else
      identities = identities.map((kept) =>
        alike(kept) ? { ...kept, units: kept.units + sign * units } : kept,
      )
  }
  return { ...box, identities: identities.filter(({ units }) => units > 0) }
}

const identityOf = ({ itemNo, kind, value, units }: Identity): Identity => ({ itemNo, kind, value, units })

const bodyOf = ({ id, number, run, identities, typeCode, grams }: Box) => ({
  id,
  number,
  run,
  identities,
  typeCode,
  grams,
})

const reopen = (box: Box): Box =>
  box.state === 'sealed'
    ? { ...bodyOf(box), state: 'open', sectionCode: box.sectionCode, contents: box.contents }
    : box

function fill(box: Box, sectionCode: string, contents: Content[]): Box {
  if (isFixed(box)) return box
  return { ...box, sectionCode: contents.length === 0 ? null : sectionCode, contents }
}

function addUnits(contents: Content[], itemNo: string, units: number): Content[] {
  const found = contents.some((content) => content.itemNo === itemNo)
  const changed = found
    ? contents.map((content) => (content.itemNo === itemNo ? { itemNo, qty: content.qty + units } : content))
    : [...contents, { itemNo, qty: units }]
  return changed.filter((content) => content.qty > 0)
}

/** Replays events over a state. */
export const replay = (packing: Packing, events: readonly LoggedEvent[]): Packing =>
  events.reduce(evolve, packing)
