import type { Input, Method, Outputs } from '../../../shared/contract/methods.ts'
import type { LastScan, StationSnapshot } from '../../../shared/contract/snapshot.ts'
import type { Answer } from '../../../shared/domain/packing/answer.ts'
import { isSecret } from '../../../shared/domain/codes/command-barcode.ts'
import { createBoardMethods } from '../board/board-methods.ts'
import { createBarcodeBook } from '../catalog/barcode-book.ts'
import { createCatalogMethods } from '../catalog/catalog-methods.ts'
import { createPictures } from '../catalog/pictures.ts'
import { createProductRules } from '../catalog/product-rules.ts'
import { createConnection, watched } from '../feed/connection.ts'
import { createCallStore } from '../imweb/call.ts'
import { createOrderService } from '../imweb/order-service.ts'
import { createRateBudget } from '../imweb/rate-budget.ts'
import { createSession } from '../imweb/session.ts'
import { createLookUp } from '../feed/look-up.ts'
import { createOrderTable } from '../orders/order-table.ts'
import { createPull } from '../feed/pull.ts'
import { createSweepTable } from '../feed/sweep-table.ts'
import { createQueue } from '../orders/queue.ts'
import { createDispatcher } from '../outbox/dispatcher.ts'
import { createOutboxMethods } from '../outbox/outbox-methods.ts'
import { createOutboxTable } from '../outbox/outbox-table.ts'
import { createDeskMethods } from '../desk/desk-methods.ts'
import { createLogMethods } from '../log/log-methods.ts'
import { createWorkplace } from '../desk/workplace.ts'
import { createCourierTable } from '../settings/courier-table.ts'
import { createLeadPin } from '../settings/lead-pin.ts'
import { createSettingsMethods } from '../settings/settings-methods.ts'
import { createSettingsTable } from '../settings/settings-table.ts'
import type { StationPorts } from './station-ports.ts'
import { deskView } from '../views/desk-view.ts'
import { outboxView } from '../outbox/outbox-view.ts'

/** One function a method of the contract. */
export type StationMethods = { [M in Method]: (input: Input<M>) => Outputs[M] | Promise<Outputs[M]> }

