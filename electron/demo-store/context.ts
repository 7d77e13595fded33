import type { Assumptions } from './assumptions.ts'
import type { Operation } from './operations/index.ts'
import type { Catalogue } from './seed/catalogue.ts'
import type { OrderShelf } from './state/order-shelf.ts'
import type { SiteShelf } from './state/site-shelf.ts'
import type { TokenShelf } from './state/token-shelf.ts'

/** What every call works with: the state, the clock and chance, the shop's fixed data, and the assumed answers. */
export interface StoreContext {
  readonly orders: OrderShelf
  readonly tokens: TokenShelf
  readonly site: SiteShelf
  readonly catalogue: Catalogue
  readonly assumptions: Assumptions
  /** ms epoch. */
  readonly now: () => number
  readonly random: () => number
}

/** One request that has passed the gate, still to be read by the call it is for. */
export interface Call {
  readonly operation: Operation
  readonly context: StoreContext
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Parsed JSON or form; undefined without a body. */
  readonly body: unknown
  readonly contentType: string
  /** Where the store was called: scheme, host and port. */
  readonly origin: string
}

/** What a call answers with: the envelope's `data`, or a redirect. */
export type CallAnswer = { readonly data: unknown } | { readonly redirectTo: string }

export type CallHandler = (call: Call) => CallAnswer
