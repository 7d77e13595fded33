import { dataEnvelopeSchema, errorEnvelopeSchema, tokensSchema } from './schemas.ts'
import type { Pace, Report } from '../ports.ts'
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

/** When the store's refusals of a refresh are believed, and how long it is left alone between them at most. */
const surelyTurnedDown = 3
const surelyAfterMs = 60_000
const longestWaitMs = 30_000

/**
 * The desk's permission to use the store. A refresh gives a new pair of tokens and ends the old one, so refreshes never run
 * side by side, and the new pair is saved before it is used. Where saving fails it is used all the same, for the old one is
 * spent, and saved with the next use. A refresh whose answer was lost is asked for again with the same token: that the store
 * turns it down is believed when it has done so three times, over a minute or more.
 */
export function createSession(
  baseUrl: string,
  credentials: ClientCredentials,
  transport: Transport,
  store: TokenStore,
  timeoutMs: number,
  { pace, report }: { pace: Pace; report: Report },
) {
  let tokens: Tokens | null = null
  let unsaved: Tokens | null = null
  let refreshing: Promise<Refreshed> | null = null
  let saving: Promise<void> | null = null
  /** How often in a row the store has turned the present pair down, since when, and when it is asked again. */
  let refusals = { count: 0, since: 0, againAt: 0 }

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
    await saving
    try {
      await store.save(pair)
      unsaved = null
    } finally {
      tokens = pair
      refusals = { count: 0, since: 0, againAt: 0 }
    }
    return 'ok'
  }

  /** Tries again to write down what a full disk has not taken. */
  function saveAgain(pair: Tokens): void {
    saving ??= store
      .save(pair)
      .then(
        () => {
          if (unsaved === pair) unsaved = null
        },
        // Reported when it first failed; every use tries again.
        () => undefined,
      )
      .finally(() => {
        saving = null
      })
  }

  /** The store has turned the pair down once more: whether that is its last word. */
  function isLastWord(): boolean {
    const now = pace()
    const count = refusals.count + 1
    const since = refusals.count === 0 ? now : refusals.since
    refusals = { count, since, againAt: now + Math.min(longestWaitMs, 1_000 * 2 ** count) }
    return count >= surelyTurnedDown && now - since >= surelyAfterMs
  }

  async function refresh(staleAccessToken: string | null): Promise<Refreshed> {
    if (tokens === null) return 'signedOut'
    if (tokens.accessToken !== staleAccessToken) return 'ok'
    if (pace() < refusals.againAt) return 'unreachable'
    const result = await requestTokens({
      grantType: 'refresh_token',
      refreshToken: tokens.refreshToken,
    }).catch(keptInMemory)
    if (result === 'signedOut') {
      if (!isLastWord()) return 'unreachable'
      await saving
      tokens = null
      unsaved = null
      await store.save(null)
    }
    return result
  }

  /** The new pair is there, and only the disk has not taken it. */
  function keptInMemory(error: unknown): 'ok' {
    if (unsaved === null) throw error
    report('tokens', error)
    return 'ok'
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
      if (unsaved === null) tokens = await store.load()
      return tokens !== null
    },
    accessToken(): string | null {
      if (unsaved !== null && refreshing === null) saveAgain(unsaved)
      return tokens?.accessToken ?? null
    },
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
