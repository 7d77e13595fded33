import type { StationSnapshot } from '../../../shared/contract/snapshot.ts'
import { deskView } from '../views/desk-view.ts'
import type { DeskSide } from './desk-side.ts'
import type { Shelves } from './shelves.ts'
import type { Shown } from './show.ts'
import type { StationPorts } from './station-ports.ts'
import type { StoreSide } from './store-side.ts'

export type SnapshotParts = {
  shelves: Shelves
  storeSide: StoreSide
  deskSide: DeskSide
  rebuilding: () => StationSnapshot['rebuilding']
  backup: NonNullable<StationPorts['backup']>
  doubt: () => StationSnapshot['doubt']
  fileLost: () => StationSnapshot['fileLost']
}

/** Puts together what the window shows. */
export function createSnapshot(parts: SnapshotParts) {
  const { shelves, storeSide, deskSide, rebuilding, backup, doubt, fileLost } = parts
  const { outbox, outboxCounts, couriers, queue, settings } = shelves
  const { desk, scan, people, leadPin, courierIdx } = deskSide
  const { connection, pictures } = storeSide

  function onDesk(): StationSnapshot['desk'] {
    const packing = desk.packing()
    if (packing === null) return null
    return deskView(packing, {
      around: desk.lookAround(packing),
      outbox: outbox.ofOrder(packing.orderNo),
      courierName: couriers.name,
      takingOut: scan.takingOut(),
      pictureOf: pictures.pathOf,
    })
  }

  return (shown: Shown): StationSnapshot => ({
    ...shown,
    desk: onDesk(),
    asked: scan.asked(),
    connection: connection.view(),
    outbox: outboxCounts(),
    couriers: couriers.list(),
    courierIdx: courierIdx(),
    settings: settings.view(),
    people: people.view(),
    pinSet: leadPin.isSet(),
    queueCount: queue.count(),
    rebuilding: rebuilding(),
    backup: backup(),
    doubt: doubt(),
    fileLost: fileLost(),
  })
}
