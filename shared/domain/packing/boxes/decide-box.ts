import type { Acceptance } from '../answer.ts'
import { accept, newBoxEvent, refuse, type Decision } from '../decision.ts'
import type { Identity, PackingEvent } from '../log/events.ts'
import type { Line } from '../goods/line.ts'
import {
  boxById,
  currentBox,
  lineAt,
  unitsIn,
  unitsUnidentified,
  unsealedBoxes,
  type Box,
  type Packing,
  type UndoEntry,
} from '../packing.ts'

export const isSealed = (box: Box): boolean => box.state === 'sealed' || box.state === 'voided'

export function closeBox(packing: Packing): Decision {
  const box = currentBox(packing)
  if (box === undefined) return refuse({ kind: 'noBox' })
  if (box.state === 'closed') return refuse({ kind: 'waybillFirst', box: box.number })
  if (unitsIn(box) === 0) return refuse({ kind: 'emptyBox', box: box.number })
  return accept({ kind: 'boxClosed', box: box.number }, { type: 'boxClosed', boxId: box.id })
}

/** Moves on to a new box; the one before is closed and keeps waiting for its waybill. An empty box is used first. */
export function nextBox(packing: Packing): Decision {
  const box = currentBox(packing)
  if (box !== undefined && box.state === 'open' && unitsIn(box) === 0) {
    return refuse({ kind: 'emptyBox', box: box.number })
  }
  const opened = newBoxEvent(packing)
  const said: Acceptance = { kind: 'boxOpened', box: opened.number }
  if (box === undefined || box.state !== 'open') return accept(said, opened)
  return accept(said, { type: 'boxClosed', boxId: box.id }, opened)
}

/** Closes every box with goods in it and begins with the first one's waybill. */
export function sealAll(packing: Packing): Decision {
  const waiting = unsealedBoxes(packing)
  const first = waiting[0]
  if (first === undefined) return refuse({ kind: 'noBox' })
  const closed = waiting
    .filter((box) => box.state === 'open')
    .map((box): PackingEvent => ({ type: 'boxClosed', boxId: box.id }))
  const selected: PackingEvent[] =
    packing.currentBoxId === first.id ? [] : [{ type: 'boxSelected', boxId: first.id }]
  if (closed.length === 0 && selected.length === 0) return refuse({ kind: 'waybillFirst', box: first.number })
  return accept({ kind: 'boxesClosed', boxes: waiting.map((box) => box.number) }, ...closed, ...selected)
}

export function selectBox(packing: Packing, boxId: string): Decision {
  const box = boxById(packing, boxId)
  if (box === undefined || box.run !== packing.run) return refuse({ kind: 'noBox' })
  if (isSealed(box)) return refuse({ kind: 'alreadySealed', box: box.number })
  return accept({ kind: 'boxSelected', box: box.number }, { type: 'boxSelected', boxId })
}

/** Takes everything out of a box; it stays, open and empty. */
export function emptyBox(packing: Packing, boxId: string): Decision {
  const box = boxById(packing, boxId)
  if (box === undefined) return refuse({ kind: 'noBox' })
  if (isSealed(box)) return refuse({ kind: 'alreadySealed', box: box.number })
  if (box.sectionCode === null) return refuse({ kind: 'emptyBox', box: box.number })
  const { sectionCode, contents, number, identities } = box
  return accept(
    { kind: 'boxEmptied', box: number },
    { type: 'boxEmptied', boxId, sectionCode, contents, closed: box.state === 'closed', identities },
  )
}

/** What was taken along without a look goes back together with what brought it along. */
export function undo(packing: Packing): Decision {
  const last = packing.undo.at(-1)
  if (last === undefined) return refuse({ kind: 'nothingToUndo' })
  const entries = takenAlong(packing.undo)
  const told = entries.at(-1) ?? last
  return accept(
    { kind: 'undone', what: told.event.type },
    ...entries.map(({ seq }): PackingEvent => ({ type: 'undone', seq })),
  )
}

/** The entries one step back takes away, newest first. */
function takenAlong(undo: readonly UndoEntry[]): UndoEntry[] {
  const entries: UndoEntry[] = []
  for (const entry of undo.toReversed()) {
    const how = entry.event.type === 'itemScanned' ? entry.event.how : null
    const before = entries.at(-1)?.event
    const inRow = before?.type === 'itemScanned' && before.how === 'rest'
    if (inRow && how !== 'rest') return entries
    entries.push(entry)
    if (how !== 'rest' && how !== 'exempt') return entries
  }
  return entries
}

