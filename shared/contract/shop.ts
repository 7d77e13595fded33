import { z } from 'zod'

const nothing = z.strictObject({})
const key = z.string().trim().min(1).max(200)

/** A shop's code as its owner finds it in the shop's own pages; it also names the folder of the shop's data. */
export const siteCodeSchema = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9]{4,64}$/)

/**
 * Which store the desk works with: the demo store, or a shop whose owner has let it in. Answered by the app, not by the
 * station. A change takes effect at the next start.
 */
export const shopInputs = {
  shopState: nothing,
  /** Opens the browser for the shop's owner to agree, and waits for that. */
  connectShop: z.strictObject({ clientId: key, clientSecret: key, siteCode: siteCodeSchema }),
  /** Waits no longer. */
  cancelConnecting: nothing,
  /** From the next start on, the demo store; what is known of the shop is kept. */
  useDemoStore: nothing,
  /** Closes the app and opens it again. */
  restart: nothing,
} as const

export type StoreChoice = { store: 'demo' } | { store: 'shop'; siteCode: string }

export type ShopState = {
  /** What the desk works with now, and from the next start on. */
  now: StoreChoice
  next: StoreChoice
  /** The address to be registered for the app in the shop's developer pages. */
  redirectUri: string
  /** Why no shop can be connected here: no safe place for its keys, or a store named from outside; null where one can. */
  obstacle: 'noKeyStore' | 'fixedStore' | null
}

type ConnectProblem =
  | 'noKeyStore'
  | 'fixedStore'
  | 'leadOnly'
  | 'busy'
  | 'portTaken'
  | 'noBrowser'
  | 'declined'
  | 'timedOut'
  | 'cancelled'
  /** The shop does not know the keys, or the code was no longer good. */
  | 'refused'
  | 'unreachable'

export type ConnectResult = { ok: true } | { ok: false; why: ConnectProblem; words: string | null }

export type ShopOutputs = {
  shopState: ShopState
  connectShop: ConnectResult
  cancelConnecting: null
  /** False: only a lead may. */
  useDemoStore: boolean
  restart: null
}
