import type { Database } from '../database/open.ts'
import type { BarcodeBook } from '../catalog/barcode-book.ts'
import type { OrderTable } from '../orders/order-table.ts'
import type { OutboxTable } from '../outbox/outbox-table.ts'
import { createPeople } from '../people/people.ts'
import { createPeopleTable } from '../people/people-table.ts'
import type { Clock, Random, Reached, Schedule } from '../ports.ts'
import { marksOf, rulesOf } from '../settings/packing-rules.ts'
import type { SettingsTable } from '../settings/settings-table.ts'
import type { CaptureKind } from '../../../shared/domain/packing/goods/line.ts'
import { createDesk } from './desk.ts'
import { createPackingLog } from '../log/log.ts'
import { createPackingProjections } from '../log/projections.ts'
import { createScan } from './scan.ts'

export type WorkplaceParts = {
  db: Database
  orders: OrderTable
  outbox: OutboxTable
  book: BarcodeBook
  settings: SettingsTable
  captureOf: (sku: string) => CaptureKind | null
  couriers: { list: () => { idx: number; name: string }[]; name: (idx: number) => string }
  isBeingTold: (orderNo: string) => boolean
  clock: Clock
  random: Random
  schedule: Schedule
  reached: Reached
  onIdle: () => void
}

/** The log, the desk it is written at, the scanner that speaks to it, and whoever packs there. */
export function createWorkplace(parts: WorkplaceParts) {
  const { db, orders, outbox, book, settings, couriers, clock, random, schedule, reached } = parts
  const log = createPackingLog(db, () => people.current()?.id ?? null)
  const projections = createPackingProjections(db)
  const table = createPeopleTable(db)
  const canLead = (): boolean =>
    table
      .list()
      .some(({ active, role, pin, badge }) => active && role === 'lead' && (pin !== null || badge !== null))
  const people = createPeople({
    table,
    log: (event) => {
      log.append(null, [event], clock())
    },
    signedInBefore: log.signedIn(),
    clock,
    random,
    schedule,
    // Without a lead who can sign in, nobody could ever switch it off again.
    required: () => settings.view().signIn && canLead(),
    idleMinutes: () => settings.view().idleLockMinutes,
    onIdle: parts.onIdle,
  })
  const rules = () => rulesOf(settings.view())
  const boxTypes = () => new Map(settings.view().boxTypes.map(({ code, name }) => [code, name]))
  const desk = createDesk({
    db,
    log,
    projections,
    orders,
    outbox,
    clock,
    reached,
    rules,
    marks: marksOf(settings.view, parts.captureOf),
    deskName: () => settings.view().deskName,
    boxTypes,
    mayPackUnscanned: () => settings.view().unscanned === 'anyone' || people.isLead(),
    isBeingTold: parts.isBeingTold,
  })
  const courierIdx = () => settings.get().courierIdx ?? couriers.list()[0]?.idx ?? null
  const scan = createScan(desk, {
    orders,
    book,
    projections,
    rules,
    workMode: () => settings.view().workMode,
    courierIdx,
    people,
    doubleScanMs: () => settings.view().doubleScanMs,
    sendsSeparators: () => settings.view().scanner.sendsGs,
    couriers,
    year: () => new Date(clock()).getUTCFullYear(),
  })

  return { log, desk, scan, people, rules, boxTypes, courierIdx }
}

export type Workplace = ReturnType<typeof createWorkplace>