/** Takes one unit of a line out of a box, with the serial number that is left without a unit. */
export function takeOut(packing: Packing, boxId: string, itemNo: string): Decision {
  const box = boxById(packing, boxId)
  if (box === undefined) return refuse({ kind: 'noBox' })
  if (isSealed(box)) return refuse({ kind: 'alreadySealed', box: box.number })
  const { sectionCode } = box
  if (sectionCode === null || !box.contents.some((content) => content.itemNo === itemNo)) {
    return refuse({ kind: 'nothingToDo' })
  }
  const line = lineAt(packing, { sectionCode, itemNo })
  const name = line?.product.name ?? itemNo
  const identities = identitiesLeaving(box, line, 1)
  return accept(
    { kind: 'itemTakenOut', name, box: box.number },
    { type: 'itemTakenOut', boxId, sectionCode, itemNo, units: 1, identities },
  )
}

/** Puts units of a line from one box into another, or into a new one (`toBoxId` null). */
export function moveItem(
  packing: Packing,
  move: { boxId: string; toBoxId: string | null; itemNo: string; units: number },
): Decision {
  const { boxId, itemNo, units } = move
  const from = boxById(packing, boxId)
  const to = move.toBoxId === null ? null : boxById(packing, move.toBoxId)
  if (from === undefined || to === undefined || from.run !== packing.run) return refuse({ kind: 'noBox' })
  if (isSealed(from)) return refuse({ kind: 'alreadySealed', box: from.number })
  const { sectionCode } = from
  const held = from.contents.find((content) => content.itemNo === itemNo)?.qty ?? 0
  if (sectionCode === null || units > held || to?.id === boxId) return refuse({ kind: 'nothingToDo' })
  const line = lineAt(packing, { sectionCode, itemNo })
  const name = line?.product.name ?? itemNo
  if (to !== null && isSealed(to)) return refuse({ kind: 'alreadySealed', box: to.number })
  if (to !== null && to.sectionCode !== null && to.sectionCode !== sectionCode) {
    return refuse({ kind: 'otherSection', name, sectionNo: line?.sectionNo ?? '', box: to.number })
  }
  const opened = newBoxEvent(packing)
  const target = to ?? { id: opened.boxId, number: opened.number }
  const identities = identitiesLeaving(from, line, units)
  return accept(
    { kind: 'itemMoved', name, units, from: from.number, box: target.number },
    ...(to === null ? [opened] : []),
    { type: 'itemMoved', boxId, toBoxId: target.id, sectionCode, itemNo, units, identities },
  )
}

/**
 * Opens a sealed box again. The caller has made sure that the store has not been told. An order that was set aside or
 * handed over is taken up with it.
 */
export function reopenBox(packing: Packing, boxId: string): Decision {
  const box = boxById(packing, boxId)
  if (box?.state !== 'sealed' || box.run !== packing.run) return refuse({ kind: 'noBox' })
  const aside = packing.held !== null || packing.handedTo !== null
  const back: PackingEvent[] = packing.onDesk ? [] : [{ type: 'orderResumed' }]
  if (aside) back.unshift({ type: 'orderTakenBack' })
  return accept({ kind: 'boxReopened', box: box.number }, ...back, { type: 'boxReopened', boxId })
}

/** `known`: the box types of this desk, by code. */
export function typeBox(packing: Packing, typeCode: string, known: ReadonlyMap<string, string>): Decision {
  const box = currentBox(packing)
  const name = known.get(typeCode)
  if (name === undefined) return refuse({ kind: 'unknownBoxType', code: typeCode })
  if (box === undefined) return refuse({ kind: 'noBox' })
  if (isSealed(box)) return refuse({ kind: 'alreadySealed', box: box.number })
  const { id: boxId, number, typeCode: before } = box
  return accept({ kind: 'boxTyped', box: number, name }, { type: 'boxTyped', boxId, typeCode, before })
}

export function weighBox(packing: Packing, grams: number): Decision {
  const box = currentBox(packing)
  if (box === undefined) return refuse({ kind: 'noBox' })
  if (isSealed(box)) return refuse({ kind: 'alreadySealed', box: box.number })
  if (unitsIn(box) === 0) return refuse({ kind: 'emptyBox', box: box.number })
  const { id: boxId, number, grams: before } = box
  return accept({ kind: 'boxWeighed', box: number, grams }, { type: 'boxWeighed', boxId, grams, before })
}

/** The numbers that go with `units` of a line: units without any go first, then the numbers given last; of a lot, a part. */
function identitiesLeaving(box: Box, line: Line | undefined, units: number): Identity[] {
  if (line === undefined) return []
  let surplus = units - unitsUnidentified(box, line)
  const leaving: Identity[] = []
  for (const identity of box.identities.toReversed()) {
    if (surplus <= 0) break
    if (identity.itemNo !== line.itemNo) continue
    const going = Math.min(identity.units, surplus)
    leaving.push({ ...identity, units: going })
    surplus -= going
  }
  return leaving
}
