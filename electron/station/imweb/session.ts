import { dataEnvelopeSchema, errorEnvelopeSchema, tokensSchema } from './schemas.ts'
import type { Transport } from './transport.ts'

export type Tokens = { accessToken: string; refreshToken: string }

/** Where tokens are kept between runs, encrypted; never in SQLite, logs or the window. */
export type TokenStore = {
  load: () => Promise<Tokens | null>
  /** Resolves once the tokens are on disk, or are known to be kept in memory only. */
  save: (tokens: Tokens | null) => Promise<void>
}

export type ClientCredentials = { clientId: string; clientSecret: string; redirectUri: string }

export type Refreshed = 'ok' | 'signedOut' | 'unreachable'

/**
 * The desk's permission to use the store. A refresh gives a new pair of tokens and ends the old one, so the new pair is
 * saved before it is used, and refreshes never run side by side. Where saving fails the call rejects and the pair is kept:
 * the store gives none twice, so the next call saves it before anything else.
 */
export function createSession(
  baseUrl: string,
  credentials: ClientCredentials,
  transport: Transport,
  store: TokenStore,
  timeoutMs: number,
) {
  let tokens: Tokens | null = null
  let unsaved: Tokens | null = null
  let refreshing: Promise<Refreshed> | null = null

  async function requestTokens(fields: Record<string, string>): Promise<Refreshed> {
    const { clientId, clientSecret } = credentials
    const result = await transport({
      method: 'POST',
      url: `${baseUrl}/oauth2/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...fields, clientId, clientSecret }).toString(),
      timeoutMs,
    })
    if (result.kind !== 'answer' || result.status >= 500 || result.status === 429) return 'unreachable'
    const json = parseJson(result.body)
    // Only the store itself can turn the desk down: a proxy's page with a 403 is no answer of the store.
    if (result.status >= 400) return errorEnvelopeSchema.safeParse(json).success ? 'signedOut' : 'unreachable'
    const parsed = tokensSchema.safeParse(dataEnvelopeSchema.safeParse(json).data?.data)
    return parsed.success ? keep(parsed.data) : 'unreachable'
  }

  async function keep(pair: Tokens): Promise<'ok'> {
    unsaved = pair
    await store.save(pair)
    unsaved = null
    tokens = pair
    return 'ok'
  }

  async function refresh(staleAccessToken: string | null): Promise<Refreshed> {
    if (tokens === null) return 'signedOut'
    if (tokens.accessToken !== staleAccessToken) return 'ok'
    if (unsaved !== null) return keep(unsaved)
    const result = await requestTokens({ grantType: 'refresh_token', refreshToken: tokens.refreshToken })
    if (result === 'signedOut') {
      tokens = null
      await store.save(null)
    }
    return result
  }

  /** A refresh that was turned down takes the old pair off the disk: until it has, that is no pair to take up or replace. */
  async function afterRefresh(): Promise<void> {
    // Whoever asked for the refresh is told of its failure.
    await refreshing?.catch(() => undefined)
  }

  return {
    /** Takes up the tokens of an earlier run, or those not saved yet; false where there are none. */
    async restore(): Promise<boolean> {
      await afterRefresh()
      if (unsaved !== null) await keep(unsaved)
      else tokens = await store.load()
      return tokens !== null
    },
    accessToken: (): string | null => tokens?.accessToken ?? null,
    /** Gets a new pair because the store turned `staleAccessToken` down. */
    async refresh(staleAccessToken: string | null): Promise<Refreshed> {
      refreshing ??= refresh(staleAccessToken).finally(() => {
        refreshing = null
      })
      return refreshing
    },
    /** Exchanges an authorization code for the first pair. */
    async signIn(code: string): Promise<Refreshed> {
      await afterRefresh()
      return requestTokens({ grantType: 'authorization_code', redirectUri: credentials.redirectUri, code })
    },
  }
}

export type Session = ReturnType<typeof createSession>

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: no envelope either, which is what the caller asks about.
    return undefined
  }
}
