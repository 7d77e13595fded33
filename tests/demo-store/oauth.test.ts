import { describe, expect, test } from 'vitest'
import { accessLifetime, codeLifetime, refreshLifetime } from '../../electron/demo-store/calls/oauth.ts'
import { demoClient } from '../../electron/demo-store/demo-client.ts'
import type { TestStore } from './test-store.ts'
import { at, authorizePath, formHeaders, openTestStore, tokenForm } from './test-store.ts'

const newCode = async (store: TestStore): Promise<string> => {
  const back = await store.sendBare('GET', authorizePath())
  return new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? ''
}

const byCode = (code: string, changes: Record<string, string> = {}): string =>
  tokenForm({ grantType: 'authorization_code', redirectUri: demoClient.redirectUri, code, ...changes })

const byRefresh = (refreshToken: string): string => tokenForm({ grantType: 'refresh_token', refreshToken })

const tokens = async (store: TestStore, form: string) => {
  const answer = await store.sendBare('POST', '/oauth2/token', form, formHeaders)
  return {
    code: answer.code,
    access: String(at(answer.data, 'accessToken')),
    refresh: String(at(answer.data, 'refreshToken')),
    scope: at(answer.data, 'scope'),
  }
}

const withToken = (token: string) => ({ authorization: `Bearer ${token}` })

