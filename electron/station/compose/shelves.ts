import { createBarcodeBook } from '../catalog/barcode-book.ts'
import { createProductRules } from '../catalog/product-rules.ts'
import type { Database } from '../database/open.ts'
import { createSweepTable } from '../feed/sweep-table.ts'
import { createOrderTable } from '../orders/order-table.ts'
import { createQueue } from '../orders/queue.ts'
import { createIntentTable } from '../outbox/intent-table.ts'
import { createOutboxCounts } from '../outbox/outbox-counts.ts'
import type { Clock } from '../ports.ts'
import { createCourierTable } from '../settings/courier-table.ts'
import { createSettingsTable } from '../settings/settings-table.ts'

/** What the desk keeps on its disk, each table in the words of its room. Nothing here knows of anything else. */
export const createShelves = (db: Database, clock: Clock) => ({
  orders: createOrderTable(db),
  queue: createQueue(db, clock),
  sweep: createSweepTable(db),
  outbox: createIntentTable(db),
  outboxCounts: createOutboxCounts(db),
  book: createBarcodeBook(db),
  productRules: createProductRules(db),
  settings: createSettingsTable(db),
  couriers: createCourierTable(db),
})

export type Shelves = ReturnType<typeof createShelves>
