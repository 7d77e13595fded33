import { createAnchor } from '../anchor/anchor.ts'
import { createDoubtView } from '../anchor/anchor-view.ts'
import { createInPlace } from '../database/in-place.ts'
import { createLogMethods } from '../log/log-methods.ts'
import { createReadings } from '../orders/readings.ts'
import type { HowLost } from '../../../shared/contract/file-lost.ts'
import { createDeskSide } from './desk-side.ts'
import { createLostFile } from './lost-file.ts'
import { createMethods } from './methods.ts'
import { createShelves } from './shelves.ts'
import { createShow } from './show.ts'
import { createSignal } from './signal.ts'
import { createSnapshot } from './snapshot.ts'
import type { StationPorts } from './station-ports.ts'
import { createStoreSide } from './store-side.ts'

/**
 * Puts the packing station together on the given ports, each part on those made before it; what happens in a part that
 * others show is told by signal. It does nothing until `start`.
 */
export function createStation(ports: StationPorts) {
  const { db, clock, pace, schedule, report } = ports
  const orders = createSignal()
  const changes = createSignal()
  const losses = createSignal<HowLost>()
  const saveExport =
    ports.saveExport ?? (() => Promise.reject(new Error('this station has nowhere to save files')))

  const inPlace = createInPlace(db, losses.emit)
  const shelves = createShelves(db, clock)
  const anchor = createAnchor({ ...ports, file: ports.anchor })
  const doubt = createDoubtView({ anchor, outbox: shelves.outbox, rounds: () => shelves.sweep.get().rounds })
  const readings = createReadings(pace)
  const storeSide = createStoreSide({
    ports,
    shelves,
    anchor,
    inPlace,
    readings,
    onChange: orders.emit,
    onPicture: changes.emit,
  })
  const { dispatcher, connection, pictures } = storeSide
  const lostFile = createLostFile({
    inPlace,
    file: db.name,
    clock,
    schedule,
    report,
    anchor,
    rescue:
      ports.rescue ??
      (() => {
        throw new Error('this station has nowhere to put a copy')
      }),
    onChange: changes.emit,
  })
  losses.listen((how) => {
    storeSide.pause()
    connection.stop()
    lostFile.noticed(how)
  })
  const deskSide = createDeskSide({
    ports,
    shelves,
    inPlace,
    readings,
    isBeingReported: dispatcher.isWorkingOn,
    onIdle: orders.emit,
  })
  const log = createLogMethods({
    db,
    clock,
    schedule,
    app: ports.app ?? null,
    saveExport,
    onProgress: changes.emit,
    onRebuilt: shelves.queue.recount,
  })
  const snapshot = createSnapshot({
    shelves,
    storeSide,
    deskSide,
    rebuilding: log.rebuilding,
    doubt,
    fileLost: lostFile.view,
    backup: ports.backup ?? (() => ({ lastAt: null, failedAt: null })),
  })
  const show = createShow({
    clock,
    snapshot,
    orderOnDesk: () => deskSide.desk.packing()?.orderNo ?? null,
  })
  orders.listen(show.ordersChangedBehind)
  changes.listen(show.changedBehind)
  show.subscribe(() => {
    pictures.follow(deskSide.desk.packing())
  })
  const methods = createMethods({
    ports,
    shelves,
    inPlace,
    storeSide,
    deskSide,
    readings,
    logMethods: log.methods,
    anchor,
    doubt,
    saveExport,
    show,
  })

  return {
    methods,
    isFileLost: (): boolean => inPlace.known() !== null,
    /** Publishes a new snapshot: something outside that it shows has changed. */
    refresh: show.changedBehind,
    log: deskSide.log,
    book: shelves.book,
    subscribe: show.subscribe,
    /** Takes up what an earlier run left, then gets in touch with the store. */
    start(): Promise<void> {
      const sentUpTo = anchor.begin()
      if (sentUpTo !== null) shelves.outbox.readFirstUpTo(sentUpTo)
      dispatcher.recover()
      if (!db.memory) lostFile.start()
      return connection.start()
    },
    /** Nothing is shown or planned any more; the database may be closed then, whatever is still under way. */
    stop(): void {
      lostFile.stop()
      show.close()
      deskSide.people.stop()
      pictures.stop()
      connection.stop()
      storeSide.pause()
    },
  }
}

export type Station = ReturnType<typeof createStation>
