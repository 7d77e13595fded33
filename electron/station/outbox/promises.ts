import { boxPromiseSchema } from '../../../shared/domain/intents/kinds/dispatch.ts'
import { handOverSchema } from '../../../shared/domain/intents/kinds/hand-over.ts'
import { kindNamed, type IntentKind } from '../../../shared/domain/intents/registry.ts'
import { sameInvoice, type Invoice, type Receiver } from '../../../shared/domain/orders/order.ts'
import { goodsOfContents } from '../../../shared/domain/packing/goods/line.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { boxById, type Box, type Packing } from '../../../shared/domain/packing/packing.ts'
import type { Happened } from '../log/project.ts'
import type { OrderTable } from '../orders/order-table.ts'
import type { Pace } from '../ports.ts'
import { isEnded, isUnreported, type Intent, type IntentTable } from './intent-table.ts'

/** What an intent is of, and what it promises. */
export type Promised = { kind: IntentKind; payload: unknown }

type Sealing = Extract<PackingEvent, { type: 'boxSealed' }>

/** What a seal promises; `after`: the order with the sealed box in it. */
export function dispatchOf(
  after: Packing,
  { boxId, sectionCode, contents, invoice, shipped }: Sealing,
): Promised {
  const { orderNo, receiver } = after
  const goods = goodsOfContents(after, sectionCode, contents)
  return { kind: 'dispatch', payload: { boxId, orderNo, sectionCode, goods, invoice, receiver, shipped } }
}

/** What a box in the courier's cage promises; `receiver`: whom its waybill was made out for. */
export function handOverOf({ id: boxId, invoice }: SealedBox, receiver: Receiver | null): Promised {
  if (invoice === null) throw new Error(`box ${boxId} went to the courier without a waybill`)
  return { kind: 'handOver', payload: { boxId, invoice, receiver } }
}

export type SealedBox = Extract<Box, { state: 'sealed' | 'voided' }>

export type PromiseParts = {
  orders: Pick<OrderTable, 'get'>
  /** What is known of the order was heard before: it is to be read anew before anything is written by it. */
  doubt: (orderNo: string) => void
  /** Whether a call about the order is under way. */
  isBeingReported: (orderNo: string) => boolean
  /** How long what is promised may still be taken back. */
  waitMs: () => number
  pace: Pace
}

