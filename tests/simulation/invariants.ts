import { createIntentTable, type Intent } from '../../electron/station/outbox/intent-table.ts'
import { waybillCorrectionSchema } from '../../shared/domain/intents/kinds/correct-waybill.ts'
import { boxPromiseSchema, type BoxPromise } from '../../shared/domain/intents/kinds/dispatch.ts'
import type { Queue } from '../../shared/contract/queue.ts'
import { replay } from '../../shared/domain/packing/log/evolve.ts'
import {
  nothingPacked,
  unitsUnidentified,
  type Box,
  type Packing,
} from '../../shared/domain/packing/packing.ts'
import type { World } from '../station/world.ts'
import { brokenSection, type Expected, type StoreSection } from './store-sections.ts'
import { tablesUnlikeTheLog } from './tables.ts'

/** Everything that must hold when the dust has settled; a list of what does not. */
export async function brokenPromises(world: World, orderNos: readonly string[]): Promise<string[]> {
  const { log } = world.station
  const broken: string[] = []
  if (log.firstBreak() !== null) broken.push(`the log breaks at ${String(log.firstBreak()?.seq)}`)
  const packings = orderNos.map((orderNo) => replay(nothingPacked(orderNo), log.eventsOf(orderNo)))
  broken.push(...twice(waybillsOf(packings), 'waybill'), ...twice(serialsOf(packings), 'serial number'))
  broken.push(...packings.flatMap(unidentified))
  for (const packing of packings) broken.push(...brokenBoxes(world, packing))
  broken.push(...strangeWaybills(world, packings))
  broken.push(...(await lostOrders(world, packings)))
  broken.push(...(await tablesUnlikeTheLog(world)))
  return broken
}

function brokenBoxes(world: World, { orderNo, boxes }: Packing): string[] {
  const broken: string[] = []
  const intents = createIntentTable(world.db).ofOrder(orderNo)
  const { sections } = world.storeSections(orderNo).order
  const owners = new Map<string, string>()
  for (const { boxId, kind, state, seq } of intents) {
    const box = boxes.find(({ id }) => id === boxId)
    const promised = box?.state === 'sealed' || box?.state === 'voided'
    if (!promised)
      broken.push(`${kind} of box ${String(boxId)} is promised, which is ${box?.state ?? 'not there'}`)
    if (!['confirmed', 'needsPerson', 'handled'].includes(state) && isFirstOpen(seq, intents)) {
      broken.push(`${kind} of box ${String(boxId)} still ${state}, and nobody is asked`)
    }
  }
  for (const box of boxes) {
    if (box.state !== 'sealed' && box.state !== 'voided') continue
    const own = intents.filter(({ boxId }) => boxId === box.id)
    const dispatch = own.find(({ kind }) => kind === 'dispatch')
    if (dispatch === undefined) {
      broken.push(`sealed box ${box.id} is not in the outbox`)
      continue
    }
    const promise = boxPromiseSchema.parse(dispatch.payload)
    const promised = promise.goods.reduce((sum, { qty }) => sum + qty, 0)
    if (promised !== unitsOf(box))
      broken.push(`box ${box.id} holds ${String(unitsOf(box))}, ${String(promised)} are promised`)
    if (dispatch.state === 'confirmed')
      broken.push(...brokenSection(promise, expectedOf(promise, own), dispatch.section, sections, owners))
  }
  return broken
}

/** What a confirmed box's section may show, by what else was promised of it: corrections and the handover, done or not. */
function expectedOf(promise: BoxPromise, own: readonly Intent[]): Expected {
  // What waits for the courier can still be cancelled.
  const waiting = ['SHIPPING_READY', 'CANCEL_REQUEST', 'CANCEL_COMPLETE']
  const statuses = new Set(promise.shipped === 'atSeal' ? ['SHIPPING'] : waiting)
  const invoices: Expected['invoices'] = [promise.invoice.invoiceNo]
  for (const { kind, state, payload, handled } of own) {
    const isDone = state === 'confirmed'
    const isUnclear = !isDone && handled?.how !== 'discarded'
    if (kind === 'handOver' && (isDone || isUnclear)) {
      if (isDone) statuses.clear()
      statuses.add('SHIPPING')
    }
    if (kind === 'correctWaybill' && (isDone || isUnclear)) {
      const { invoice } = waybillCorrectionSchema.parse(payload)
      if (isDone) invoices.length = 0
      invoices.push(invoice?.invoiceNo ?? null)
    }
  }
  return { statuses: [...statuses], invoices }
}

const unitsOf = (box: Box): number => box.contents.reduce((sum, { qty }) => sum + qty, 0)

/** Boxes behind one that waits for a person wait with it. */
const isFirstOpen = (seq: number, rows: { seq: number; state: string }[]): boolean =>
  rows.every((row) => row.seq >= seq || row.state === 'confirmed' || row.state === 'handled')

