import { describe, expect, it } from 'vitest'
import { createSession } from '../../../electron/station/imweb/session.ts'
import type { HttpRequest, HttpResult } from '../../../electron/station/imweb/transport.ts'
import {
  answer,
  baseUrl,
  createDisk,
  createStore,
  createWaits,
  credentials,
  deskWithOldToken,
  pair,
  sessionOf,
  turnedDown,
} from './token-desk.ts'

describe('what the store says to a refresh', () => {
  it.each<[string, HttpResult]>([
    ['not delivered', { kind: 'undelivered', why: 'ECONNREFUSED' }],
    ['no answer', { kind: 'unanswered', why: 'TimeoutError' }],
    ['the store is down', answer(500, { statusCode: 500, error: { errorCode: 500, message: '' } })],
    ['too many calls', answer(429, { statusCode: 429, error: { errorCode: 429, message: '' } })],
    ['a portal’s page', answer(403, '<html>sign in to the Wi-Fi</html>')],
    ['a proxy’s own words', answer(407, { message: 'who are you?' })],
    ['a page with a 200', answer(200, '<html>welcome</html>')],
    [
      'an answer without tokens',
      answer(200, { statusCode: 200, data: { accessToken: '', refreshToken: 'r' } }),
    ],
    ['somewhere else', answer(302, '')],
  ])('%s: the permission stays, and is asked for again', async (_what, result) => {
    const { disk, store, session } = await deskWithOldToken()
    store.instead.push(result)
    expect(await session.refresh('access-1')).toBe('unreachable')
    expect([session.accessToken(), disk.kept]).toEqual(['access-1', pair(1)])
    expect(await session.refresh('access-1')).toBe('ok')
  })

  it.each([400, 401, 403, 499])(
    'a refusal of the store’s own with %i is believed when it has said so three times over a minute: gone, on disk too',
    async (status) => {
      const { disk, store, session, waits } = await deskWithOldToken()
      const refused = answer(status, { statusCode: status, error: { errorCode: 30102, message: '' } })
      store.instead.push(refused, refused, refused, refused)
      for (const at of [0, 10_000, 59_999]) {
        waits.now = at
        expect(await session.refresh('access-1')).toBe('unreachable')
        expect([session.accessToken(), disk.kept]).toEqual(['access-1', pair(1)])
      }
      waits.now = 80_000
      expect(await session.refresh('access-1')).toBe('signedOut')
      expect([session.accessToken(), disk.kept]).toEqual([null, null])
      expect(await session.refresh('access-1')).toBe('signedOut')
      expect(store.refreshes).toHaveLength(4)
    },
  )

  it('two refusals are not enough, however far apart, and each is followed by a pause', async () => {
    const { store, session, waits } = await deskWithOldToken()
    store.instead.push(turnedDown('30102'), turnedDown('30102'))
    await session.refresh('access-1')
    waits.now = 1_999
    expect(await session.refresh('access-1')).toBe('unreachable')
    expect(store.refreshes).toHaveLength(1)
    waits.now = 3_600_000
    expect(await session.refresh('access-1')).toBe('unreachable')
    waits.now += 4_000
    expect(await session.refresh('access-1')).toBe('ok')
    expect(session.accessToken()).toBe('access-2')
  })

  it('an answer that was lost: the same token is asked with again, which the store may still take', async () => {
    const { store, session } = await deskWithOldToken()
    store.instead.push({ kind: 'unanswered', why: 'ECONNRESET' })
    expect(await session.refresh('access-1')).toBe('unreachable')
    expect(await session.refresh('access-1')).toBe('ok')
    expect(store.refreshes.map((fields) => fields.get('refreshToken'))).toEqual(['refresh-1', 'refresh-1'])
  })

  it('a code that is refused leaves what was there', async () => {
    const { disk, store, session } = await deskWithOldToken()
    store.instead.push(turnedDown('30124'))
    expect(await session.signIn('used-before')).toBe('signedOut')
    expect(disk.kept).toEqual(pair(1))
  })
})

it('a desk without tokens has nothing to restore or refresh', async () => {
  const store = createStore(1)
  const session = sessionOf(store, createDisk(null))
  expect(await session.restore()).toBe(false)
  expect(session.accessToken()).toBeNull()
  expect(await session.refresh(null)).toBe('signedOut')
  expect(store.refreshes).toEqual([])
})

it('keys go in a form’s body, and nowhere else', async () => {
  const seen: HttpRequest[] = []
  const session = createSession(
    baseUrl,
    credentials,
    (request) => {
      seen.push(request)
      return Promise.resolve(answer(200, { statusCode: 200, data: pair(1) }))
    },
    createDisk(null).store,
    1234,
    createWaits(),
  )
  await session.signIn('a code')
  await session.refresh('access-1')
  const form = {
    method: 'POST',
    url: 'http://store/oauth2/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    timeoutMs: 1234,
  }
  expect(seen).toMatchObject([form, form])
  expect(seen.map(({ body }) => Object.fromEntries(new URLSearchParams(body ?? '')))).toEqual([
    { grantType: 'authorization_code', code: 'a code', ...credentials },
    { grantType: 'refresh_token', refreshToken: 'refresh-1', clientId: 'id', clientSecret: 'a secret' },
  ])
})
