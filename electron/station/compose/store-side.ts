import type { AnchorKeeper } from '../anchor/anchor.ts'
import { createReadAnew } from '../anchor/read-anew.ts'
import { createPictures } from '../catalog/pictures.ts'
import type { InPlace } from '../database/in-place.ts'
import { createConnection, heardBy, watched } from '../feed/connection.ts'
import { createPull } from '../feed/pull.ts'
import { createCallStore } from '../imweb/call.ts'
import { createOrderService } from '../imweb/order-service.ts'
import { createRateBudget } from '../imweb/rate-budget.ts'
import { createSession } from '../imweb/session.ts'
import { createPackingLog } from '../log/log.ts'
import { createNote } from '../log/note.ts'
import type { Readings } from '../orders/readings.ts'
import { createPackingProjections } from '../log/projections.ts'
import { createDispatcher } from '../outbox/dispatcher.ts'
import { createDoubts } from '../outbox/doubts.ts'
import { createLookOver } from '../outbox/look-over.ts'
import { createReadAhead } from '../outbox/read-ahead.ts'
import { createSightings } from '../outbox/sightings.ts'
import { createTakeIn } from '../outbox/take-in.ts'
import type { Shelves } from './shelves.ts'
import { createSignal } from './signal.ts'
import type { StationPorts } from './station-ports.ts'

export type StoreSideParts = {
  ports: StationPorts
  shelves: Shelves
  anchor: AnchorKeeper
  inPlace: Pick<InPlace, 'known' | 'require'>
  readings: Readings
  /** Orders, boxes or the connection stand differently. */
  onChange: () => void
  onPicture: () => void
}

/** Everything that speaks to the store: the calls, the outbox's way out, the orders' way in, and the connection. */
export function createStoreSide(parts: StoreSideParts) {
  const { ports, shelves, anchor, inPlace, readings, onChange, onPicture } = parts
  const { db, clock, pace, random, schedule, report, pollMs, timeoutMs, settleMs, sightMs } = ports
  const { baseUrl, credentials, demo } = ports.store
  const { orders, outbox, settings, couriers, sweep } = shelves

  const heard = createSignal()
  const unheard = createSignal()
  const transport = watched(ports.transport, unheard.emit)
  const budget = createRateBudget(pace, schedule)
  const session = createSession(baseUrl, credentials, transport, ports.tokens, timeoutMs, { pace, report })
  const call = createCallStore(baseUrl, session, transport, budget, timeoutMs)
  const service = createOrderService(heardBy(call, heard.emit))

  const log = createPackingLog(db)
  const doubts = createDoubts(pace, timeoutMs)
  const unitCode = () => settings.get().unitCode ?? ''
  const logged = createNote(log, createPackingProjections(db), clock)
  const habits = () => settings.get().habits
  const takeIn = createTakeIn({ db, table: outbox, orders, readings, habits, clock, logged })
  const sightings = createSightings({
    table: outbox,
    takeIn,
    readings,
    service,
    unitCode,
    pace,
    schedule,
    pause: ports.pause,
    report,
    sightMs,
    onChange: () => {
      // What a reading has contradicted may be to be sent again.
      dispatcher.wake()
      onChange()
    },
  })
  const lookOver = createLookOver({
    ...{ table: outbox, takeIn, readings, service, unitCode, pace, schedule, report, onChange },
    timeAgo: (ms) => new Date(clock() - ms).toISOString(),
    pause: ports.pause,
  })
  const dispatcher = createDispatcher({
    db,
    table: outbox,
    orders,
    readings,
    takeIn,
    service,
    clock,
    pace,
    random,
    schedule,
    report,
    doubts,
    settleMs,
    reached: ports.reached ?? (() => undefined),
    habits: {
      get: habits,
      learn: (learned) => {
        settings.change({ habits: { ...habits(), ...learned } })
      },
    },
    logged,
    graceMs: () => settings.view().graceSeconds * 1000,
    onChange: () => {
      sightings.wake()
      onChange()
    },
    readAhead: createReadAhead({
      ...{ table: outbox, orders, readings, takeIn, service, unitCode, pace },
      pause: ports.pause,
    }),
    // What is promised in a file that nobody will open again is not sent, nor does the anchor follow it.
    anchored: async () => {
      inPlace.require()
      await anchor.hold()
      inPlace.require()
    },
  })

  const pull = createPull({
    db,
    takeIn,
    readings,
    sweep,
    service,
    clock,
    report,
    orderOnDesk: () => log.orderOnDesk(),
    pause: ports.pause,
  })
  const readAnew = createReadAnew({
    db,
    anchor,
    orders,
    readings,
    outbox,
    service,
    clock,
    report,
    forgetPull: () => {
      sweep.forget()
    },
  })

  /** What was promised goes out, unless the desk's data is in doubt or its file lost. */
  function letGo(): void {
    if (anchor.doubt() !== null || inPlace.known() !== null || !connection.isOnline()) return
    dispatcher.start()
    dispatcher.hurry()
    sightings.start()
    lookOver.start()
  }

  /** Nothing more is told, nor looked for. */
  function pause(): void {
    dispatcher.pause()
    sightings.pause()
    lookOver.pause()
  }

  const connection = createConnection({
    session,
    service,
    pull: async (unitCode) => (await readAnew(unitCode)) ?? (await pull(unitCode)),
    authorize: ports.authorize,
    demo,
    settings,
    couriers,
    clock,
    random,
    schedule,
    report,
    pollMs,
    onOnline: letGo,
    onSignedOut: pause,
    onChange,
    onOrders: () => {
      dispatcher.reconsider(
        (orderNo) => orders.get(orderNo)?.sections.some((section) => section.held) ?? false,
      )
      dispatcher.wake()
      onChange()
    },
  })
  heard.listen(connection.heard)
  unheard.listen(connection.unheard)
  unheard.listen(readings.doubtAll)

  const pictures = createPictures({
    ports: ports.pictures ?? null,
    addressOf: service.pictureOf,
    unitCode,
    isOnline: connection.isOnline,
    clock,
    pace,
    schedule,
    report,
    onPicture,
  })

  return { service, takeIn, dispatcher, doubts, connection, pictures, letGo, pause }
}

export type StoreSide = ReturnType<typeof createStoreSide>