/** Parcels in the store under numbers of this desk's that are on no box, or on two. */
function strangeWaybills(world: World, packings: readonly Packing[]): string[] {
  const broken: string[] = []
  const known = new Set([
    ...waybillsOf(packings).map(({ value }) => value),
    ...replacedNumbers(world, packings),
  ])
  const parcels = new Map<string, string>()
  const all: StoreSection[] = packings.flatMap(({ orderNo }) => world.storeSections(orderNo).order.sections)
  for (const { orderSectionCode, invoice, orderSectionStatus } of all) {
    const number = invoice?.invoiceNo
    if (number === undefined || !number.startsWith('68')) continue
    // A claim's new section carries its first parcel's waybill with it.
    if (!['SHIPPING_READY', 'SHIPPING', 'SHIPPING_COMPLETE'].includes(orderSectionStatus)) continue
    const other = parcels.get(number)
    if (other !== undefined) broken.push(`waybill ${number} is on ${other} and ${orderSectionCode}`)
    parcels.set(number, orderSectionCode)
    if (!known.has(number)) broken.push(`waybill ${number} is on no box`)
  }
  return broken
}

/** Numbers that corrections took off boxes and the store may still show. */
const replacedNumbers = (world: World, packings: readonly Packing[]): string[] =>
  packings
    .flatMap(({ orderNo }) => createIntentTable(world.db).ofOrder(orderNo))
    .filter(({ kind, state }) => kind === 'correctWaybill' && state !== 'confirmed')
    .flatMap(({ payload }) => {
      const { was, invoice } = waybillCorrectionSchema.parse(payload)
      return [was, invoice].flatMap((each) => (each === null ? [] : [each.invoiceNo]))
    })

type Held = { value: string; box: string }

const waybillsOf = (packings: readonly Packing[]): Held[] =>
  packings
    .flatMap(({ boxes }) => boxes)
    .flatMap((box) =>
      'invoice' in box && box.invoice !== null ? [{ value: box.invoice.invoiceNo, box: box.id }] : [],
    )

/** Every serial number once for each unit it was given to; those in a box given up are free again. */
const serialsOf = (packings: readonly Packing[]): Held[] =>
  packings
    .flatMap(({ boxes }) => boxes)
    .filter(({ state }) => state !== 'voided')
    .flatMap((box) => box.identities.map((identity) => ({ ...identity, box: box.id })))
    .filter(({ kind }) => kind === 'serial')
    .flatMap((identity) => Array.from({ length: identity.units }, () => identity))

function twice(all: readonly Held[], what: string): string[] {
  const first = new Map<string, string>()
  return all.flatMap(({ value, box }) => {
    const other = first.get(value)
    first.set(value, box)
    return other === undefined ? [] : [`${what} ${value} is on ${other} and ${box}`]
  })
}

/** Units in sealed boxes that should have a number and have none. */
const unidentified = ({ run, lines, boxes }: Packing): string[] =>
  boxes
    .filter((box) => box.state === 'sealed' && box.run === run)
    .flatMap((box) => lines.map((line) => ({ box, units: unitsUnidentified(box, line) })))
    .filter(({ units }) => units !== 0)
    .map(({ box, units }) => `sealed box ${box.id}: ${String(units)} units without a number`)

/** An order with something to ship is on the desk, in the queue, or in boxes on their way. */
async function lostOrders(world: World, packings: readonly Packing[]): Promise<string[]> {
  const { methods } = world.station
  const { desk } = await world.snapshot()
  const views = ['ready', 'blocked', 'handedOver'] as const
  const queues: Queue[] = []
  for (const show of views) queues.push(await methods.queue({ search: '', show, limit: 500 }))
  const onItsWay = new Set((await methods.unsent({ afterSeq: 0, limit: 500 })).map(({ orderNo }) => orderNo))
  const toShip = new Set(
    world.db
      .prepare<[], string>("SELECT order_no FROM orders WHERE to_ship = 1 AND standing <> 'packed'")
      .pluck()
      .all(),
  )
  return packings.flatMap(({ orderNo, held, handedTo }) => {
    const [ready, blocked, away] = queues.map(({ rows }) => rows.some((row) => row.orderNo === orderNo))
    const found = [ready, blocked, away].filter((there) => there === true).length
    const onDesk = desk?.orderNo === orderNo
    if (found > 1) return [`order ${orderNo} is in ${String(found)} views of the queue`]
    if (onDesk && (held !== null || handedTo !== null))
      return [`order ${orderNo} is set aside and on the desk`]
    if (onDesk || !toShip.has(orderNo)) return []
    if (found === 0) return onItsWay.has(orderNo) ? [] : [`order ${orderNo} is nowhere`]
    if (handedTo !== null)
      return away === true ? [] : [`order ${orderNo} was handed over and is not shown so`]
    return held === null || blocked === true ? [] : [`order ${orderNo} is set aside and not shown so`]
  })
}