describe('authorization', () => {
  test('approves at once and sends back a code and the state', async () => {
    const store = await openTestStore()
    const back = await store.sendBare('GET', authorizePath({ state: 'mine' }))
    const location = new URL(back.headers.get('location') ?? '')
    expect(back.status).toBe(302)
    expect(`${location.origin}${location.pathname}`).toBe(demoClient.redirectUri)
    expect(location.searchParams.get('state')).toBe('mine')
    expect(location.searchParams.get('code')).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each([
    ['30099 for a scope there is not', { scope: 'site-info:write order:eat' }, '30099'],
    ['30156 without site-info:write', { scope: 'order:read order:write' }, '30156'],
    ['10003 for a site that is not this one', { siteCode: 'S2020010100000000000aa' }, '10003'],
  ])('sends back %s', async (_name, changes, code) => {
    const store = await openTestStore()
    const back = await store.sendBare('GET', authorizePath(changes))
    const location = new URL(back.headers.get('location') ?? '')
    expect(location.searchParams.get('errorCode')).toBe(code)
    expect(location.searchParams.get('message')).not.toBe('')
    expect(location.searchParams.has('code')).toBe(false)
  })

  test('30098 for a client it does not know, without a redirect', async () => {
    const store = await openTestStore()
    expect((await store.sendBare('GET', authorizePath({ clientId: 'someone' }))).code).toBe(30098)
  })

  test('10001 for a response type other than code', async () => {
    const store = await openTestStore()
    expect((await store.sendBare('GET', authorizePath({ responseType: 'token' }))).code).toBe(10001)
  })
})

describe('tokens', () => {
  test('a code buys an access and a refresh token with the scopes asked for', async () => {
    const store = await openTestStore()
    const bought = await tokens(store, byCode(await newCode(store)))
    expect(bought.scope).toBe('site-info:write order:read order:write payment:write')
    expect((await store.sendBare('GET', '/site-info', undefined, withToken(bought.access))).status).toBe(200)
  })

  test.each([
    ['30098 for a wrong secret', { clientSecret: 'guess' }, 30098],
    ['30100 for a code that cannot be one', { code: 'abc' }, 30100],
    ['30124 for a code never given', { code: 'a'.repeat(64) }, 30124],
    ['30123 for another redirect uri', { redirectUri: 'http://127.0.0.1/other' }, 30123],
  ])('%s', async (_name, changes, code) => {
    const store = await openTestStore()
    expect((await tokens(store, byCode(await newCode(store), changes))).code).toBe(code)
  })

  test('30124 for a code used before', async () => {
    const store = await openTestStore()
    const form = byCode(await newCode(store))
    await tokens(store, form)
    expect((await tokens(store, form)).code).toBe(30124)
  })

  test('30125 for a code that waited too long', async () => {
    const store = await openTestStore()
    const form = byCode(await newCode(store))
    store.clock.now += codeLifetime
    expect((await tokens(store, form)).code).toBe(30125)
  })

  test('30122 for a body that is not a form, unless assumed to be read', async () => {
    const fields = {
      grantType: 'authorization_code',
      clientId: demoClient.clientId,
      clientSecret: demoClient.clientSecret,
      redirectUri: demoClient.redirectUri,
    }
    const strict = await openTestStore()
    const code = await newCode(strict)
    expect((await strict.sendBare('POST', '/oauth2/token', { ...fields, code })).code).toBe(30122)
    const lenient = await openTestStore({ assumptions: { tokenBody: 'form-or-json' } })
    const other = await newCode(lenient)
    expect((await lenient.sendBare('POST', '/oauth2/token', { ...fields, code: other })).status).toBe(200)
  })

  test('a refresh rotates: the old refresh token is 30101 afterwards, the new pair works', async () => {
    const store = await openTestStore()
    const first = await tokens(store, byCode(await newCode(store)))
    const second = await tokens(store, byRefresh(first.refresh))
    expect(second.code).toBeUndefined()
    expect((await tokens(store, byRefresh(first.refresh))).code).toBe(30101)
    expect((await store.sendBare('GET', '/site-info', undefined, withToken(second.access))).status).toBe(200)
    expect((await tokens(store, byRefresh(second.refresh))).code).toBeUndefined()
  })

  test('a refresh leaves the old access token alone, unless assumed to end it', async () => {
    const kind = await openTestStore()
    const kept = await tokens(kind, byCode(await newCode(kind)))
    await tokens(kind, byRefresh(kept.refresh))
    expect((await kind.sendBare('GET', '/site-info', undefined, withToken(kept.access))).status).toBe(200)
    const harsh = await openTestStore({ assumptions: { refreshEndsOldAccess: true } })
    const lost = await tokens(harsh, byCode(await newCode(harsh)))
    await tokens(harsh, byRefresh(lost.refresh))
    expect((await harsh.sendBare('GET', '/site-info', undefined, withToken(lost.access))).code).toBe(30102)
  })

  test('30102 for an access token two hours old', async () => {
    const store = await openTestStore()
    store.clock.now += accessLifetime - 1
    expect((await store.send('GET', '/site-info')).status).toBe(200)
    store.clock.now += 1
    expect((await store.send('GET', '/site-info')).code).toBe(30102)
  })

  test('30102 for a refresh token ninety days old', async () => {
    const store = await openTestStore()
    const { refresh } = await tokens(store, byCode(await newCode(store)))
    store.clock.now += refreshLifetime
    expect((await tokens(store, byRefresh(refresh))).code).toBe(30102)
  })

  test('the scope can be assumed to come as an array', async () => {
    const store = await openTestStore({ assumptions: { tokenScope: 'array' }, isContractChecked: false })
    expect((await tokens(store, byCode(await newCode(store)))).scope).toContain('order:read')
  })
})

describe('access', () => {
  test('30105 without a token', async () => {
    const store = await openTestStore()
    const answer = await store.sendBare('GET', '/orders?page=1&limit=1')
    expect([answer.status, answer.code]).toEqual([401, 30105])
  })

  test('30101 for a token never issued', async () => {
    const store = await openTestStore()
    const answer = await store.sendBare(
      'GET',
      '/orders?page=1&limit=1',
      undefined,
      withToken('made.up.token'),
    )
    expect([answer.status, answer.code]).toEqual([401, 30101])
  })

  test('30103 for a token whose scopes do not allow the call', async () => {
    const store = await openTestStore({ scope: 'site-info:write order:read' })
    expect((await store.send('GET', '/orders?page=1&limit=1')).status).toBe(200)
    const answer = await store.send('PATCH', '/orders/1/shipping-operation', {
      orderSectionStatus: 'SHIPPING_READY',
    })
    expect([answer.status, answer.code]).toEqual([403, 30103])
    expect((await store.send('PATCH', '/payments/1/bank-transfer/confirm')).code).toBe(30103)
  })
})
