import path from 'node:path'
import { z } from 'zod'
import type { WindowInput } from '../../shared/contract/methods.ts'
import type { ConnectResult, ShopOutputs, ShopState, StoreChoice } from '../../shared/contract/shop.ts'
import { createSession, type ClientCredentials } from '../station/imweb/session.ts'
import type { Transport } from '../station/imweb/transport.ts'
import { authorizeShop, type AuthorizeShopParts } from './authorize-shop.ts'
import type { Cipher } from './cipher.ts'
import { createSecretStore, type SecretStore } from './secret-store.ts'
import { storeFolder, writeStoreChoice } from './store-choice.ts'
import { createTokenStore } from './token-store.ts'

export type ShopMethods = { [M in keyof ShopOutputs]: (input: WindowInput<M>) => Promise<ShopOutputs[M]> }

export type ShopParts = Pick<AuthorizeShopParts, 'baseUrl' | 'redirectUri' | 'port' | 'openBrowser'> & {
  dataFolder: string
  now: StoreChoice
  /** The store is named from outside, whatever is chosen here. */
  fixed: boolean
  cipher: Cipher
  transport: Transport
  newState: () => string
  /** How long the owner has to agree: called when the waiting begins. */
  timeout: () => AbortSignal
  /** Whoever is at the desk may choose its store. */
  mayChoose: () => Promise<boolean>
  restart: () => void
}

const callTimeoutMs = 20_000
const credentialsSchema = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  redirectUri: z.string(),
})

/** The keys of the app that a shop's owner has registered, beside the shop's tokens. */
export const shopKeys = (folder: string, cipher: Cipher): SecretStore<ClientCredentials> =>
  createSecretStore(path.join(folder, 'keys.bin'), cipher, credentialsSchema)

/** Connecting a shop, and choosing between it and the demo store. Keys and tokens never leave this process but to the shop. */
export function createShopMethods(parts: ShopParts): ShopMethods {
  const { dataFolder, cipher, baseUrl, redirectUri } = parts
  let next = parts.now
  let waiting: AbortController | null = null

  async function obstacle(): Promise<ShopState['obstacle']> {
    if (parts.fixed) return 'fixedStore'
    return (await cipher.available()) ? null : 'noKeyStore'
  }

  async function connect(input: WindowInput<'connectShop'>, cancel: AbortSignal): Promise<ConnectResult> {
    const { clientId, clientSecret, siteCode } = input
    const { port, openBrowser } = parts
    const request = { baseUrl, redirectUri, port, openBrowser, clientId, siteCode }
    const agreed = await authorizeShop({
      ...request,
      state: parts.newState(),
      cancel,
      timeout: parts.timeout(),
    })
    if (agreed.kind === 'declined') return { ok: false, why: 'declined', words: agreed.words }
    if (agreed.kind !== 'code') return { ok: false, why: agreed.kind, words: null }
    const choice: StoreChoice = { store: 'shop', siteCode }
    const folder = storeFolder(dataFolder, choice)
    const credentials = { clientId, clientSecret, redirectUri }
    const tokens = createTokenStore(path.join(folder, 'tokens.bin'), cipher)
    // It signs in once, and waits for nothing.
    const waits = { pace: () => 0, report: () => undefined }
    const session = createSession(baseUrl, credentials, parts.transport, tokens, callTimeoutMs, waits)
    const exchanged = await session.signIn(agreed.code)
    if (exchanged !== 'ok') {
      return { ok: false, why: exchanged === 'signedOut' ? 'refused' : 'unreachable', words: null }
    }
    await shopKeys(folder, cipher).save(credentials)
    // Last, so that a shop is never chosen whose keys are not there.
    await writeStoreChoice(dataFolder, choice)
    next = choice
    return { ok: true }
  }

  return {
    shopState: async () => ({ now: parts.now, next, redirectUri, obstacle: await obstacle() }),
    connectShop: async (input) => {
      if (waiting !== null) return { ok: false, why: 'busy', words: null }
      const cancelling = new AbortController()
      waiting = cancelling
      try {
        const why = (await obstacle()) ?? ((await parts.mayChoose()) ? null : 'leadOnly')
        return why === null ? await connect(input, cancelling.signal) : { ok: false, why, words: null }
      } finally {
        waiting = null
      }
    },
    cancelConnecting: () => {
      waiting?.abort()
      return Promise.resolve(null)
    },
    useDemoStore: async () => {
      if (!(await parts.mayChoose())) return false
      const choice: StoreChoice = { store: 'demo' }
      await writeStoreChoice(dataFolder, choice)
      next = choice
      return true
    },
    restart: () => {
      parts.restart()
      return Promise.resolve(null)
    },
  }
}
