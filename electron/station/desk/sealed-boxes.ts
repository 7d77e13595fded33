import type { Invoice } from '../../../shared/domain/orders/order.ts'
import { waybillCorrectionSchema } from '../../../shared/domain/intents/kinds/correct-waybill.ts'
import type { Answer } from '../../../shared/domain/packing/answer.ts'
import { refuse } from '../../../shared/domain/packing/decision.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { correctWaybill, type BoxAtStore } from '../../../shared/domain/packing/waybill/correct-waybill.ts'
import {
  giveToCourier,
  handoverStopOf,
  giveUp,
  takeBackFromCourier,
} from '../../../shared/domain/packing/waybill/hand-to-courier.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import type { PackingProjections } from '../log/projections.ts'
import type { OrderTable } from '../orders/order-table.ts'
import { isUnreported, type Intent, type IntentTable } from '../outbox/intent-table.ts'
import { isWaybillUnreported } from '../outbox/promises.ts'
import type { createDeskState } from './desk-state.ts'

export type SealedBoxesParts = {
  state: Pick<ReturnType<typeof createDeskState>, 'carryOutElsewhere' | 'turnDown'>
  orders: Pick<OrderTable, 'get' | 'refresh'>
  outbox: IntentTable
  projections: PackingProjections
  /** Whether a call about the order is under way, so that the store may be hearing of its boxes. */
  isBeingReported: (orderNo: string) => boolean
}

/** What can still be done with a box after its seal, whichever order is on the desk. */
export function createSealedBoxes(parts: SealedBoxesParts) {
  const { state, orders, outbox, projections, isBeingReported } = parts

  /** What is known of a box at the store, for a correction of its waybill. */
  function atStore(dispatch: Intent): BoxAtStore {
    const { orderNo, boxId } = dispatch
    const order = orders.get(orderNo)
    const busy = isBeingReported(orderNo)
    const correction = boxId === null ? null : outbox.ofBox(boxId, 'correctWaybill')
    const isPending =
      correction !== null && correction.state !== 'confirmed' && correction.state !== 'handled'
    return {
      waybillUnreported: !busy && isWaybillUnreported(dispatch, order),
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

  /** What the store says against a box's leaving, by the section that it has become. */
  function stopOf({ orderNo, boxes }: Packing, number: number) {
    const box = boxes.find((each) => each.number === number)
    const section = box === undefined ? null : outbox.ofBox(box.id, 'dispatch')?.section
    return handoverStopOf(orders.get(orderNo)?.sections.find(({ code }) => code === section))
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
        return correctWaybill(packing, wish, atStore(dispatch))
      })
    },

    /** A box goes into the courier's cage; `code` is what was scanned of it. */
    giveToCourier({ orderNo, box }: { orderNo: string; box: number }, code: string): Answer {
      return state.carryOutElsewhere(
        orderNo,
        (packing) => giveToCourier(packing, box, stopOf(packing, box)),
        () => undefined,
        code,
      )
    },

    /** It comes out of the cage again, as long as the store has not been told that it left. */
    takeBackFromCourier(boxId: string): Answer {
      const handOver = outbox.ofBox(boxId, 'handOver')
      if (handOver?.boxNumber == null) return state.turnDown({ kind: 'nothingToDo' }, null)
      const { orderNo, boxNumber: box } = handOver
      if (isBeingReported(orderNo) || !isUnreported(handOver)) {
        return state.turnDown({ kind: 'handoverReported', orderNo, box }, null)
      }
      return state.carryOutElsewhere(orderNo, (packing) => takeBackFromCourier(packing, boxId))
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
