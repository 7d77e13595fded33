import type { AnchorKeeper } from '../anchor/anchor.ts'
import { createReadAnew } from '../anchor/read-anew.ts'
import { createPictures } from '../catalog/pictures.ts'
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
import type { Shelves } from './shelves.ts'
import { createSignal } from './signal.ts'
import type { StationPorts } from './station-ports.ts'

export type StoreSideParts = {
  ports: StationPorts
  shelves: Shelves
  anchor: AnchorKeeper
  readings: Readings
  /** Orders, boxes or the connection stand differently. */
  onChange: () => void
  onPicture: () => void
}

/** Everything that speaks to the store: the calls, the outbox's way out, the orders' way in, and the connection. */
export function createStoreSide({ ports, shelves, anchor, readings, onChange, onPicture }: StoreSideParts) {
  const { db, clock, pace, random, schedule, report, pollMs, timeoutMs, settleMs } = ports
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
  const dispatcher = createDispatcher({
    db,
    table: outbox,
    orders,
    readings,
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
      get: () => settings.get().habits,
      learn: (learned) => {
        settings.change({ habits: { ...settings.get().habits, ...learned } })
      },
    },
    logged: createNote(log, createPackingProjections(db), clock),
    graceMs: () => settings.view().graceSeconds * 1000,
    onChange,
    anchored: anchor.hold,
  })

  const pull = createPull({
    db,
    orders,
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

  /** What was promised goes out, unless the desk's data is in doubt. */
  function letGo(): void {
    if (anchor.doubt() !== null || !connection.isOnline()) return
    dispatcher.start()
    dispatcher.hurry()
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
    onSignedOut: () => {
      dispatcher.pause()
    },
    onChange,
    onOrders: () => {
      dispatcher.reconsider(
        (orderNo) => orders.get(orderNo)?.sections.some((section) => section.held) ?? false,
      )
      onChange()
    },
  })
  heard.listen(connection.heard)
  unheard.listen(connection.unheard)
  unheard.listen(readings.doubtAll)

  const pictures = createPictures({
    ports: ports.pictures ?? null,
    addressOf: service.pictureOf,
    unitCode: () => settings.get().unitCode ?? '',
    isOnline: connection.isOnline,
    clock,
    pace,
    schedule,
    report,
    onPicture,
  })

  return { service, dispatcher, doubts, connection, pictures, letGo }
}

export type StoreSide = ReturnType<typeof createStoreSide>
