import { createSession, type TokenStore, type Tokens } from '../../../electron/station/imweb/session.ts'
import type { HttpRequest, HttpResult } from '../../../electron/station/imweb/transport.ts'

export const baseUrl = 'http://store'
export const credentials = { clientId: 'id', clientSecret: 'a secret', redirectUri: 'http://desk/callback' }
export const pair = (n: number): Tokens => ({
  accessToken: `access-${String(n)}`,
  refreshToken: `refresh-${String(n)}`,
})

export const answer = (status: number, body: unknown): HttpResult => ({
  kind: 'answer',
  status,
  headers: new Headers(),
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
export const turnedDown = (errorCode: string) =>
  answer(401, { statusCode: 401, error: { errorCode, message: '' } })

/** A promise that a test settles when it likes. */
function held() {
  let release: () => void = () => undefined
  let fail: (error: Error) => void = () => undefined
  const promise = new Promise<void>((resolve, reject) => {
    release = resolve
    fail = reject
  })
  return { promise, release: () => release(), fail: (error: Error) => fail(error) }
}

/** Lets everything that can go on go on. */
export const rest = () => new Promise((resolve) => setImmediate(resolve))

/** A disk that writes when it is told to, or at once. */
export function createDisk(kept: Tokens | null) {
  let hold: ReturnType<typeof held> | null = null
  const disk: { kept: Tokens | null } = { kept }
  const store: TokenStore = {
    load: () => Promise.resolve(disk.kept),
    async save(next) {
      const waiting = hold
      hold = null
      await waiting?.promise
      disk.kept = next
    },
  }
  /** The next write waits until it is let through, or fails. */
  const holdNext = () => (hold = held())
  return Object.assign(disk, { store, holdNext })
}

/** A store whose current pair is `pair(n)`: it takes that alone, and gives each pair once. */
export function createStore(n: number) {
  let current = n
  const refreshes: URLSearchParams[] = []
  const used: string[] = []
  /** What a refresh, or a sign-in, is answered instead, once. */
  const instead: HttpResult[] = []
  let hold: ReturnType<typeof held> | null = null
  return {
    refreshes,
    used,
    instead,
    holdNext() {
      hold = held()
      return hold
    },
    async transport({ url, headers, body }: HttpRequest): Promise<HttpResult> {
      if (url !== `${baseUrl}/oauth2/token`) {
        const token = (headers['authorization'] ?? '').replace('Bearer ', '')
        used.push(token)
        return token === pair(current).accessToken
          ? answer(200, { statusCode: 200, data: 'done' })
          : turnedDown('30101')
      }
      const fields = new URLSearchParams(body ?? '')
      refreshes.push(fields)
      const waiting = hold
      hold = null
      await waiting?.promise
      const other = instead.shift()
      if (other !== undefined) return other
      const good = fields.has('code') || fields.get('refreshToken') === pair(current).refreshToken
      if (!good) return turnedDown('30102')
      current += 1
      return answer(200, { statusCode: 200, data: { ...pair(current), scope: 'all' } })
    },
  }
}

type Disk = ReturnType<typeof createDisk>
export type Store = ReturnType<typeof createStore>

/** Time, as far as a session waits for it, and what it reports. */
export const createWaits = () => {
  const waits: { now: number; reports: string[] } = { now: 0, reports: [] }
  return Object.assign(waits, {
    pace: () => waits.now,
    report: (what: string) => {
      waits.reports.push(what)
    },
  })
}

export const sessionOf = (store: Store, disk: Disk, waits = createWaits()) =>
  createSession(baseUrl, credentials, store.transport, disk.store, 10_000, waits)

/** A desk with the first pair on disk, whose store has only just ended that pair's access token. */
export async function deskWithOldToken() {
  const disk = createDisk(pair(1))
  const store = createStore(1)
  const waits = createWaits()
  const session = sessionOf(store, disk, waits)
  await session.restore()
  return { disk, store, session, waits }
}
