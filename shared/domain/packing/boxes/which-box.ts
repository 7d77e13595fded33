import { found, refuse, type Found } from '../decision.ts'
import {
  boxById,
  currentBox,
  isUnsealed,
  unitsIn,
  unsealedBoxes,
  type Box,
  type Packing,
  type UnsealedBox,
} from '../packing.ts'

/** How far the store has been told of a sealed box. */
export type Reported = 'not' | 'underWay' | 'reported'

/** The current box, while it can still be changed. */
export function currentUnsealed(packing: Packing): Found<UnsealedBox> {
  const box = currentBox(packing)
  return box === undefined ? refuse({ kind: 'noBox' }) : changeable(box)
}

/** A box of the order, of whichever opening, by the number on it. */
export function boxNumbered(packing: Packing, number: number): Found<Box> {
  const box = packing.boxes.find((each) => each.number === number)
  return box === undefined ? refuse({ kind: 'noBox' }) : found(box)
}

/** A box of this opening, while it can still be changed. */
export function unsealedById(packing: Packing, boxId: string): Found<UnsealedBox> {
  const box = boxById(packing, boxId)
  return box === undefined || box.run !== packing.run ? refuse({ kind: 'noBox' }) : changeable(box)
}

function changeable(box: Box): Found<UnsealedBox> {
  switch (box.state) {
    case 'open':
    case 'closed':
      return found(box)
    case 'sealed':
      return refuse({ kind: 'alreadySealed', box: box.number })
    case 'voided':
      return refuse({ kind: 'givenUpBox', box: box.number })
  }
}

/** A sealed box of this opening that the store cannot have heard of. */
export function reopenableById(
  packing: Packing,
  boxId: string,
  reported: (boxId: string) => Reported,
): Found<Box> {
  const box = boxById(packing, boxId)
  if (box === undefined || box.run !== packing.run) return refuse({ kind: 'noBox' })
  if (box.state === 'voided') return refuse({ kind: 'givenUpBox', box: box.number })
  if (box.state !== 'sealed') return refuse({ kind: 'noBox' })
  switch (reported(boxId)) {
    case 'not':
      return found(box)
    case 'underWay':
      return refuse({ kind: 'beingReported' })
    case 'reported':
      return refuse({ kind: 'reportedAlready', box: box.number })
  }
}

/** The box that is opened again where none is named: the last one sealed, of those that can be. */
export function boxToReopen(packing: Packing, reported: (boxId: string) => Reported): Found<Box> {
  const sealed = packing.boxes.filter((box) => box.run === packing.run && box.state === 'sealed')
  const tried = sealed.map((box) => reopenableById(packing, box.id, reported))
  return tried.findLast(({ ok }) => ok) ?? tried.at(-1) ?? refuse({ kind: 'noBox' })
}

/** A box, if it has something in it to put on a slip. */
export function withSlip(box: Box): Found<Box> {
  if (box.state === 'voided') return refuse({ kind: 'givenUpBox', box: box.number })
  return unitsIn(box) === 0 ? refuse({ kind: 'emptyBox', box: box.number }) : found(box)
}

/** The box whose slip is printed where none is named: the current one, else the last that has one. */
export function boxToPrint(packing: Packing): Found<Box> {
  const current = currentBox(packing)
  const boxes = current === undefined ? packing.boxes : [...packing.boxes, current]
  return boxes.map(withSlip).findLast(({ ok }) => ok) ?? refuse({ kind: 'noBox' })
}

/** The boxes that goods can be taken out of. */
export function boxesToTakeFrom(packing: Packing): Found<UnsealedBox[]> {
  const boxes = unsealedBoxes(packing)
  return boxes.length === 0 ? refuse({ kind: 'nothingToDo' }) : found(boxes)
}

/** A box holds one section's goods only. */
export const takesSection = (box: UnsealedBox, sectionCode: string | null): boolean =>
  box.sectionCode === null || box.sectionCode === sectionCode

/** The boxes that goods of another box can be moved into. */
export const targetsOf = (packing: Packing, from: UnsealedBox): UnsealedBox[] =>
  packing.boxes
    .filter(isUnsealed)
    .filter((to) => to.run === packing.run && to.id !== from.id && takesSection(to, from.sectionCode))
