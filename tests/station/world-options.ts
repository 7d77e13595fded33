import type { Assumptions } from '../../electron/demo-store/assumptions.ts'
import type { DemoStore } from '../../electron/demo-store/store.ts'
import type { PicturePorts } from '../../electron/station/catalog/pictures.ts'
import type { Database } from '../../electron/station/database/open.ts'
import type { CrashPoint } from '../../electron/station/ports.ts'
import type { AnchorInMemory } from './anchor-in-memory.ts'
import type { Fault, SeenCall } from './network.ts'

/** An order as a shop gets it. */
export type NewOrder = Parameters<DemoStore['control']['shop']['addOrder']>[0]

export type WorldOptions = {
  file?: string
  /** Puts something between the station and its database. */
  wrap?: (db: Database) => Database
  start?: boolean
  assumptions?: Partial<Assumptions>
  /** The orders the shop begins with; the demo shop's own unless given. */
  orders?: NewOrder[]
  /** Further orders, made up from a seed. */
  generate?: { orders: number; seed: number }
  /** Does not hold requests and answers against the API's document: for long runs of what is checked elsewhere. */
  unchecked?: boolean
  /** A real shop: its owner has to let the desk in (`connect`). */
  realShop?: boolean
  /** Decides for every request that no planned fault is meant for. */
  network?: (call: SeenCall) => Fault
  /** Told of every call that the store may have carried out, before its answer is. */
  mayBeDone?: (call: SeenCall) => void
  /** What the store says in answer to a read, in place of the data it has: by path. */
  says?: (path: string, data: unknown) => unknown
  /** Told of every crash point; the process may be killed in it. */
  reached?: (point: CrashPoint) => void
  /** The file beside the database; in memory unless given. */
  anchor?: AnchorInMemory
  random?: () => number
  /** How long what was reported waits before it is looked for; at once unless given. */
  sightMs?: number
  /** Copies the database where its file is lost. */
  rescue?: (db: Database) => string
  /** Pictures of products, fetched from the demo store and kept with these ports. */
  pictures?: (fromStore: (request: Request) => Promise<Response>) => PicturePorts
}
