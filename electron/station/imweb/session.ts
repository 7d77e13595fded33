import { dataEnvelopeSchema, tokensSchema } from './schemas.ts'
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
 * saved before it is used; refreshes never run side by side.
 */
export function createSession(
  baseUrl: string,
  credentials: ClientCredentials,
  transport: Transport,
  store: TokenStore,
  timeoutMs: number,
) {
  let tokens: Tokens | null = null
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
    const envelope = dataEnvelopeSchema.safeParse(parseJson(result.body))
    const parsed = tokensSchema.safeParse(envelope.data?.data)
    if (!parsed.success) return result.status < 400 ? 'unreachable' : 'signedOut'
    await store.save(parsed.data)
    tokens = parsed.data
    return 'ok'
  }

  async function refresh(staleAccessToken: string | null): Promise<Refreshed> {
    if (tokens === null) return 'signedOut'
    if (tokens.accessToken !== staleAccessToken) return 'ok'
    const result = await requestTokens({ grantType: 'refresh_token', refreshToken: tokens.refreshToken })
    if (result === 'signedOut') {
      tokens = null
      await store.save(null)
    }
    return result
  }

  return {
    /** Takes up the tokens of an earlier run; false where there are none. */
    async restore(): Promise<boolean> {
      tokens = await store.load()
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
    signIn: (code: string): Promise<Refreshed> =>
      requestTokens({ grantType: 'authorization_code', redirectUri: credentials.redirectUri, code }),
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
