import { boxPromiseSchema } from '../../../shared/domain/intents/kinds/dispatch.ts'
import { handOverSchema } from '../../../shared/domain/intents/kinds/hand-over.ts'
import type { IntentKind } from '../../../shared/domain/intents/registry.ts'
import type { Invoice, Order, Receiver } from '../../../shared/domain/orders/order.ts'
import { goodsOfContents } from '../../../shared/domain/packing/goods/line.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { boxById, type Box, type Packing } from '../../../shared/domain/packing/packing.ts'
import type { Happened } from '../log/project.ts'
import type { Intent, IntentTable } from './intent-table.ts'

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

/**
 * Whether the store has not been given a box's waybill and nothing that gives it is under way, so that another one may
 * take its place in what was promised.
 */
export function isWaybillUnreported(dispatch: Intent, order: Order | null): boolean {
  if (dispatch.state !== 'waiting' && dispatch.state !== 'needsPerson') return false
  if (dispatch.step !== null) return false
  if (dispatch.section === null) return true
  return order?.sections.find(({ code }) => code === dispatch.section)?.invoice === null
}

/**
 * What the desk's events promise the store: written in the transaction of the event. `waitMs`: how long what is promised
 * may still be taken back.
 */
export function createPromises(
  table: IntentTable,
  { waitMs, orderOf }: { waitMs: () => number; orderOf: (orderNo: string) => Order | null },
) {
  const isOpen = ({ state }: Intent) => state !== 'confirmed' && state !== 'handled'

  const give = (orderNo: string, box: SealedBox, promised: Promised, at: number): void => {
    table.add({ ...promised, orderNo, box, at, waitMs: waitMs() })
  }

  const receiverOf = (boxId: string): Receiver | null => {
    const dispatch = table.ofBox(boxId, 'dispatch')
    return dispatch === null ? null : boxPromiseSchema.parse(dispatch.payload).receiver
  }

  /** Before the store has the old number, what was promised is changed; afterwards that is a promise of its own. */
  function corrected(
    after: Packing,
    { boxId, was, invoice, reason }: Extract<PackingEvent, { type: 'waybillCorrected' }>,
    at: number,
  ): void {
    const { orderNo } = after
    const dispatch = table.ofBox(boxId, 'dispatch')
    if (dispatch !== null && invoice !== null && isWaybillUnreported(dispatch, orderOf(orderNo))) {
      amend(dispatch, invoice, at)
      return
    }
    const payload = { boxId, was, invoice, reason }
    table.add({
      kind: 'correctWaybill',
      orderNo,
      box: sealedBox(after, boxId),
      payload,
      at,
      waitMs: waitMs(),
    })
  }

  function amend(dispatch: Intent, invoice: Invoice, at: number): void {
    table.amend(dispatch, { ...boxPromiseSchema.parse(dispatch.payload), invoice })
    if (dispatch.state === 'needsPerson') {
      table.change(dispatch.seq, {
        state: 'waiting',
        since: at,
        nextAt: at,
        readFirst: true,
        problem: null,
      })
    }
    const handOver = dispatch.boxId === null ? null : table.ofBox(dispatch.boxId, 'handOver')
    if (handOver !== null && isOpen(handOver)) {
      table.amend(handOver, { ...handOverSchema.parse(handOver.payload), invoice })
    }
  }

  /** Taken back where the store cannot have heard of it; what a person has ended stays ended. */
  function takeBack(boxId: string, kind: 'handOver' | 'correctWaybill'): void {
    const intent = table.ofBox(boxId, kind)
    if (intent !== null && isOpen(intent)) table.takeBack(intent)
  }

  /** What else was promised of a box that is given up, or seen to by a person, is to be done no more. */
  function supersede(orderNo: string, boxId: string, reason: string, at: number): void {
    for (const intent of table.ofOrder(orderNo)) {
      if (intent.boxId !== boxId || intent.kind === 'dispatch' || !isOpen(intent)) continue
      const handled = { how: 'superseded', reason, at } as const
      table.change(intent.seq, { state: 'handled', since: at, handled })
    }
  }

  return {
    /** What happened to a sealed box, as far as the store is to hear of it. */
    keep({ event, after, at }: Happened): void {
      switch (event.type) {
        case 'boxSealed':
          give(after.orderNo, sealedBox(after, event.boxId), dispatchOf(after, event), at)
          return
        case 'boxReopened': {
          const dispatch = table.ofBox(event.boxId, 'dispatch')
          // Out of the cage as well: what was promised behind it goes with it.
          takeBack(event.boxId, 'handOver')
          if (dispatch !== null) table.takeBack(dispatch)
          return
        }
        case 'boxVoided':
          supersede(after.orderNo, event.boxId, event.reason, at)
          return
        case 'boxGivenToCourier':
          give(
            after.orderNo,
            sealedBox(after, event.boxId),
            handOverOf(sealedBox(after, event.boxId), receiverOf(event.boxId)),
            at,
          )
          return
        case 'boxTakenBack':
          takeBack(event.boxId, 'handOver')
          return
        case 'waybillCorrected':
          corrected(after, event, at)
          return
        case 'waybillKept':
          takeBack(event.boxId, 'correctWaybill')
          return
        default:
      }
    },

    supersede,
  }
}

export type Promises = ReturnType<typeof createPromises>

function sealedBox(packing: Packing, boxId: string): SealedBox {
  const box = boxById(packing, boxId)
  if (box?.state !== 'sealed') throw new Error(`box ${boxId} is not sealed`)
  return box
}
