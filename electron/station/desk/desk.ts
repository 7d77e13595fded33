import type { Answer } from '../../../shared/domain/packing/answer.ts'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import * as order from '../../../shared/domain/packing/order/decide-order.ts'
import * as goods from '../../../shared/domain/packing/goods/decide-goods.ts'
import { sealWithPresented, voidBox } from '../../../shared/domain/packing/waybill/decide-seal.ts'
import { goOn, refuse, type Decision } from '../../../shared/domain/packing/decision.ts'
import type { Drift } from '../../../shared/domain/packing/order/drift.ts'
import type { LineMarks } from '../../../shared/domain/packing/goods/line.ts'
import { allSealed, unsealedBoxes, type Packing } from '../../../shared/domain/packing/packing.ts'
import type { Rules } from '../../../shared/domain/packing/rules.ts'
import type { Invoice } from '../../../shared/domain/orders/order.ts'
import type { OrderTable } from '../orders/order-table.ts'
import { isUntold } from '../outbox/outbox-table.ts'
import { createDeskState, type DeskStateParts } from './desk-state.ts'
import { createStoreWord } from './store-word.ts'

export type DeskParts = DeskStateParts & {
  orders: OrderTable
  rules: () => Rules
  marks: LineMarks
  deskName: () => string
  /** The box types of this desk: names by code. */
  boxTypes: () => ReadonlyMap<string, string>
  /** Whether whoever packs may pack goods that were not scanned. */
  mayPackUnscanned: () => boolean
  /** Whether a call about the order is under way, so that the store may be hearing of its boxes. */
  isBeingTold: (orderNo: string) => boolean
}

/** A waybill that the shop has registered for a section, scanned before its goods. */
export type Presented = { sectionCode: string; invoice: Invoice }

/**
 * The desk: one order at most, and everything a packer does to it. Each action is decided on the state in memory,
 * written to disk in one transaction, and only then answered and remembered.
 */
