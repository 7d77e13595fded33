import type { Standing } from '../orders/standing.ts'
import type { Around } from './around.ts'
import { boxesToTakeFrom } from './boxes/which-box.ts'
import { decide } from './decide.ts'
import { expecting, type Expecting } from './expecting.ts'
import { cannotPack } from './goods/decide-goods.ts'
import type { Line } from './goods/line.ts'
import {
  currentBox,
  lineAt,
  lineToIdentify,
  unitsLeft,
  unsealedBoxes,
  type Box,
  type Packing,
} from './packing.ts'
import { boxToSeal } from './waybill/decide-seal.ts'
import { registeredFor } from './waybill/registered-waybill.ts'

/** The one thing to do now with the order on the desk: never one that the desk would turn down. */
export type NextStep =
  | { kind: 'stop'; standing: Exclude<Standing, 'ready'> }
  /** The store has changed the order: that is taken over. */
  | { kind: 'changed' }
  /** Boxes without a waybill hold more than is wanted. */
  | { kind: 'takeOut' }
  /** Goods come out by scan. */
  | { kind: 'takeOutByScan' }
  | { kind: 'serial' | 'lot'; name: string }
  | { kind: 'boxType' | 'weight'; box: number }
  | { kind: 'scanGoods'; left: number; box: number | null }
  /** What is left cannot go into the current box: a new one comes first. */
  | { kind: 'nextBox'; box: number }
  | { kind: 'chooseCourier' | 'scanWaybill'; box: number }
  /** The shop has said which waybill it is, courier and all. */
  | { kind: 'scanRegistered'; box: number }
  /** What has to go out in one box lies in two, or is not all in: moved together, or taken out and packed anew. */
  | { kind: 'moveTogether'; name: string; from: number; box: number }
  | { kind: 'repack'; box: number }
  | { kind: 'selectBox'; box: number }
  /** Nothing that can be done at this desk leads on: a lead has to see it. */
  | { kind: 'setAside' }
  | { kind: 'orderComplete' }

/** `takingOut`: the next goods scanned come out of their box. */
export function nextStep(packing: Packing, around: Around, takingOut: boolean): NextStep {
  const { stand, drift, rules } = around
  const { standing } = stand
  const awaited = expecting(packing, rules)
  // An order whose boxes are all sealed is done because they were sent from here, and that is no reason to stop.
  const sentFromHere = standing === 'done' && awaited === 'nothing'
  if (standing !== 'ready' && !sentFromHere) return { kind: 'stop', standing }
  if (standing === 'ready' && drift !== null) return { kind: 'changed' }
  if (hasSurplus(packing)) return { kind: 'takeOut' }
  if (takingOut && boxesToTakeFrom(packing).ok) return { kind: 'takeOutByScan' }
  if (awaited === 'nothing') return { kind: 'orderComplete' }
  const box = currentBox(packing)
  return awaited === 'item' || box === undefined
    ? stepWithGoods(packing, around, box)
    : stepWithBox(packing, around, box, awaited)
}

/** Whether goods that are too many lie where they can be taken out. */
const hasSurplus = (packing: Packing): boolean =>
  unsealedBoxes(packing).some(({ sectionCode, contents }) =>
    contents.some(({ itemNo }) => {
      const line = lineAt(packing, { sectionCode, itemNo })
      return line !== undefined && unitsLeft(packing, line) < 0
    }),
  )

function stepWithGoods(packing: Packing, around: Around, box: Box | undefined): NextStep {
  const open = packing.lines.filter((line) => unitsLeft(packing, line) > 0)
  if (open.some((line) => cannotPack(packing, line, 1, around.rules) === null)) {
    const left = open.reduce((sum, line) => sum + unitsLeft(packing, line), 0)
    return { kind: 'scanGoods', left, box: box?.state === 'open' ? box.number : null }
  }
  // With all goods in boxes, the current one would be asked for what it needs if it were one of these.
  const [waiting] = unsealedBoxes(packing)
  if (open.length === 0 && waiting !== undefined) return { kind: 'selectBox', box: waiting.number }
  if (box === undefined || open.length === 0) return { kind: 'orderComplete' }
  return decide(packing, around, { do: 'nextBox' }).ok
    ? { kind: 'nextBox', box: box.number }
    : { kind: 'repack', box: box.number }
}

/** What a box needs before it can go, and then its waybill. */
function stepWithBox(packing: Packing, around: Around, box: Box, awaited: Expecting): NextStep {
  const { number } = box
  const unidentified = lineToIdentify(packing, box)
  if (unidentified?.capture != null) return { kind: unidentified.capture, name: unidentified.product.name }
  if (awaited === 'boxType' || awaited === 'weight') return { kind: awaited, box: number }
  const registered = registeredFor(around.order, box.sectionCode)
  const sealing =
    registered === null
      ? boxToSeal(packing, around.rules)
      : decide(packing, around, { do: 'seal', invoice: registered })
  if (!sealing.ok) {
    const { said } = sealing
    if (said.kind === 'undividable') return together(packing, box, (line) => line.itemNo === said.itemNo)
    return said.kind === 'oneWaybill' ? together(packing, box, () => true) : { kind: 'setAside' }
  }
  if (registered !== null) return { kind: 'scanRegistered', box: number }
  return { kind: around.courierIdx === null ? 'chooseCourier' : 'scanWaybill', box: number }
}

/** Brings lines of a box's section into that box: out of another one, or by packing it anew while some are not in any. */
function together(packing: Packing, box: Box, isWanted: (line: Line) => boolean): NextStep {
  const wanted = packing.lines.filter((line) => line.sectionCode === box.sectionCode && isWanted(line))
  for (const other of unsealedBoxes(packing)) {
    if (other.id === box.id || other.sectionCode !== box.sectionCode) continue
    const line = wanted.find(({ itemNo }) => other.contents.some((content) => content.itemNo === itemNo))
    if (line === undefined) continue
    return { kind: 'moveTogether', name: line.product.name, from: other.number, box: box.number }
  }
  const isMissing = wanted.some((line) => unitsLeft(packing, line) > 0)
  return isMissing ? { kind: 'repack', box: box.number } : { kind: 'setAside' }
}