/** What the desk's events promise the store: written in the transaction of the event. */
export function createPromises(
  table: IntentTable,
  { orders, doubt, isBeingReported, waitMs, pace }: PromiseParts,
) {
  const nextAt = (): number => pace() + waitMs()

  /**
   * Whether the store has not been given a box's waybill and nothing that gives it is under way, so that the wanted one may
   * take its place in what was promised. A wanted one that the shop itself has put on the box's section may as well.
   */
  function isWaybillUnreported(dispatch: Intent, wanted: Invoice | null): boolean {
    const { orderNo, state, step, section } = dispatch
    if (isBeingReported(orderNo) || step !== null) return false
    if (state !== 'waiting' && state !== 'needsPerson') return false
    if (section === null) return true
    const own = orders.get(orderNo)?.sections.find(({ code }) => code === section)
    if (own === undefined) return false
    return own.invoice === null || sameInvoice(own.invoice, wanted)
  }

  const give = (orderNo: string, box: SealedBox, promised: Promised, at: number): void => {
    doubt(orderNo)
    table.add({ ...promised, orderNo, box, at, nextAt: nextAt() })
  }

  function asked(orderNo: string, event: Extract<PackingEvent, { type: 'intentGiven' }>, at: number): void {
    const kind = kindNamed(event.kind)
    if (kind === null) throw new Error(`there is no kind of intent ${event.kind}`)
    doubt(orderNo)
    table.add({ kind, orderNo, box: null, payload: event.payload, at, nextAt: nextAt() })
  }

  /** Of a box that a person sees to in the shop's own pages nothing is told. */
  function givenToCourier(orderNo: string, box: SealedBox, at: number): void {
    const dispatch = table.ofBox(box.id, 'dispatch')
    if (dispatch?.handled?.how === 'handedOver') return
    const receiver = dispatch === null ? null : boxPromiseSchema.parse(dispatch.payload).receiver
    give(orderNo, box, handOverOf(box, receiver), at)
  }

  /** Before the store has the old number, what was promised is changed; afterwards that is a promise of its own. */
  function corrected(
    after: Packing,
    { boxId, was, invoice, reason }: Extract<PackingEvent, { type: 'waybillCorrected' }>,
    at: number,
  ): void {
    const { orderNo } = after
    const dispatch = table.ofBox(boxId, 'dispatch')
    if (dispatch !== null && invoice !== null && isWaybillUnreported(dispatch, invoice)) {
      amend(dispatch, invoice, at)
      return
    }
    const box = sealedBox(after, boxId)
    give(orderNo, box, { kind: 'correctWaybill', payload: { boxId, was, invoice, reason } }, at)
    // It went into the cage under a number that was only to be given: it leaves under the one it gets instead.
    if (was === null && box.withCourier) givenToCourier(orderNo, box, at)
  }

  function amend(dispatch: Intent, invoice: Invoice, at: number): void {
    table.amend(dispatch, { ...boxPromiseSchema.parse(dispatch.payload), invoice })
    if (dispatch.state === 'needsPerson') {
      table.change(dispatch.seq, {
        state: 'waiting',
        since: at,
        nextAt: pace(),
        readFirst: true,
        problem: null,
      })
    }
    const handOver = dispatch.boxId === null ? null : table.ofBox(dispatch.boxId, 'handOver')
    if (handOver !== null) amendHandOver(handOver, invoice)
  }

  /** What is still to be told of a box's handover speaks of the waybill that the box has then. */
  function amendHandOver(handOver: Intent, invoice: Invoice): void {
    if (isEnded(handOver)) return
    table.amend(handOver, { ...handOverSchema.parse(handOver.payload), invoice })
  }

  /**
   * A correction is no more: a handover that was to be told of after it speaks of the waybill from before, or is told of after
   * the next correction where there was none.
   */
  function kept({ boxId, was }: Extract<PackingEvent, { type: 'waybillKept' }>): void {
    const correction = table.ofBox(boxId, 'correctWaybill')
    const handOver = table.ofBox(boxId, 'handOver')
    takeBack(boxId, 'correctWaybill')
    if (correction === null || handOver === null || handOver.seq < correction.seq) return
    if (was === null) leaveUntold(handOver)
    else amendHandOver(handOver, was)
  }

  /** Taken back where the store cannot have heard of it; what a person has ended stays ended. */
  function takeBack(boxId: string, kind: 'handOver' | 'correctWaybill'): void {
    const intent = table.ofBox(boxId, kind)
    if (intent !== null && !isEnded(intent)) table.takeBack(intent)
  }

  /** What waits behind something that is no more goes with it; what the store may have heard of waits for a person. */
  function leaveUntold(behind: Intent | null): void {
    if (behind !== null && isUnreported(behind)) table.takeBack(behind)
  }

  /** What else was promised of a box that is given up, or seen to by a person, is to be done no more. */
  function supersede(orderNo: string, boxId: string, reason: string, at: number): void {
    for (const intent of table.ofOrder(orderNo)) {
      if (intent.boxId !== boxId || intent.kind === 'dispatch' || isEnded(intent)) continue
      const handled = { how: 'superseded', reason, at } as const
      table.change(intent.seq, { state: 'handled', since: at, handled })
    }
  }

  return {
    /** What happened, as far as the store is to hear of it. */
    keep({ event, after, at }: Happened): void {
      switch (event.type) {
        case 'boxSealed':
          give(after.orderNo, sealedBox(after, event.boxId), dispatchOf(after, event), at)
          return
        case 'boxReopened': {
          const dispatch = table.ofBox(event.boxId, 'dispatch')
          // Out of the cage as well: what was promised behind it goes with it.
          leaveUntold(table.ofBox(event.boxId, 'handOver'))
          if (dispatch !== null) table.takeBack(dispatch)
          return
        }
        case 'boxVoided':
          supersede(after.orderNo, event.boxId, event.reason, at)
          return
        case 'boxGivenToCourier':
          givenToCourier(after.orderNo, sealedBox(after, event.boxId), at)
          return
        case 'boxTakenBack':
          takeBack(event.boxId, 'handOver')
          return
        case 'waybillCorrected':
          corrected(after, event, at)
          return
        case 'intentGiven':
          asked(after.orderNo, event, at)
          return
        case 'waybillKept':
          kept(event)
          return
        default:
      }
    },

    supersede,
    isWaybillUnreported,
  }
}

export type Promises = ReturnType<typeof createPromises>

function sealedBox(packing: Packing, boxId: string): SealedBox {
  const box = boxById(packing, boxId)
  if (box?.state !== 'sealed') throw new Error(`box ${boxId} is not sealed`)
  return box
}
