import type { StoreAnswer } from '../imweb/call.ts'
import type { OrderService } from '../imweb/order-service.ts'
import type { Readings } from '../orders/readings.ts'
import type { TakeIn } from '../outbox/take-in.ts'
import type { Report } from '../ports.ts'
import type { SweepTable } from './sweep-table.ts'

/** Orders asked for one by one in a pull; the rest follow with the next. */
const ordersPerPull = 10

/** The store has not said anything. */
export type NoAnswer = Exclude<StoreAnswer<unknown>, { kind: 'ok' | 'refused' }>

export type ReadSinglyParts = {
  takeIn: TakeIn
  readings: Pick<Readings, 'moment'>
  sweep: SweepTable
  service: Pick<OrderService, 'order'>
  report: Report
}

/**
 * Reads orders one by one: the one on the desk where that is asked for; those that no longer come with the lists, because
 * they have moved on or were cancelled, which is asked before it is believed; then those of which an earlier version kept a
 * part only.
 */
export function createReadSingly({ takeIn, readings, sweep, service, report }: ReadSinglyParts) {
  /** Orders that alone got no answer: they come last from then on, one a pull, so that they hold up no other. */
  const silent = new Set<string>()

  /** The last answer where the store could not be reached; null where it answered, if not for each of the orders. */
  return async (orderOnDesk: string | null): Promise<NoAnswer | null> => {
    let unanswered = 0
    for (const orderNo of wanted(orderOnDesk)) {
      const answer = await readOne(orderNo)
      const isKnown = silent.delete(orderNo)
      if (answer === null) continue
      if (answer.kind !== 'unanswered') return answer
      silent.add(orderNo)
      if (!isKnown) unanswered += 1
      if (unanswered > 1) return answer
    }
    return null
  }

  function wanted(orderOnDesk: string | null): string[] {
    const most = ordersPerPull + silent.size
    const all = [...sweep.unseenSince(sweep.get().rounds, most), ...sweep.toReadAnew(most)]
    if (orderOnDesk !== null) all.unshift(orderOnDesk)
    const once = [...new Set(all)]
    const [waiting] = [...silent].filter((orderNo) => once.includes(orderNo))
    const fresh = once.filter((orderNo) => !silent.has(orderNo)).slice(0, ordersPerPull)
    return waiting === undefined ? fresh : [...fresh, waiting]
  }

  async function readOne(orderNo: string): Promise<NoAnswer | null> {
    const asked = readings.moment()
    const answer = await service.order(orderNo, 'poll')
    if (answer.kind === 'ok') takeIn(answer.data, asked, 'alone')
    else if (answer.kind === 'refused') {
      report('pull', new Error(`order look-up refused: ${answer.errorCode}`))
      sweep.wasRead(orderNo)
    } else return answer
    sweep.markSeen(orderNo, sweep.get().rounds)
    return null
  }
}
