import type { IntentChange } from '../../../electron/station/outbox/intent-table.ts'
import { createPromises } from '../../../electron/station/outbox/promises.ts'
import type { Invoice } from '../../../shared/domain/orders/order.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { filling, followedBy, invoice, other, receiver } from '../packing/log-on-paper.ts'
import { createOutbox } from './outbox-world.ts'

export const waitMs = 400
/** The order of the log on paper. */
export const orderNo = '1'

/** An outbox that hears of what happens at the desk, which has packed box 1 of the order and not sealed it. */
export function createDeskWorld() {
  const outbox = createOutbox()
  const { table } = outbox
  const settings: {
    /** The order that a call is under way about. */
    beingReported: string | null
  } = { beingReported: null }
  const promises = createPromises(table, {
    orders: outbox.orders,
    doubt: outbox.readings.doubt,
    isBeingReported: (no) => no === world.beingReported,
    waitMs: () => waitMs,
    pace: () => outbox.pace,
  })
  const intents = () => table.ofOrder(orderNo)
  const world = Object.assign(settings, {
    outbox,
    promises,
    packing: filling,
    /** Happens at the desk, each a second after what was before. */
    happens: (...events: PackingEvent[]): void => {
      for (const event of events) {
        outbox.pass(1_000)
        world.packing = followedBy(world.packing, event)
        promises.keep({ event, after: world.packing, at: outbox.now })
      }
    },
    intents,
    kinds: () => intents().map(({ kind }) => kind),
    payloads: () => intents().map(({ payload }) => payload),
    change: (seq: number, changes: IntentChange): void => {
      table.change(seq, changes)
    },
    /** Everything that was promised so far is done. */
    allConfirmed: (): void => {
      for (const { seq } of intents()) table.change(seq, { state: 'confirmed', section: 's' })
    },
  })
  return world
}

export type DeskWorld = ReturnType<typeof createDeskWorld>

export const courier: PackingEvent = { type: 'boxGivenToCourier', boxId: 'B1' }
export const takenBack: PackingEvent = { type: 'boxTakenBack', boxId: 'B1' }
export const corrected = (to: Invoice | null, was: Invoice | null = invoice): PackingEvent => ({
  ...{ type: 'waybillCorrected', boxId: 'B1', was, invoice: to, reason: '오타' },
})
/** A correction to the other waybill was given up. */
export const kept = (was: Invoice | null = invoice): PackingEvent => ({
  ...{ type: 'waybillKept', boxId: 'B1', was, invoice: other },
})

/** What sealing box 1 promises, and what the cage does then. */
export const dispatched = {
  boxId: 'B1',
  orderNo,
  sectionCode: 's',
  goods: [{ line: 'line--001', qty: 1 }],
  invoice,
  receiver,
  shipped: 'atHandover',
}
export const handedOver = { boxId: 'B1', invoice, receiver }
