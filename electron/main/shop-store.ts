import { randomUUID } from 'node:crypto'
import { shell } from 'electron'
import type { StoreChoice } from '../../shared/contract/shop.ts'
import type { Authorization } from '../station/feed/connection.ts'
import type { ClientCredentials } from '../station/imweb/session.ts'
import { authorizeShop, shopBaseUrl, shopRedirect } from './authorize-shop.ts'

/** How long the shop's owner has for signing in and agreeing. */
const patienceMs = 5 * 60_000

export const ownersTime = (): AbortSignal => AbortSignal.timeout(patienceMs)

export const newState = (): string => `${randomUUID()}${randomUUID()}`

export const redirectPort = Number(new URL(shopRedirect).port)

/** Opens the system's browser on the shop's own pages, and on nothing else. */
export async function openShopPage(address: string): Promise<void> {
  if (new URL(address).origin !== shopBaseUrl) throw new Error('only the shop’s own pages are opened')
  await shell.openExternal(address)
}

/** Asks the owner of a shop that was connected before to agree again. Without its keys there is nobody to ask for. */
export const authorizeAgain =
  ({ siteCode }: Extract<StoreChoice, { store: 'shop' }>, keys: ClientCredentials | null) =>
  async (): Promise<Authorization> => {
    if (keys === null) return { kind: 'declined' }
    const agreed = await authorizeShop({
      baseUrl: shopBaseUrl,
      redirectUri: keys.redirectUri,
      port: redirectPort,
      clientId: keys.clientId,
      siteCode,
      state: newState(),
      openBrowser: openShopPage,
      cancel: new AbortController().signal,
      timeout: ownersTime(),
    })
    return agreed.kind === 'code' ? agreed : { kind: 'declined' }
  }
