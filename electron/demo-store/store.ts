import type { Assumptions } from './assumptions.ts'
import { defaultAssumptions } from './assumptions.ts'
import { handlers } from './calls/index.ts'
import { pictureAnswer, readProduct } from './calls/products.ts'
import type { StoreContext } from './context.ts'
import type { StoreControl } from './control/control.ts'
import { createControl } from './control/control.ts'
import { createControlRoutes } from './control/routes.ts'
import { createShopLife } from './control/shop-life.ts'
import { createFaultPlan } from './faults.ts'
import { createFrontDoor } from './front-door.ts'
import { createApplication } from './http/application.ts'
import { createMisbehaviour } from './misbehave.ts'
import { operations } from './operations/index.ts'
import { readProductOperation } from './operations/products.ts'
import type { StoredOrder } from './order-document.ts'
import type { RateLimit } from './rate-limiter.ts'
import { createRateLimiter, documentedRateLimit } from './rate-limiter.ts'
import { readCatalogue } from './seed/catalogue.ts'
import { generateOrders } from './seed/generate.ts'
import { seedDemoOrders, seedSite } from './seed/seed.ts'
import { finishNewDatabase, openStoreDatabase } from './state/database.ts'
import { createOrderShelf } from './state/order-shelf.ts'
import { settle } from './state/settle.ts'
import { createSiteShelf } from './state/site-shelf.ts'
import { createTokenShelf } from './state/token-shelf.ts'

export interface DemoStoreOptions {
  /** Path of the database, or `:memory:`. An existing file is reopened with its state. */
  readonly file: string
  /** Path of better-sqlite3's native binding, where it cannot find its own. */
  readonly nativeBinding?: string
  /** ms epoch. */
  readonly clock: () => number
  /** From [0, 1). */
  readonly random: () => number
  /** Runs something `ms` later; needed for latency, slow bodies and refused connections. Default: at once. */
  readonly schedule?: (ms: number, run: () => void) => void
  readonly assumptions?: Partial<Assumptions>
  /** What a new database starts with. Default: the demo orders. */
  readonly seed?: 'demo' | 'empty'
  /** Also generates so many orders in a new database; the same seed gives the same ones. */
  readonly generate?: { readonly orders: number; readonly seed: number }
  /** Default: the documented limit, 25 and 2 a second. `off` never limits. */
  readonly rateLimit?: RateLimit | 'off'
  /** Opens the control API under `/__control` to callers who send it as `x-control-secret`. Default: closed. */
  readonly controlSecret?: string
  /** Told of the store's own errors, which callers only see as 10000. */
  readonly onFault?: (error: unknown) => void
}

export interface DemoStore {
  /**
   * Answers a request without any network; the host in its URL does not matter. Rejects with `ConnectionLost` where a
   * planned fault breaks the connection.
   */
  fetch(request: Request): Promise<Response>
  /** An order as the store keeps it, for tests and demonstrations. */
  readOrder(orderNo: number): StoredOrder | undefined
  readonly control: StoreControl
  /** Told when connections are to be refused, and for how long (ms); what listens stops listening for that time. */
  onRefuse(listener: (ms: number) => void): void
  readonly schedule: (ms: number, run: () => void) => void
  /** Where a fault of the store's own is told. */
  readonly onFault: (error: unknown) => void
  close(): void
}

const atOnce = (_ms: number, run: () => void): void => {
  run()
}

/** An order service that speaks the order system's API, with its state in one database. */
export const createDemoStore = (options: DemoStoreOptions): DemoStore => {
  const { database, isNew } = openStoreDatabase(options.file, options.nativeBinding)
  const shelf = createOrderShelf(database)
  const schedule = options.schedule ?? atOnce
  let offset = 0
  const context: StoreContext = {
    orders: {
      ...shelf,
      save: (stored) => {
        shelf.save(settle(stored))
      },
    },
    tokens: createTokenShelf(database),
    site: createSiteShelf(database),
    catalogue: readCatalogue(),
    assumptions: { ...defaultAssumptions, ...options.assumptions },
    now: () => options.clock() + offset,
    random: options.random,
  }
  const inTransaction = <Result>(work: () => Result): Result => database.transaction(work)()
  if (isNew) {
    inTransaction(() => {
      seedSite(context)
      if (options.seed !== 'empty') seedDemoOrders(context)
      generateOrders(context, options.generate?.orders ?? 0, options.generate?.seed ?? 1)
    })
    finishNewDatabase(database)
  }
  const onFault = options.onFault ?? (() => undefined)
  const limit = options.rateLimit ?? documentedRateLimit
  const app = createApplication({
    context,
    limiter: limit === 'off' ? undefined : createRateLimiter(limit, context.now),
    inTransaction,
    routes: [
      ...operations.map((operation) => ({ operation, handler: handlers[operation.id] })),
      { operation: readProductOperation, handler: readProduct },
    ],
    picture: pictureAnswer,
    onFault,
  })
  const plan = createFaultPlan()
  const misbehaviour = createMisbehaviour({
    plan,
    answer: async (request) => app.fetch(request),
    schedule,
    errorCodeType: context.assumptions.errorCodeType,
  })
  const door = createFrontDoor({ clock: options.clock, answer: misbehaviour.answer })
  const control = createControl({
    context,
    shop: createShopLife(context, inTransaction),
    plan,
    refuse: door.refuse,
    jump: (ms) => {
      offset += ms
    },
    seen: door.seen,
  })
  door.openControl(options.controlSecret, createControlRoutes(control))
  return {
    fetch: door.answer,
    readOrder: (orderNo) => shelf.read(orderNo),
    control,
    onRefuse: door.onRefuse,
    schedule,
    onFault,
    close: () => {
      misbehaviour.end()
      database.close()
    },
  }
}
