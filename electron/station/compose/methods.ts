import type { Input, Method, Outputs } from '../../../shared/contract/methods.ts'
import type { StationSnapshot } from '../../../shared/contract/snapshot.ts'
import type { Acceptance, Answer } from '../../../shared/domain/packing/answer.ts'
import type { AnchorKeeper } from '../anchor/anchor.ts'
import { goOn } from '../anchor/go-on.ts'
import { createBoardMethods } from '../board/board-methods.ts'
import { createCatalogMethods } from '../catalog/catalog-methods.ts'
import { createDeskMethods } from '../desk/desk-methods.ts'
import type { InPlace } from '../database/in-place.ts'
import { createLookUp } from '../feed/look-up.ts'
import { dayStart } from '../database/local-day.ts'
import { createHandoverList } from '../handover/handover-list.ts'
import { createHandoverMethods } from '../handover/handover-methods.ts'
import type { LogMethods } from '../log/log-methods.ts'
import type { Readings } from '../orders/readings.ts'
import { createOutboxMethods } from '../outbox/outbox-methods.ts'
import type { SaveExport } from '../ports.ts'
import { createSettingsMethods } from '../settings/settings-methods.ts'
import type { DeskSide } from './desk-side.ts'
import type { Shelves } from './shelves.ts'
import type { Show } from './show.ts'
import type { StationPorts } from './station-ports.ts'
import type { StoreSide } from './store-side.ts'

/** One function a method of the contract. */
export type StationMethods = { [M in Method]: (input: Input<M>) => Outputs[M] | Promise<Outputs[M]> }

/** What is done here after which the outbox may have something else to do: promised, taken back, or ended by a person. */
const movesOutbox = new Set<Acceptance['kind']>([
  'boxSealed',
  'boxReopened',
  'boxVoided',
  'boxGivenToCourier',
  'boxTakenBack',
  'waybillCorrected',
  'waybillKept',
  'handedToPerson',
  'intentGiven',
  'intentGivenUp',
])

export type MethodParts = {
  ports: StationPorts
  shelves: Shelves
  inPlace: Pick<InPlace, 'require'>
  storeSide: StoreSide
  deskSide: DeskSide
  readings: Readings
  logMethods: LogMethods
  anchor: AnchorKeeper
  doubt: () => StationSnapshot['doubt']
  saveExport: SaveExport
  show: Show
}

/** What the window may ask of the station. */
export function createMethods(parts: MethodParts): StationMethods {
  const {
    ports,
    shelves,
    inPlace,
    storeSide,
    deskSide,
    readings,
    logMethods,
    anchor,
    doubt,
    saveExport,
    show,
  } = parts
  const { db, clock, pace, schedule, report, pause } = ports
  const { orders, outbox, book, productRules, queue, sweep, settings, couriers } = shelves
  const { service, takeIn, dispatcher, doubts, connection } = storeSide
  const { desk, projections, promises, scan, people, leadPin } = deskSide

  /** Shows what was changed, where that is kept. */
  function changed(): StationSnapshot {
    inPlace.require()
    return show.changed()
  }

  /**
   * Shows the answer to something the packer did, where what was done is kept, then lets the outbox see whether there is a
   * box to tell of.
   */
  function answered(answer: Answer, code: string | null, asked = true): StationSnapshot {
    inPlace.require()
    people.active()
    const latest = show.answered(answer, code, asked)
    if (answer.ok && movesOutbox.has(answer.said.kind)) schedule(0, dispatcher.wake)
    return latest
  }

  const shownAfter = (work: Promise<void>): Promise<StationSnapshot> => work.then(show.now)
  const byButton = (answer: Answer): StationSnapshot => answered(answer, null)

  const lookUp = createLookUp({
    service,
    takeIn,
    readings,
    isOnline: connection.isOnline,
    report,
    open: (orderNo, code) => desk.open(orderNo, { code }),
    answered,
    answeredLater: (answer, code) => {
      answered(answer, code, false)
    },
    lastId: show.lastId,
    onOrders: show.ordersChangedBehind,
  })

  return {
    snapshot: show.now,
    scan: ({ code, sinceSame }) => lookUp(code, scan.scan(code, sinceSame ?? null)),
    queue: (input) => queue.list(input),
    pullNow: () => shownAfter(connection.pullNow()),
    resync: () => {
      sweep.forget()
      return shownAfter(connection.pullNow())
    },
    goOn: (input) =>
      byButton(
        goOn(
          {
            view: doubt,
            anchor,
            log: (event) => {
              deskSide.log.append(null, [event], clock())
            },
            leadPin,
            people,
            letGo: storeSide.letGo,
          },
          input,
        ),
      ),
    connect: () => shownAfter(connection.connect()),
    itemBatches: () => queue.batches(),
    ...createBoardMethods({
      db,
      order: (no) => orders.get(no),
      outboxOf: outbox.ofOrder,
      courierName: couriers.name,
      saveExport,
    }),
    ...logMethods,
    ...createDeskMethods({ desk, scan, people }, byButton),
    ...createSettingsMethods({ settings, leadPin, couriers, people, changed, answered: byButton }),
    ...createOutboxMethods({
      table: outbox,
      orders,
      courierName: couriers.name,
      promises,
      giveUp: (orderNo, event, alongside) => desk.giveUp(orderNo, event, alongside),
      inTransaction: (work) => {
        db.transaction(work).immediate()
      },
      leadPin,
      habits: () => settings.get().habits,
      isNobody: people.isNobody,
      carryOut: desk.carryOutElsewhere,
      isLead: people.isLead,
      isBeingReported: dispatcher.isWorkingOn,
      retry: dispatcher.retry,
      clock,
      pace,
      doubts,
      changed,
      answered: byButton,
    }),
    ...createHandoverMethods({
      desk,
      projections,
      list: createHandoverList(db, {
        table: outbox,
        order: orders.get,
        courierName: couriers.name,
        isBeingReported: dispatcher.isWorkingOn,
        dayStart: () => dayStart(clock()),
      }),
      isNobody: () => people.isNobody(),
      answered,
    }),
    ...createCatalogMethods({
      db,
      book,
      rules: productRules,
      packing: desk.packing,
      scan: (code) => scan.scan(code, null),
      people,
      settings,
      leadPin,
      pause,
      saveExport,
      answered,
    }),
  }
}
