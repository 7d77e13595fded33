import type { DeskAction } from './action.ts'
import type { Refusal } from './answer.ts'
import { stopOf, type Around } from './around.ts'
import * as boxes from './boxes/decide-box.ts'
import { refuse, type Decision } from './decision.ts'
import * as goods from './goods/decide-goods.ts'
import { serialsOnce } from './goods/serials.ts'
import * as order from './order/decide-order.ts'
import { currentBox, type Packing } from './packing.ts'
import { seal, sealWithPresented } from './waybill/decide-seal.ts'
import { againstRegistered, boxAgainst, finishesBox } from './waybill/registered-waybill.ts'

/** What an action on the order on the desk comes to, by all that decides it. */
export function decide(packing: Packing, around: Around, action: DeskAction): Decision {
  const decision = outcome(packing, around, action)
  return heldAgainst(packing, around, mayComplete(action) ? completing(packing, around, decision) : decision)
}

function outcome(packing: Packing, around: Around, action: DeskAction): Decision {
  const { rules } = around
  switch (action.do) {
    case 'closeBox':
      return boxes.closeBox(packing)
    case 'nextBox':
      return boxes.nextBox(packing)
    case 'sealAll':
      return boxes.sealAll(packing)
    case 'selectBox':
      return boxes.selectBox(packing, action.boxId)
    case 'emptyBox':
      return boxes.emptyBox(packing, action.boxId)
    case 'reopenBox':
      return boxes.reopenBox(packing, action.boxId, around.reported)
    case 'typeBox':
      return boxes.typeBox(packing, action.code, around.boxTypes)
    case 'weighBox':
      return boxes.weighBox(packing, action.grams)
    case 'takeOut':
      return boxes.takeOut(packing, action.boxId, action.itemNo)
    case 'moveItem':
      return boxes.moveItem(packing, action)
    case 'undo':
      return boxes.undo(packing)
    case 'packByHand':
      return unscanned(packing, around, () =>
        goods.packGoods(packing, action, { units: 1, code: '', how: 'hand' }, rules),
      )
    case 'takeRest':
      return unscanned(packing, around, () => goods.takeRest(packing))
    case 'countItem':
      return unlessStopped(packing, around, () => goods.countItem(packing, action.units, rules))
    case 'seal': {
      const { invoice } = action
      const waybill = { sectionCode: currentBox(packing)?.sectionCode, invoice }
      const used = boxAgainst(packing, around.order, waybill, around.boxWithWaybill(invoice.invoiceNo))
      if (used !== null) return refuse({ kind: 'trackingNumberUsed', ...used })
      return unlessStopped(packing, around, () => seal(packing, invoice, rules))
    }
    case 'putDown':
      return order.putDown(packing, action.leaveGoods)
    case 'holdOrder':
      return order.holdOrder(packing, action.reason)
    case 'handOver':
      return order.handOver(packing, action, around.deskName)
    case 'writeNote':
      return order.writeNote(action.text)
    case 'takeOverChanges':
      return order.takeOverChanges(packing, around)
  }
}

/** Packing on, unless the store's word stands against it. */
export function unlessStopped(packing: Packing, around: Around, decided: () => Decision): Decision {
  const stop = stopOf(packing, around)
  return stop === null ? decided() : refuse(stop)
}

/** What stands against packing goods that were not scanned, whichever they are. */
export const stopOfUnscanned = (packing: Packing, around: Around): Refusal | null =>
  around.mayPackUnscanned ? stopOf(packing, around) : { kind: 'leadOnly' }

function unscanned(packing: Packing, around: Around, decided: () => Decision): Decision {
  const stop = stopOfUnscanned(packing, around)
  return stop === null ? decided() : refuse(stop)
}

/** Whether an action can be the last that a box needs before its waybill. */
const mayComplete = (action: DeskAction): boolean =>
  ['closeBox', 'typeBox', 'weighBox', 'packByHand', 'countItem', 'takeRest'].includes(action.do)

/**
 * A decision, and with it the seal where it completes the box whose waybill was scanned first. The number may have gone
 * out with another order since, the goods may lie in two boxes: then the goods count all the same, and the box gets its
 * waybill by scan.
 */
export function completing(packing: Packing, around: Around, decision: Decision): Decision {
  const sealing = sealWithPresented(packing, decision, around.rules)
  const sealed = sealing.ok ? sealing.events.find((event) => event.type === 'boxSealed') : undefined
  if (sealed === undefined) return decision
  const used = around.boxWithWaybill(sealed.invoice.invoiceNo)
  if (boxAgainst(packing, around.order, sealed, used) !== null || !asRegistered(packing, around, sealing).ok)
    return decision
  return unlessStopped(packing, around, () => sealing)
}

/** A decision, unless a registered waybill or a serial number that another unit has speaks against it. */
export const heldAgainst = (packing: Packing, around: Around, decision: Decision): Decision =>
  serialsOnce(packing, asRegistered(packing, around, decision), around.orderWithSerial)

function asRegistered(packing: Packing, { order: known }: Around, decision: Decision): Decision {
  if (known === null || !decision.ok || !decision.events.some(finishesBox)) return decision
  const against = againstRegistered(packing, decision.events, known)
  return against === null ? decision : refuse(against)
}
