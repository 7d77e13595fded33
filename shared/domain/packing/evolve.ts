import type { Content, LoggedEvent } from './events.ts'
import { allBoxed, boxById, unsealedBoxes, type Box, type Packing, type UndoableEvent } from './packing.ts'

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
        undo: [],
      }
    case 'orderResumed':
      return { ...packing, onDesk: true }
    case 'orderPutDown':
      return { ...packing, onDesk: false }
    case 'orderUpdated':
      return { ...packing, lines: event.lines, receiver: event.receiver, undo: [] }
    case 'boxVoided': {
      const voided = changeBox(packing, event.boxId, (box) => (box.state === 'sealed' ? { ...box, state: 'voided' } : box))
      return { ...voided, undo: [] }
    }
    case 'boxOpened':
    case 'itemScanned':
    case 'itemTakenOut':
    case 'boxClosed':
    case 'boxSelected':
    case 'boxEmptied':
      return remember(apply(packing, event), seq, event, packing.currentBoxId)
    case 'boxSealed': {
      const { boxId, sectionCode, contents, invoice } = event
      const sealed = changeBox(packing, boxId, ({ id, number, run }) => ({
        id,
        number,
        run,
        state: 'sealed',
        sectionCode,
        contents,
        invoice,
      }))
      return { ...sealed, currentBoxId: boxAfterSeal(sealed, boxId), undo: [] }
    }
    case 'undone': {
      const entry = packing.undo.at(-1)
      if (entry === undefined || entry.seq !== event.seq) return packing
      const before = unapply(packing, entry.event)
      return { ...before, currentBoxId: entry.currentBefore, undo: packing.undo.slice(0, -1) }
    }
    case 'scanRefused':
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
      const box: Box = { id, number, run: packing.run, state: 'open', sectionCode: null, contents: [] }
      return { ...packing, boxes: [...packing.boxes, box], currentBoxId: id }
    }
    case 'itemScanned':
      return changeBox(packing, event.boxId, (box) =>
        fill(box, event.sectionCode, addUnits(box.contents, event.itemNo, event.units)),
      )
    case 'itemTakenOut':
      return changeBox(packing, event.boxId, (box) =>
        fill(box, event.sectionCode, addUnits(box.contents, event.itemNo, -event.units)),
      )
    case 'boxClosed':
      return changeBox(packing, event.boxId, (box) => (isFixed(box) ? box : { ...box, state: 'closed' }))
    case 'boxSelected':
      return boxById(packing, event.boxId) === undefined ? packing : { ...packing, currentBoxId: event.boxId }
    case 'boxEmptied':
      return changeBox(packing, event.boxId, (box) =>
        isFixed(box) ? box : { ...box, state: 'open', sectionCode: null, contents: [] },
      )
  }
}

function unapply(packing: Packing, event: UndoableEvent): Packing {
  switch (event.type) {
    case 'boxOpened':
      return { ...packing, boxes: packing.boxes.filter((box) => box.id !== event.boxId) }
    case 'itemScanned':
      return changeBox(packing, event.boxId, (box) =>
        fill(box, event.sectionCode, addUnits(box.contents, event.itemNo, -event.units)),
      )
    case 'itemTakenOut':
      return changeBox(packing, event.boxId, (box) =>
        fill(box, event.sectionCode, addUnits(box.contents, event.itemNo, event.units)),
      )
    case 'boxClosed':
      return changeBox(packing, event.boxId, (box) => (isFixed(box) ? box : { ...box, state: 'open' }))
    case 'boxSelected':
      return packing
    case 'boxEmptied':
      return changeBox(packing, event.boxId, (box) => {
        const filled = fill(box, event.sectionCode, event.contents)
        return isFixed(filled) || !event.closed ? filled : { ...filled, state: 'closed' }
      })
  }
}

type FixedBox = Extract<Box, { state: 'sealed' | 'voided' }>

const isFixed = (box: Box): box is FixedBox => box.state === 'sealed' || box.state === 'voided'

function remember(packing: Packing, seq: number, event: UndoableEvent, currentBefore: string | null): Packing {
  return { ...packing, undo: [...packing.undo, { seq, event, currentBefore }] }
}

function changeBox(packing: Packing, boxId: string, change: (box: Box) => Box): Packing {
  return { ...packing, boxes: packing.boxes.map((box) => (box.id === boxId ? change(box) : box)) }
}

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
export const replay = (packing: Packing, events: readonly LoggedEvent[]): Packing => events.reduce(evolve, packing)