export function createDesk(parts: DeskParts) {
  const { orders, outbox, rules, marks } = parts
  const state = createDeskState(parts)
  const word = createStoreWord(orders, outbox)
  const { packing, load, turnDown, carryOut } = state

  /** Runs a decision about the order on the desk. */
  function act(decision: (packing: Packing) => Decision, code: string | null = null): Answer {
    const current = packing()
    if (current === null) return turnDown({ kind: 'scanOrderFirst' }, code)
    return carryOut(current, word.withRegistered(current, decision(current)), code)
  }

  /** The same for what may complete a box whose waybill was scanned first. */
  const actAndSeal = (decision: (packing: Packing) => Decision, code: string | null = null): Answer =>
    act((current) => {
      const decided = sealWithPresented(current, decision(current), rules())
      const sealed = decided.ok ? decided.events.find((event) => event.type === 'boxSealed') : undefined
      if (sealed === undefined) return decided
      // The number may have gone out with another order since it was scanned, the goods may lie in two boxes: then the
      // goods count all the same, and the box gets its waybill by scan.
      const used = parts.projections.boxWithWaybill(sealed.invoice.invoiceNo) !== null
      const fits = !used && word.withRegistered(current, decided).ok
      return fits ? (word.stopped(current) ?? decided) : decision(current)
    }, code)

  type Way = {
    code?: string | null
    takeBack?: boolean
    presented?: Presented | null
    then?: (now: Packing) => Decision
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
    const settled = outbox.ofOrder(orderNo).every((row) => row.state === 'confirmed')
    const opened = withWaybill(order.openOrder(next, known, { settled, takeBack, marks }), presented)
    const decision = then === undefined ? opened : goOn(next, opened, then)
    return current === null ? carryOut(next, decision, code) : state.exchange(current, next, decision, code)
  }

  const withWaybill = (decision: Decision, presented: Presented | null): Decision =>
    decision.ok && presented !== null
      ? { ...decision, events: [...decision.events, { type: 'waybillPresented', ...presented }] }
      : decision

  const unscanned = (decision: (packing: Packing) => Decision) => (current: Packing) => {
    if (!parts.mayPackUnscanned()) return refuse({ kind: 'leadOnly' })
    return word.stopped(current) ?? decision(current)
  }

  return {
    packing,
    load,
    turnDown,
    act,
    actAndSeal,
    open,
    stopped: word.stopped,
    drift: (): Drift | null => {
      const current = packing()
      return current === null ? null : word.drift(current)
    },
    putDown: (leaveGoods: boolean, code: string | null = null) =>
      act((current) => order.putDown(current, leaveGoods), code),
    holdOrder: (reason: string, code: string | null = null) =>
      act((current) => order.holdOrder(current, reason), code),
    handOver: (desk: string, note: string) =>
      act((current) => {
        if (desk === parts.deskName()) return refuse({ kind: 'ownDesk', desk })
        return order.handOver(current, desk, note)
      }),
    writeNote: (text: string) => act(() => order.writeNote(text)),
    closeBox: (code: string | null = null) => actAndSeal(boxes.closeBox, code),
    nextBox: (code: string | null = null) => act(boxes.nextBox, code),
    sealAll: (code: string | null = null) => act(boxes.sealAll, code),
    selectBox: (boxId: string, code: string | null = null) =>
      act((current) => boxes.selectBox(current, boxId), code),
    emptyBox: (boxId: string | null, code: string | null = null) =>
      act((current) => {
        const target = boxId ?? current.currentBoxId
        return target === null ? refuse({ kind: 'noBox' }) : boxes.emptyBox(current, target)
      }, code),
    typeBox: (typeCode: string, code: string | null = null) =>
      actAndSeal((current) => boxes.typeBox(current, typeCode, parts.boxTypes()), code),
    weighBox: (grams: number) => actAndSeal((current) => boxes.weighBox(current, grams)),
    packByHand: (line: { sectionCode: string; itemNo: string }) =>
      actAndSeal(
        unscanned((current) => goods.packGoods(current, line, { units: 1, code: '', how: 'hand' }, rules())),
      ),
    countItem: (total: number, code: string | null = null) =>
      actAndSeal((current) => word.stopped(current) ?? goods.countItem(current, total, rules()), code),
    takeRest: (code: string | null = null) => actAndSeal(unscanned(goods.takeRest), code),
    undo: (code: string | null = null) => act(boxes.undo, code),
    takeOut: (boxId: string, itemNo: string) => act((current) => boxes.takeOut(current, boxId, itemNo)),
    moveItem: (move: Parameters<typeof boxes.moveItem>[1]) => act((current) => boxes.moveItem(current, move)),
    takeOverChanges: (code: string | null = null) =>
      act((current) => {
        const known = orders.get(current.orderNo)
        if (known === null) return refuse({ kind: 'nothingToDo' })
        return order.takeOverChanges(current, known, word.ownSections(current), marks)
      }, code),

    /** Gives up a sealed box of any order; `alongside` is written in the same transaction. */
    voidBox: (orderNo: string, boxId: string, reason: string, alongside: () => void): Answer =>
      state.carryOutElsewhere(orderNo, (before) => voidBox(before, boxId, reason), alongside),

    /** Opens a sealed box of any order again, as long as the store has not been told; its order comes onto the desk. */
    reopenBox(boxId: string, code: string | null = null): Answer {
      const row = outbox.get(boxId)
      if (row === null) return turnDown({ kind: 'noBox' }, code)
      const { orderNo, boxNumber: box } = row
      if (parts.isBeingTold(orderNo)) return turnDown({ kind: 'beingTold' }, code)
      if (!isUntold(row)) return turnDown({ kind: 'toldAlready', box }, code)
      const current = packing()
      if (current !== null && current.orderNo !== orderNo) {
        if (unsealedBoxes(current).length > 0) {
          return turnDown({ kind: 'otherOrderOnDesk', orderNo: current.orderNo }, code)
        }
        const next = load(orderNo)
        return state.exchange(current, next, boxes.reopenBox(next, boxId), code)
      }
      const before = current ?? load(orderNo)
      return carryOut(before, boxes.reopenBox(before, boxId), code)
    },
  }
}

export type Desk = ReturnType<typeof createDesk>
