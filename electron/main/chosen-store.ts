import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { StoreChoice } from '../../shared/contract/shop.ts'
import { demoClient } from '../demo-store/demo-client.ts'
import type { StationPorts } from '../station/compose/station-ports.ts'
import { authorizeDemo } from './authorize-demo.ts'
import { shopBaseUrl, shopRedirect } from './authorize-shop.ts'
import { systemCipher } from './cipher.ts'
import { startEmbeddedStore } from './embedded-store.ts'
import type { Environment } from './environment.ts'
import { shopKeys } from './shop-methods.ts'
import { authorizeAgain } from './shop-store.ts'

/** The store to work against; `secret` opens a demo store's control API, null where none is known. */
export type ChosenStore = Pick<StationPorts, 'store' | 'authorize'> & { secret: string | null }

/** Gets the chosen store ready: a shop with the keys kept in its folder, or a demo store, started unless one is named. */
export async function openChosenStore(
  choice: StoreChoice,
  folder: string,
  { storeUrl, storeControl }: Environment,
  storeScript: string,
): Promise<ChosenStore> {
  if (choice.store === 'shop') {
    const keys = await shopKeys(folder, systemCipher).load()
    const credentials = keys ?? { clientId: '', clientSecret: '', redirectUri: shopRedirect }
    return {
      store: { baseUrl: shopBaseUrl, credentials, demo: false },
      authorize: authorizeAgain(choice, keys),
      secret: null,
    }
  }
  const secret = storeUrl === null ? randomUUID() : storeControl
  const baseUrl =
    storeUrl ?? (await startEmbeddedStore(storeScript, path.join(folder, 'demo-store.db'), secret ?? ''))
  return {
    store: { baseUrl, credentials: demoClient, demo: true },
    authorize: () => authorizeDemo(baseUrl),
    secret,
  }
}
