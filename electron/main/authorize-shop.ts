import { authorizeAddress } from './authorize-address.ts'
import { awaitCallback, type Callback } from './await-callback.ts'

/** imweb's own address; the browser is opened, and keys are sent, nowhere else. */
export const shopBaseUrl = 'https://openapi.imweb.me'

/** The port is fixed, because the address has to be registered for the app beforehand. */
export const shopRedirect = 'http://127.0.0.1:41521/callback'

export type ShopAuthorization =
  | Exclude<Callback, { kind: 'stopped' }>
  | { kind: 'noBrowser' }
  | { kind: 'timedOut' }
  | { kind: 'cancelled' }

export type AuthorizeShopParts = {
  baseUrl: string
  redirectUri: string
  /** The redirect's own port, but in a test. */
  port: number
  clientId: string
  siteCode: string
  /** Something that nobody could guess. */
  state: string
  /** Rejects where no browser could be opened. `port` is the one listened on. */
  openBrowser: (address: string, port: number) => Promise<void>
  cancel: AbortSignal
  timeout: AbortSignal
}

/** Has the shop's owner agree in the system's browser; resolves with the code to exchange for tokens, or why there is none. */
export async function authorizeShop(parts: AuthorizeShopParts): Promise<ShopAuthorization> {
  const { baseUrl, redirectUri, port, clientId, siteCode, state, cancel, timeout } = parts
  const noBrowser = new AbortController()
  const callback = await awaitCallback({
    port,
    path: new URL(redirectUri).pathname,
    state,
    stop: AbortSignal.any([cancel, timeout, noBrowser.signal]),
    onListening: (listening) => {
      const address = authorizeAddress(baseUrl, { clientId, redirectUri, siteCode, state })
      parts.openBrowser(address, listening).catch(() => {
        // What went wrong is the system's to say; here it ends the waiting, and is told as `noBrowser`.
        noBrowser.abort()
      })
    },
  })
  if (callback.kind !== 'stopped') return callback
  if (noBrowser.signal.aborted) return { kind: 'noBrowser' }
  return { kind: cancel.aborted ? 'cancelled' : 'timedOut' }
}
