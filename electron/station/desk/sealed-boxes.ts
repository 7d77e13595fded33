import type { Invoice } from '../../../shared/domain/orders/order.ts'
import { waybillCorrectionSchema } from '../../../shared/domain/intents/kinds/correct-waybill.ts'
import type { Answer, HandoverStop } from '../../../shared/domain/packing/answer.ts'
import { refuse } from '../../../shared/domain/packing/decision.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { correctWaybill, type BoxAtStore } from '../../../shared/domain/packing/waybill/correct-waybill.ts'
import {
  giveToCourier,
  giveUp,
  takeBackFromCourier,
  unpackBox,
} from '../../../shared/domain/packing/waybill/hand-to-courier.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import type { PackingProjections } from '../log/projections.ts'
import type { OrderTable } from '../orders/order-table.ts'
import { isEnded, isUnreported, type Intent, type IntentTable } from '../outbox/intent-table.ts'
import type { Promises } from '../outbox/promises.ts'
import { isHandoverUnreported, isStillReported, stopOfBox } from './box-at-store.ts'
import type { createDeskState } from './desk-state.ts'

export type SealedBoxesParts = {
  state: Pick<ReturnType<typeof createDeskState>, 'carryOutElsewhere' | 'turnDown'>
  orders: Pick<OrderTable, 'get' | 'refresh'>
  outbox: IntentTable
  projections: PackingProjections
  promises: Pick<Promises, 'isWaybillUnreported'>
  /** Whether a call about the order is under way, so that the store may be hearing of its boxes. */
  isBeingReported: (orderNo: string) => boolean
}

/** A box by its number, and the waybill that was found on it. */
export type Labelled = { orderNo: string; box: number; invoiceNo: string }

/** What can still be done with a box after its seal, whichever order is on the desk. */
export function createSealedBoxes(parts: SealedBoxesParts) {
  const { state, orders, outbox, projections, promises, isBeingReported } = parts

  /** What is known of a box at the store, for giving it the waybill that is wanted. */
  function atStore(dispatch: Intent, wanted: Invoice | null): BoxAtStore {
    const { orderNo, boxId } = dispatch
    const order = orders.get(orderNo)
    const busy = isBeingReported(orderNo)
    const correction = boxId === null ? null : outbox.ofBox(boxId, 'correctWaybill')
    const isPending = correction !== null && !isEnded(correction)
    return {
      boxUnreported: !busy && isUnreported(dispatch),
      waybillUnreported: promises.isWaybillUnreported(dispatch, wanted),
      byHand: dispatch.handled?.how === 'handedOver',
      status: order?.sections.find(({ code }) => code === dispatch.section)?.status ?? null,
      pending: isPending
        ? {
            was: waybillCorrectionSchema.parse(correction.payload).was,
            unreported: !busy && isUnreported(correction),
          }
        : null,
    }
  }

  /** What the store says against a box's leaving. */
  function stopOf({ boxes }: Packing, number: number): HandoverStop | null {
    const box = boxes.find((each) => each.number === number)
    const dispatch = box === undefined ? null : outbox.ofBox(box.id, 'dispatch')
    return dispatch === null ? null : stopOfBox(dispatch, orders.get(dispatch.orderNo))
  }

  return {
    /** Gives a sealed box another waybill, or none for now; see `correctWaybill` of the domain. */
    correctWaybill(wish: { boxId: string; invoice: Invoice | null; reason: string }): Answer {
      const dispatch = outbox.ofBox(wish.boxId, 'dispatch')
      if (dispatch === null) return state.turnDown({ kind: 'noBox' }, null)
      const { orderNo, boxNumber } = dispatch
      const used = wish.invoice === null ? null : projections.boxWithWaybill(wish.invoice.invoiceNo)
      return state.carryOutElsewhere(orderNo, (packing) => {
        const isOther = used !== null && !(used.orderNo === orderNo && used.box === boxNumber)
        if (isOther) return refuse({ kind: 'trackingNumberUsed', ...used })
        return correctWaybill(packing, wish, atStore(dispatch, wish.invoice))
      })
    },

    /** A box goes into the courier's cage; `invoiceNo` is the waybill on it, `code` what was scanned of that. */
    giveToCourier({ orderNo, box, invoiceNo }: Labelled, code: string): Answer {
      return state.carryOutElsewhere(
        orderNo,
        (packing) => giveToCourier(packing, { number: box, invoiceNo }, stopOf(packing, box)),
        () => undefined,
        code,
      )
    },

    /** It comes out of the cage again, as long as the store has not been told that it left. */
    takeBackFromCourier(boxId: string): Answer {
      const dispatch = outbox.ofBox(boxId, 'dispatch')
      if (dispatch?.boxNumber == null) return state.turnDown({ kind: 'nothingToDo' }, null)
      const { orderNo, boxNumber: box } = dispatch
      if (!isHandoverUnreported(boxId, outbox, isBeingReported)) {
        return state.turnDown({ kind: 'handoverReported', orderNo, box }, null)
      }
      return state.carryOutElsewhere(orderNo, (packing) => takeBackFromCourier(packing, boxId))
    },

    /** A box that the store has cancelled is unpacked: it waits for no courier any more. */
    unpackBox({ boxId, reason }: { boxId: string; reason: string }): Answer {
      const dispatch = outbox.ofBox(boxId, 'dispatch')
      if (dispatch === null) return state.turnDown({ kind: 'noBox' }, null)
      if (isStillReported(dispatch, outbox)) return state.turnDown({ kind: 'beingReported' }, null)
      const stop = stopOfBox(dispatch, orders.get(dispatch.orderNo))
      return state.carryOutElsewhere(dispatch.orderNo, (packing) =>
        unpackBox(packing, { boxId, reason }, stop),
      )
    },

    /** What a person gives up; `alongside` is written in the same transaction. */
    giveUp(orderNo: string, event: PackingEvent, alongside: () => void): Answer {
      return state.carryOutElsewhere(
        orderNo,
        (packing) => giveUp(packing, event),
        () => {
          alongside()
          orders.refresh(orderNo)
        },
      )
    },
  }
}
