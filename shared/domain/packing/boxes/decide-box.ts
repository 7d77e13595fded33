import type { Acceptance } from '../answer.ts'
import { accept, newBoxEvent, refuse, type Decision } from '../decision.ts'
import type { Identity, PackingEvent } from '../log/events.ts'
import type { Line } from '../goods/line.ts'
import {
  allSealed,
  currentBox,
  lineAt,
  unitsIn,
  unitsUnidentified,
  unsealedBoxes,
  type Box,
  type Packing,
  type UndoEntry,
} from '../packing.ts'
import { currentUnsealed, reopenableById, takesSection, unsealedById, type Reported } from './which-box.ts'

export function closeBox(packing: Packing): Decision {
  const current = currentUnsealed(packing)
  if (!current.ok) return current
  const { id: boxId, number, state, contents } = current.it
  if (contents.length === 0) return refuse({ kind: 'emptyBox', box: number })
  if (state === 'closed') return refuse({ kind: 'waybillFirst', box: number })
  return accept({ kind: 'boxClosed', box: number }, { type: 'boxClosed', boxId })
}

/** Moves on to a new box; the one before is closed and keeps waiting for its waybill. An empty box is used first. */
export function nextBox(packing: Packing): Decision {
  const box = currentBox(packing)
  if (box !== undefined && box.state === 'open' && unitsIn(box) === 0) {
    return refuse({ kind: 'emptyBox', box: box.number })
  }
  if (allSealed(packing)) return refuse({ kind: 'nothingToDo' })
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
  const box = unsealedById(packing, boxId)
  if (!box.ok) return box
  return accept({ kind: 'boxSelected', box: box.it.number }, { type: 'boxSelected', boxId })
}

/** Takes everything out of a box (the current one where none is named); it stays, open and empty. */
export function emptyBox(packing: Packing, named: string | null): Decision {
  const box = named === null ? currentUnsealed(packing) : unsealedById(packing, named)
  if (!box.ok) return box
  const { id: boxId, sectionCode, contents, number, identities, state } = box.it
  if (sectionCode === null) return refuse({ kind: 'emptyBox', box: number })
  return accept(
    { kind: 'boxEmptied', box: number },
    { type: 'boxEmptied', boxId, sectionCode, contents, closed: state === 'closed', identities },
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
  const from = unsealedById(packing, boxId)
  if (!from.ok) return from
  const { sectionCode, contents, number } = from.it
  if (sectionCode === null || !contents.some((content) => content.itemNo === itemNo)) {
    return refuse({ kind: 'nothingToDo' })
  }
  const line = lineAt(packing, { sectionCode, itemNo })
  const name = line?.product.name ?? itemNo
  const identities = identitiesLeaving(from.it, line, 1)
  return accept(
    { kind: 'itemTakenOut', name, box: number },
    { type: 'itemTakenOut', boxId, sectionCode, itemNo, units: 1, identities },
  )
}

export type Move = { boxId: string; toBoxId: string | null; itemNo: string; units: number }

/** Puts units of a line from one box into another, or into a new one (`toBoxId` null). */
export function moveItem(packing: Packing, { boxId, toBoxId, itemNo, units }: Move): Decision {
  const from = unsealedById(packing, boxId)
  if (!from.ok) return from
  const { sectionCode, contents, number } = from.it
  const held = contents.find((content) => content.itemNo === itemNo)?.qty ?? 0
  if (sectionCode === null || units > held || toBoxId === boxId) return refuse({ kind: 'nothingToDo' })
  const line = lineAt(packing, { sectionCode, itemNo })
  const name = line?.product.name ?? itemNo
  const opened = newBoxEvent(packing)
  let target = { id: opened.boxId, number: opened.number }
  if (toBoxId !== null) {
    const to = unsealedById(packing, toBoxId)
    if (!to.ok) return to
    target = to.it
    if (!takesSection(to.it, sectionCode)) {
      return refuse({ kind: 'otherSection', name, sectionNo: line?.sectionNo ?? '', box: target.number })
    }
  }
  const identities = identitiesLeaving(from.it, line, units)
  return accept(
    { kind: 'itemMoved', name, units, from: number, box: target.number },
    ...(toBoxId === null ? [opened] : []),
    { type: 'itemMoved', boxId, toBoxId: target.id, sectionCode, itemNo, units, identities },
  )
}

/**
 * Opens a sealed box again, while the store cannot have heard of it. An order that was set aside or handed over is taken
 * up with it.
 */
export function reopenBox(packing: Packing, boxId: string, reported: (boxId: string) => Reported): Decision {
  const box = reopenableById(packing, boxId, reported)
  if (!box.ok) return box
  const aside = packing.held !== null || packing.handedTo !== null
  const back: PackingEvent[] = packing.onDesk ? [] : [{ type: 'orderResumed' }]
  if (aside) back.unshift({ type: 'orderTakenBack' })
  return accept({ kind: 'boxReopened', box: box.it.number }, ...back, { type: 'boxReopened', boxId })
}

/** `known`: the box types of this desk, by code. */
export function typeBox(packing: Packing, typeCode: string, known: ReadonlyMap<string, string>): Decision {
  const box = currentUnsealed(packing)
  if (!box.ok) return box
  const name = known.get(typeCode)
  if (name === undefined) return refuse({ kind: 'unknownBoxType', code: typeCode })
  const { id: boxId, number, typeCode: before } = box.it
  return accept({ kind: 'boxTyped', box: number, name }, { type: 'boxTyped', boxId, typeCode, before })
}

export function weighBox(packing: Packing, grams: number): Decision {
  const box = currentUnsealed(packing)
  if (!box.ok) return box
  const { id: boxId, number, contents, grams: before } = box.it
  if (contents.length === 0) return refuse({ kind: 'emptyBox', box: number })
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
