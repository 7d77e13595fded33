import type { DeskAction } from '../../../shared/domain/packing/action.ts'
import type { Answer } from '../../../shared/domain/packing/answer.ts'
import type { Around } from '../../../shared/domain/packing/around.ts'
import { reopenBox } from '../../../shared/domain/packing/boxes/decide-box.ts'
import { completing, decide, heldAgainst } from '../../../shared/domain/packing/decide.ts'
import { goOn, type Decision } from '../../../shared/domain/packing/decision.ts'
import { openOrder } from '../../../shared/domain/packing/order/decide-order.ts'
import { allSealed, unsealedBoxes, type Packing } from '../../../shared/domain/packing/packing.ts'
import type { Invoice } from '../../../shared/domain/orders/order.ts'
import { isTold } from '../outbox/intent-table.ts'
import { createDeskState, type DeskStateParts } from './desk-state.ts'
import { createSealedBoxes, type SealedBoxesParts } from './sealed-boxes.ts'
import { createLookAround, type LookParts } from './look-around.ts'

export type DeskParts = DeskStateParts & LookParts & Omit<SealedBoxesParts, 'state'>

/** A waybill that the shop has registered for a section, scanned before its goods. */
export type Presented = { sectionCode: string; invoice: Invoice }

/**
 * The desk: one order at most, and everything a packer does to it. Each action is decided on the state in memory,
 * written to disk in one transaction, and only then answered and remembered.
 */
export function createDesk(parts: DeskParts) {
  const { orders, outbox } = parts
  const state = createDeskState(parts)
  const lookAround = createLookAround(parts)
  const { packing, load, turnDown, carryOut } = state

  type Decide = (packing: Packing, around: Around) => Decision

  /** Runs a decision about the order on the desk. */
  function onOrder(decided: Decide, code: string | null): Answer {
    const current = packing()
    if (current === null) return turnDown({ kind: 'scanOrderFirst' }, code)
    return carryOut(current, decided(current, lookAround(current)), code)
  }

  type Way = {
    code?: string | null
    takeBack?: boolean
    presented?: Presented | null
    then?: (now: Packing, around: Around) => Decision
  }

  /** Puts an order on the desk; `then` goes on with it in the same transaction. */
  function open(
    orderNo: string,
    { code = null, takeBack = false, presented = null, then }: Way = {},
  ): Answer {
    const known = orders.get(orderNo)
    if (known === null) return turnDown({ kind: 'unknownOrder' }, code)
    const current = packing()
    if (current !== null) {
      if (current.orderNo === orderNo && !allSealed(current))
        return turnDown({ kind: 'sameOrder', orderNo }, code)
      const waiting = unsealedBoxes(current).length > 0
      if (waiting) return turnDown({ kind: 'otherOrderOnDesk', orderNo: current.orderNo }, code)
    }
    const next = load(orderNo)
    const around = lookAround(next)
    const settled = outbox.ofOrder(orderNo).every((intent) => intent.kind !== 'dispatch' || isTold(intent))
    const opening = openOrder(next, known, { settled, takeBack, marks: around.marks })
    const opened = withWaybill(opening, presented)
    const decided = then === undefined ? opened : goOn(next, opened, (now) => then(now, around))
    const decision = heldAgainst(next, around, decided)
    return current === null ? carryOut(next, decision, code) : state.exchange(current, next, decision, code)
  }

  const withWaybill = (decision: Decision, presented: Presented | null): Decision =>
    decision.ok && presented !== null
      ? { ...decision, events: [...decision.events, { type: 'waybillPresented', ...presented }] }
      : decision

  return {
    ...createSealedBoxes({ ...parts, state }),
    packing,
    load,
    turnDown,
    carryOutElsewhere: state.carryOutElsewhere,
    open,
    lookAround,

    /** Does what a packer asks of the order on the desk. */
    act: (action: DeskAction, code: string | null = null): Answer =>
      onOrder((current, around) => decide(current, around, action), code),

    /** Carries out what a code was found to mean for the order on the desk. */
    actOn: (decided: Decide, code: string | null): Answer =>
      onOrder((current, around) => heldAgainst(current, around, decided(current, around)), code),

    /** The same for what may complete a box whose waybill was scanned first. */
    actAndSeal: (decided: Decide, code: string | null): Answer =>
      onOrder((current, around) => {
        const decision = completing(current, around, decided(current, around))
        return heldAgainst(current, around, decision)
      }, code),

    /** Opens a sealed box of any order again, as long as the store has not been told; its order comes onto the desk. */
    reopenBox(boxId: string, code: string | null = null): Answer {
      const dispatch = outbox.ofBox(boxId, 'dispatch')
      if (dispatch === null) return turnDown({ kind: 'noBox' }, code)
      const { orderNo } = dispatch
      const current = packing()
      const elsewhere = current !== null && current.orderNo !== orderNo
      const next = current === null || elsewhere ? load(orderNo) : current
      const decision = reopenBox(next, boxId, lookAround(next).reported)
      if (!elsewhere) return carryOut(next, decision, code)
      if (unsealedBoxes(current).length > 0) {
        return turnDown({ kind: 'otherOrderOnDesk', orderNo: current.orderNo }, code)
      }
      return state.exchange(current, next, decision, code)
    },
  }
}

export type Desk = ReturnType<typeof createDesk>
