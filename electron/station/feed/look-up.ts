import type { StationSnapshot } from '../../../shared/contract/snapshot.ts'
import type { Answer } from '../../../shared/domain/packing/answer.ts'
import { orderNumberIn } from '../../../shared/domain/codes/order-number.ts'
import type { OrderService } from '../imweb/order-service.ts'
import type { Report } from '../ports.ts'
import type { Readings } from '../orders/readings.ts'
import type { TakeIn } from '../outbox/take-in.ts'

export type LookUpParts = {
  service: Pick<OrderService, 'order'>
  takeIn: TakeIn
  readings: Pick<Readings, 'moment'>
  isOnline: () => boolean
  report: Report
  /** Opens an order that is known by now. */
  open: (orderNo: string, code: string) => Answer
  /** Shows an answer at once; and one that nobody waits for any more. */
  answered: (answer: Answer, code: string) => StationSnapshot
  answeredLater: (answer: Answer, code: string) => void
  /** Names the answer that is shown. */
  lastId: () => number | undefined
  onOrders: () => void
}

/**
 * An order number this desk has not heard of is asked for at the store, while the packer goes on; if nothing else was
 * scanned meanwhile, the order opens by itself.
 */
export function createLookUp(parts: LookUpParts) {
  const { service, takeIn, readings, report, answered } = parts
  return (code: string, answer: Answer): StationSnapshot => {
    const orderNo = orderNumberIn(code.trim())
    const unknown = !answer.ok && answer.said.kind === 'unknownOrder'
    if (!unknown || orderNo === null || !parts.isOnline()) return answered(answer, code)
    const asked = answered({ ok: false, said: { kind: 'lookingUpOrder' } }, code)
    const stillWaiting = () => parts.lastId() === asked.lastScan?.id
    const moment = readings.moment()
    service
      .order(orderNo, 'read')
      .then((found) => {
        if (found.kind === 'ok') {
          takeIn(found.data, moment, 'alone')
          parts.onOrders()
        }
        if (stillWaiting())
          parts.answeredLater(found.kind === 'ok' ? parts.open(orderNo, code) : answer, code)
      })
      .catch((error: unknown) => {
        report('look-up', error)
      })
    return asked
  }
}
