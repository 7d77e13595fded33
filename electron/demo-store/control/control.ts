import type { z } from 'zod'
import type { StoreContext } from '../context.ts'
import type { FaultPlan, faultRuleSchema } from '../faults.ts'
import type { TokenKind } from '../state/token-shelf.ts'
import type { ShopLife } from './shop-life.ts'

/** One request the store has seen, as tests and the demonstration look at it. */
export interface SeenRequest {
  readonly method: string
  /** Path and query. */
  readonly path: string
  /** 0 when no answer left the store. */
  readonly status: number
  /** ms epoch */
  readonly at: number
}

export interface StoreControl {
  readonly shop: ShopLife
  addFault(rule: z.input<typeof faultRuleSchema>): void
  clearFaults(): void
  faults(): readonly z.infer<typeof faultRuleSchema>[]
  /** Refuses every connection for so long (ms). */
  refuseConnections(ms: number): void
  /** Moves the store's clock by so much (ms, may be negative), for good. */
  jumpClock(ms: number): void
  /** Ends all tokens of a kind at once. */
  expireTokens(kind: TokenKind): void
  /** The last thousand requests, oldest first. */
  requests(): readonly SeenRequest[]
  forgetRequests(): void
}

export interface ControlParts {
  readonly context: StoreContext
  readonly shop: ShopLife
  readonly plan: FaultPlan
  readonly refuse: (ms: number) => void
  readonly jump: (ms: number) => void
  readonly seen: SeenRequest[]
}

/** The levers by which tests and demonstrations make the store, its network and its shop misbehave. */
export const createControl = ({ context, shop, plan, refuse, jump, seen }: ControlParts): StoreControl => ({
  shop,
  addFault: (rule) => {
    plan.add(rule)
  },
  clearFaults: () => {
    plan.clear()
  },
  faults: () => plan.list(),
  refuseConnections: refuse,
  jumpClock: jump,
  expireTokens: (kind) => {
    context.tokens.expireAll(kind, context.now())
  },
  requests: () => [...seen],
  forgetRequests: () => {
    seen.length = 0
  },
})