/** Puts the packing station together on the given ports. It does nothing until `start`. */
export function createStation(ports: StationPorts) {
  const { db, clock, random, schedule, report, pollMs, timeoutMs, settleMs } = ports
  const { baseUrl, credentials, demo } = ports.store
  const reached = ports.reached ?? (() => undefined)
  const orders = createOrderTable(db)
  const outbox = createOutboxTable(db)
  const book = createBarcodeBook(db)
  const rules = createProductRules(db)
  const queue = createQueue(db, clock)
  const settings = createSettingsTable(db)
  const leadPin = createLeadPin(settings, clock, random)
  const couriers = createCourierTable(db)
  const workplace = createWorkplace({
    db,
    orders,
    outbox,
    book,
    settings,
    captureOf: rules.captureOf,
    couriers,
    isBeingTold: (orderNo) => dispatcher.isWorkingOn(orderNo),
    clock,
    random,
    schedule,
    reached,
    onIdle: ordersChanged,
  })
  const { log, desk, scan, people, courierIdx } = workplace

  const transport = watched(ports.transport, (result) => {
    connection.note(result)
  })
  const budget = createRateBudget(clock, schedule)
  const session = createSession(baseUrl, credentials, transport, ports.tokens, timeoutMs)
  const service = createOrderService(createCallStore(baseUrl, session, transport, budget, timeoutMs))
  const sweep = createSweepTable(db)
  const orderOnDesk = () => desk.packing()?.orderNo ?? null
  const pull = createPull({ db, orders, sweep, service, report, orderOnDesk, pause: ports.pause })
  const dispatcher = createDispatcher({
    db,
    table: outbox,
    orders,
    service,
    clock,
    random,
    schedule,
    report,
    timeoutMs,
    settleMs,
    reached,
    habits: {
      get: () => settings.get().habits,
      learn: (learned) => {
        settings.change({ habits: { ...settings.get().habits, ...learned } })
      },
    },
    graceMs: () => settings.view().graceSeconds * 1000,
    onChange: ordersChanged,
  })
  const connection = createConnection({
    session,
    service,
    pull,
    authorize: ports.authorize,
    demo,
    settings,
    couriers,
    clock,
    random,
    schedule,
    report,
    pollMs,
    onOnline: () => {
      dispatcher.start()
      dispatcher.hurry()
    },
    onSignedOut: () => {
      dispatcher.pause()
    },
    onChange: ordersChanged,
    onOrders: () => {
      dispatcher.reconsider(
        (orderNo) => orders.get(orderNo)?.sections.some((section) => section.held) ?? false,
      )
      ordersChanged()
    },
  })

  const pictures = createPictures({
    ports: ports.pictures ?? null,
    addressOf: service.pictureOf,
    unitCode: () => settings.get().unitCode ?? '',
    isOnline: connection.isOnline,
    clock,
    schedule,
    report,
    onPicture: changedUnlessStopped,
  })

  const saveExport =
    ports.saveExport ?? (() => Promise.reject(new Error('this station has nowhere to save files')))
  const app = ports.app ?? null
  const logMethods = createLogMethods({ db, clock, schedule, app, saveExport, onProgress: changed })

  const listeners = new Set<(snapshot: StationSnapshot) => void>()
  let stopped = false
  let sequence = 0
  let queueVersion = 0
  let lastScan: LastScan | null = null

  function snapshot(): StationSnapshot {
    const packing = desk.packing()
    const courierName = couriers.name
    return {
      sequence,
      desk:
        packing === null
          ? null
          : deskView(packing, {
              order: orders.get(packing.orderNo),
              drift: desk.drift(),
              outbox: outbox.ofOrder(packing.orderNo),
              courierName,
              rules: workplace.rules(),
              takingOut: scan.takingOut(),
              boxTypeName: (code) => workplace.boxTypes().get(code) ?? code,
              pictureOf: pictures.pathOf,
            }),
      lastScan,
      connection: connection.view(),
      outbox: outboxView(outbox.unconfirmed()),
      couriers: couriers.list(),
      courierIdx: courierIdx(),
      settings: settings.view(),
      people: people.view(),
      pinSet: leadPin.isSet(),
      queueVersion,
      queueCount: queue.count(),
      rebuilding: logMethods.rebuilding(),
      backup: ports.backup?.() ?? { lastAt: null, failedAt: null },
    }
  }

  /** Numbers and publishes a new snapshot. */
  function changed(): StationSnapshot {
    sequence += 1
    pictures.follow(desk.packing())
    const latest = snapshot()
    for (const listener of listeners) listener(latest)
    return latest
  }

  /** For what goes on in the background, which may come to its end after the desk was closed. */
  function ordersChanged(): void {
    queueVersion += 1
    changedUnlessStopped()
  }

  function changedUnlessStopped(): void {
    if (!stopped) changed()
  }

  /** Shows the answer to something the packer did, then lets the outbox see whether there is a box to tell of. */
  function answered(answer: Answer, code: string | null): StationSnapshot {
    people.active()
    const shown = code === null || isSecret(code) ? null : code
    lastScan = { id: (lastScan?.id ?? 0) + 1, at: clock(), code: shown, answer }
    if (answer.ok) queueVersion += 1
    const latest = changed()
    if (answer.ok && answer.said.kind === 'boxSealed') schedule(0, dispatcher.wake)
    return latest
  }

  const shownAfter = (work: Promise<void>): Promise<StationSnapshot> => work.then(snapshot)
  const byButton = (answer: Answer): StationSnapshot => answered(answer, null)

  const lookUp = createLookUp({
    service,
    orders,
    isOnline: connection.isOnline,
    report,
    open: (orderNo, code) => desk.open(orderNo, { code }),
    answered,
    lastId: () => lastScan?.id,
    onOrders: ordersChanged,
  })

  const methods: StationMethods = {
    snapshot: () => snapshot(),
    scan: ({ code, sinceSame }) => lookUp(code, scan.scan(code, sinceSame ?? null)),
    queue: (input) => queue.list(input),
    pullNow: () => shownAfter(connection.pullNow()),
    resync: () => {
      sweep.forget()
      return shownAfter(connection.pullNow())
    },
    connect: () => shownAfter(connection.connect()),
    itemBatches: () => queue.batches(),
    ...createBoardMethods({
      db,
      order: (no) => orders.get(no),
      outboxOf: outbox.ofOrder,
      courierName: couriers.name,
      saveExport,
    }),
    ...logMethods.methods,
    ...createDeskMethods(workplace, byButton),
    ...createSettingsMethods({ settings, leadPin, couriers, people, changed, answered: byButton }),
    ...createOutboxMethods({
      table: outbox,
      orders,
      courierName: couriers.name,
      voidBox: desk.voidBox,
      leadPin,
      isLead: people.isLead,
      isBeingTold: dispatcher.isWorkingOn,
      retry: dispatcher.retry,
      clock,
      changed,
      answered: byButton,
    }),
    ...createCatalogMethods({
      db,
      book,
      rules,
      packing: desk.packing,
      scan: (code) => scan.scan(code, null),
      people,
      settings,
      leadPin,
      pause: ports.pause,
      saveExport,
      answered,
    }),
  }

  return {
    methods,
    /** Publishes a new snapshot: something outside that it shows has changed. */
    refresh: changed,
    log,
    book,
    /** Calls the listener with every new snapshot; returns the way to stop. */
    subscribe(listener: (snapshot: StationSnapshot) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Takes up what an earlier run left, then gets in touch with the store. */
    start(): Promise<void> {
      dispatcher.recover()
      return connection.start()
    },
    /** Nothing is shown or planned any more; the database may be closed then, whatever is still under way. */
    stop(): void {
      stopped = true
      people.stop()
      pictures.stop()
      connection.stop()
      dispatcher.pause()
    },
    isIdle: dispatcher.isIdle,
  }
}

export type Station = ReturnType<typeof createStation>
