import { boxPromiseSchema } from '../../../shared/domain/intents/kinds/dispatch.ts'
import { handOverSchema } from '../../../shared/domain/intents/kinds/hand-over.ts'
import { kindNamed, type IntentKind } from '../../../shared/domain/intents/registry.ts'
import { sameInvoice, type Invoice, type Receiver } from '../../../shared/domain/orders/order.ts'
import { boxById, nothingPacked, type Packing } from '../../../shared/domain/packing/packing.ts'
import type { TimedEvent } from '../log/log.ts'
import { project, type Happened } from '../log/project.ts'
import { samePayload } from '../outbox/intent-table.ts'
import { dispatchOf, handOverOf, type Promised, type SealedBox } from '../outbox/promises.ts'

/** Something that an event has promised the store. */
export type LoggedPromise = {
  orderNo: string
  /** Null where it was asked for by itself. */
  box: { id: string; number: number } | null
  promised: Promised
  /** The event's place in the log, and its time. */
  seq: number
  at: number
  /** Nothing in the log ends it: it may be open, or have come to an end that the log is not told of. */
  stands: boolean
  /** Its box since the seal; null where it is about none. */
  life: Readonly<BoxLife> | null
}

/** A box from a seal on, until it is opened again or given up. */
type BoxLife = {
  given: LoggedPromise[]
  /** Numbers it was given that are not free again: by one of them the store knows it. */
  numbers: Invoice[]
  /** What the last correction wants, until that has ended; null also where it takes the number off. */
  wanted: Invoice | null
}

/** Everything that an order's events have promised, in the order it was given, with what the log says became of it. */
export function promisedIn(orderNo: string, events: readonly TimedEvent[]): LoggedPromise[] {
  const given: LoggedPromise[] = []
  const lives = new Map<string, BoxLife>()
  let packing = nothingPacked(orderNo)
  for (const logged of events) {
    const { packing: after, toReport } = project(packing, [logged])
    packing = after
    for (const happened of toReport) {
      given.push(...follow(lives, happened, logged.seq), ...asked(given, happened, logged.seq))
    }
  }
  return given
}

/** What one event promises; what it ends or changes of what was promised before is changed there. */
function follow(lives: Map<string, BoxLife>, { event, after, at }: Happened, seq: number): LoggedPromise[] {
  if (!('boxId' in event)) return []
  const { boxId } = event
  if (event.type === 'boxSealed' || event.type === 'boxReopened' || event.type === 'boxVoided') {
    end(lives.get(boxId))
    lives.delete(boxId)
  }
  if (event.type === 'boxSealed') {
    lives.set(boxId, { given: [], numbers: [event.invoice], wanted: null })
  }
  const life = lives.get(boxId)
  const box = sealedBox(after, boxId)
  // Its seal is in a part of the log that is lost.
  if (life === undefined || box === null) return []
  const give = (promised: Promised): LoggedPromise[] => {
    const { id, number } = box
    const given = { orderNo: after.orderNo, box: { id, number }, promised, seq, at, stands: true, life }
    life.given.push(given)
    return [given]
  }
  switch (event.type) {
    case 'boxSealed':
      return give(dispatchOf(after, event))
    case 'boxGivenToCourier':
      return box.invoice === null ? [] : give(handOverOf(box, receiverIn(life)))
    case 'boxTakenBack':
      end(life, 'handOver')
      return []
    case 'waybillCorrected': {
      const { was, invoice, reason } = event
      // Had the one before been open, it would have been given up first.
      end(life, 'correctWaybill')
      if (invoice !== null) life.numbers.push(invoice)
      life.wanted = invoice
      // Without a number of its own the box can go by no other.
      if (was === null && invoice !== null) renumber(life, invoice)
      return give({ kind: 'correctWaybill', payload: { boxId, was, invoice, reason } })
    }
    case 'waybillKept':
      end(life, 'correctWaybill')
      forget(life, event.invoice)
      life.wanted = null
      // It may have gone to the courier under the number that it does not get after all.
      if (event.was !== null) renumber(life, event.was, ['handOver'])
      return []
    case 'waybillFreed':
      end(life, 'correctWaybill')
      forget(life, event.invoice)
      if (life.wanted !== null) renumber(life, life.wanted)
      life.wanted = null
      return []
    default:
      return []
  }
}

/** What is asked for by itself, until it is given up. */
function asked(
  given: readonly LoggedPromise[],
  { event, after, at }: Happened,
  seq: number,
): LoggedPromise[] {
  if (event.type !== 'intentGiven' && event.type !== 'intentGivenUp') return []
  const kind = kindNamed(event.kind)
  if (kind === null) return []
  if (event.type === 'intentGivenUp') {
    const last = given.findLast(
      ({ promised, stands }) =>
        stands && promised.kind === kind && samePayload(promised.payload, event.payload),
    )
    if (last !== undefined) last.stands = false
    return []
  }
  const promised = { kind, payload: event.payload }
  return [{ orderNo: after.orderNo, box: null, promised, seq, at, stands: true, life: null }]
}

function end(life: BoxLife | undefined, kind?: IntentKind): void {
  for (const each of life?.given ?? []) {
    if (kind === undefined || each.promised.kind === kind) each.stands = false
  }
}

/** A number that is free again may be on another box. */
function forget(life: BoxLife, number: Invoice | null): void {
  life.numbers = life.numbers.filter((each) => !sameInvoice(each, number))
}

/** The box goes by this number now: what is promised of it still is promised with that one. */
function renumber(
  { given }: BoxLife,
  number: Invoice,
  kinds: readonly IntentKind[] = ['dispatch', 'handOver'],
): void {
  for (const each of given) {
    if (each.stands && kinds.includes(each.promised.kind)) each.promised = withNumber(each.promised, number)
  }
}

/** The same promise with another number on the box. A correction has numbers of its own. */
export function withNumber({ kind, payload }: Promised, invoice: Invoice): Promised {
  switch (kind) {
    case 'dispatch':
      return { kind, payload: { ...boxPromiseSchema.parse(payload), invoice } }
    case 'handOver':
      return { kind, payload: { ...handOverSchema.parse(payload), invoice } }
    case 'correctWaybill':
      return { kind, payload }
  }
}

/** Whom the box's waybill was made out for. */
function receiverIn({ given }: BoxLife): Receiver | null {
  const dispatch = given.find(({ promised }) => promised.kind === 'dispatch')
  return dispatch === undefined ? null : boxPromiseSchema.parse(dispatch.promised.payload).receiver
}

function sealedBox(packing: Packing, boxId: string): SealedBox | null {
  const box = boxById(packing, boxId)
  return box?.state === 'sealed' ? box : null
}
