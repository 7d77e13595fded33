import { statusesToShip, type SectionStatus } from '../../../shared/domain/sections/status.ts'
import type { StoreAnswer } from '../imweb/call.ts'
import type { OrderService } from '../imweb/order-service.ts'
import type { OrderPage } from '../imweb/read-answers.ts'
import { createReadSingly, type NoAnswer, type ReadSinglyParts } from './read-singly.ts'
import { createSavePage, type SavePageParts } from './save-page.ts'
import type { Sweep } from './sweep-table.ts'

/** Orders are asked for again from this long before the newest one known, should some have come in late. */
const overlapMs = 10 * 60_000

/** Pages of new orders in one pull; what is left comes with the lists. */
const newestPages = 10

/**
 * failed: the store did not answer, or would not give its lists. `more`: the lists have not been gone through once yet;
 * the next part need not wait for the next poll.
 */
export type PullResult =
  { kind: 'done'; more: boolean } | { kind: 'failed'; answer: Exclude<StoreAnswer<unknown>, { kind: 'ok' }> }

type Refused = Extract<StoreAnswer<unknown>, { kind: 'refused' }>

export type PullParts = SavePageParts &
  ReadSinglyParts & {
    service: Pick<OrderService, 'ordersWith'>
    /** The order a packer is working on: it is to be the freshest. */
    orderOnDesk: () => string | null
  }

/**
 * Brings in the store's orders that have something to ship, a few calls at a time: the newest ones, the next page of each
 * list, then one by one the order on the desk and orders that a whole round of the lists did not bring. What the desk has
 * packed is not touched: it is not kept here.
 */
export function createPull(parts: PullParts) {
  const { readings, sweep, service, report, orderOnDesk } = parts
  const savePage = createSavePage(parts)
  const readSingly = createReadSingly(parts)
  let refused: Refused | null = null

  async function pull(unitCode: string): Promise<PullResult> {
    refused = null
    const unanswered =
      (await pullNewest(unitCode)) ??
      (await nextPages(unitCode)) ??
      (await readSingly(isLong() ? orderOnDesk() : null))
    const answer = unanswered ?? refused
    return answer === null ? { kind: 'done', more: sweep.get().rounds === 0 } : { kind: 'failed', answer }
  }

  function isLong(): boolean {
    const { places } = sweep.get()
    return statusesToShip.some((status) => (places[status]?.page ?? 1) > 1)
  }

  /** A list that the store refuses to give brings nothing and is at its end: its orders are asked for one by one. */
  async function listOf(...asked: Parameters<typeof service.ordersWith>): Promise<OrderPage | NoAnswer> {
    const answer = await service.ordersWith(...asked)
    if (answer.kind === 'ok') return answer.data
    if (answer.kind !== 'refused') return answer
    refused = answer
    report('pull', new Error(`list refused: ${answer.errorCode}`))
    return { orders: [], unreadable: 0, isLast: true }
  }

  /** Where the lists are too long for every poll, orders that have come in since are fetched first. */
  async function pullNewest(unitCode: string): Promise<NoAnswer | null> {
    const { newest } = sweep.get()
    if (newest === null || !isLong()) return null
    const since = new Date(Date.parse(newest) - overlapMs).toISOString()
    for (let page = 1; page <= newestPages; page += 1) {
      const moment = readings.moment()
      const list = await listOf('PRODUCT_PREPARATION', unitCode, page, since)
      if ('kind' in list) return list
      const place = sweep.get()
      await savePage(list, moment, place, place.rounds + 1)
      if (list.isLast) return null
    }
    return null
  }

  /** One page of each status; the place is saved in the same transaction as the page's orders. */
  async function nextPages(unitCode: string): Promise<NoAnswer | null> {
    for (const status of statusesToShip) {
      const before = sweep.get()
      const place = before.places[status] ?? { round: before.rounds + 1, page: 1 }
      if (place.round > before.rounds + 1) continue
      const moment = readings.moment()
      const list = await listOf(status, unitCode, place.page)
      if ('kind' in list) return list
      await savePage(list, moment, placeAfter(before, status, place, list), place.round)
    }
    return null
  }

  return pull
}

type Place = Sweep['places'][string]

/** A round is over when every status has been gone through to its end. */
function placeAfter(before: Sweep, status: SectionStatus, place: Place, { isLast }: OrderPage): Sweep {
  const next = isLast ? { round: place.round + 1, page: 1 } : { ...place, page: place.page + 1 }
  const sweep = { ...before, places: { ...before.places, [status]: next } }
  const done = statusesToShip.every((each) => (sweep.places[each]?.round ?? 0) > sweep.rounds + 1)
  return done ? { ...sweep, rounds: sweep.rounds + 1 } : sweep
}
