import type { InPlace } from '../database/in-place.ts'
import { createDesk } from '../desk/desk.ts'
import { createScan } from '../desk/scan.ts'
import { createPackingLog, signedInAtEnd } from '../log/log.ts'
import { createPackingProjections } from '../log/projections.ts'
import type { Readings } from '../orders/readings.ts'
import { createPromises } from '../outbox/promises.ts'
import { createAtDesk } from '../people/at-desk.ts'
import { createPeople } from '../people/people.ts'
import { createPeopleTable } from '../people/people-table.ts'
import { createLeadPin } from '../settings/lead-pin.ts'
import { marksOf, rulesOf } from '../settings/packing-rules.ts'
import type { Shelves } from './shelves.ts'
import type { StationPorts } from './station-ports.ts'

export type DeskSideParts = {
  ports: Pick<StationPorts, 'db' | 'clock' | 'pace' | 'random' | 'schedule' | 'reached'>
  shelves: Shelves
  inPlace: Pick<InPlace, 'require'>
  readings: Readings
  /** Whether a call about the order is under way. */
  isBeingReported: (orderNo: string) => boolean
  /** Somebody was signed out for not having scanned for a while. */
  onIdle: () => void
}

/** The log, whoever packs, the desk they pack at, and the scanner that speaks to it. */
export function createDeskSide(parts: DeskSideParts) {
  const { ports, shelves, inPlace, readings, isBeingReported, onIdle } = parts
  const { db, clock, pace, random, schedule, reached = () => undefined } = ports
  const { orders, outbox, book, settings, couriers, productRules } = shelves

  const table = createPeopleTable(db)
  const before = signedInAtEnd(db)
  const atDesk = createAtDesk(before === null ? null : table.get(before))
  const log = createPackingLog(db, atDesk.id)
  const canLead = (): boolean =>
    table
      .list()
      .some(({ active, role, pin, badge }) => active && role === 'lead' && (pin !== null || badge !== null))
  const people = createPeople({
    table,
    atDesk,
    log: (event) => {
      log.append(null, [event], clock())
    },
    inTransaction: (work) => {
      db.transaction(work).immediate()
    },
    pace,
    random,
    schedule,
    // Without a lead who can sign in, nobody could ever switch it off again.
    required: () => settings.view().signIn && canLead(),
    idleMinutes: () => settings.view().idleLockMinutes,
    onIdle,
  })
  const leadPin = createLeadPin(settings, pace, random)

  const projections = createPackingProjections(db)
  const promises = createPromises(outbox, {
    orders,
    doubt: readings.doubt,
    isBeingReported,
    waitMs: () => settings.view().graceSeconds * 1000,
    pace,
  })
  const rules = () => rulesOf(settings.view())
  const boxTypes = () => new Map(settings.view().boxTypes.map(({ code, name }) => [code, name]))
  const marks = marksOf(settings.view, productRules.captureOf)
  const courierIdx = () => settings.get().courierIdx ?? couriers.list()[0]?.idx ?? null
  const desk = createDesk({
    db,
    inPlace,
    log,
    projections,
    promises,
    orders,
    outbox,
    clock,
    reached,
    ways: () => ({
      rules: rules(),
      marks,
      boxTypes: boxTypes(),
      deskName: settings.view().deskName,
      courierIdx: courierIdx(),
      mayPackUnscanned: settings.view().unscanned === 'anyone' || people.isLead(),
    }),
    isBeingReported,
  })
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

  return { log, projections, promises, desk, scan, people, leadPin, courierIdx }
}

export type DeskSide = ReturnType<typeof createDeskSide>
