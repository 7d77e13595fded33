import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createCallStore, type Call } from '../../../electron/station/imweb/call.ts'
import type { Refreshed } from '../../../electron/station/imweb/session.ts'
import type { HttpRequest, HttpResult } from '../../../electron/station/imweb/transport.ts'

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): HttpResult => ({
  kind: 'answer',
  status,
  headers: new Headers(headers),
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const failure = (status: number, errorCode: number | string, headers: Record<string, string> = {}) =>
  answer(status, { statusCode: status, error: { errorCode, message: '안 됩니다', data: [] } }, headers)
const done = answer(200, { statusCode: 200, data: 'done' })

const read: Call<string> = { method: 'GET', path: '/orders?page=1', schema: z.string(), priority: 'poll' }
const write: Call<string> = {
  method: 'PATCH',
  path: '/orders/1',
  body: { a: 1 },
  schema: z.string(),
  priority: 'write',
}

type Surroundings = {
  answers: HttpResult[]
  token?: string | null
  refreshed?: Refreshed
}

/** Calls against prepared answers, and everything that was done for them. */
function caller({ answers, token = 'token-0', refreshed = 'ok' }: Surroundings) {
  const requests: HttpRequest[] = []
  const refreshes: (string | null)[] = []
  const budget: (string | number | null)[] = []
  const call = createCallStore(
    'http://store',
    {
      restore: () => Promise.resolve(true),
      signIn: () => Promise.resolve('ok'),
      accessToken: () => (token === null ? null : `token-${String(refreshes.length)}`),
      refresh: (stale) => {
        refreshes.push(stale)
        return Promise.resolve(refreshed)
      },
    },
    (request) => {
      requests.push(request)
      return Promise.resolve(answers[requests.length - 1] ?? { kind: 'unanswered', why: 'no more answers' })
    },
    {
      take: (priority) => {
        budget.push(`take ${priority}`)
        return Promise.resolve()
      },
      ended: (remaining, taken) => {
        budget.push(taken ? remaining : `not taken ${String(remaining)}`)
      },
      exhausted: (ms) => {
        budget.push(`exhausted ${String(ms)}`)
        return ms + 7
      },
    },
    10_000,
  )
  return { call, requests, refreshes, budget }
}

const said = (result: HttpResult) => caller({ answers: [result] }).call(write)

describe('a call', () => {
  it('goes out with the token, and its body as JSON', async () => {
    const { call, requests } = caller({ answers: [done] })
    expect(await call(write)).toEqual({ kind: 'ok', data: 'done' })
    expect(requests).toEqual([
      {
        method: 'PATCH',
        url: 'http://store/orders/1',
        headers: {
          authorization: 'Bearer token-0',
          accept: 'application/json',
          'content-type': 'application/json',
        },
        body: '{"a":1}',
        timeoutMs: 10_000,
      },
    ])
  })

  it('without a body says nothing of its kind', async () => {
    const { call, requests } = caller({ answers: [done] })
    await call(read)
    expect(requests).toMatchObject([{ method: 'GET', url: 'http://store/orders?page=1', body: null }])
    expect(requests[0]?.headers).toEqual({ authorization: 'Bearer token-0', accept: 'application/json' })
  })

  it('is not made without a token', async () => {
    const { call, requests, budget } = caller({ answers: [done], token: null })
    expect(await call(read)).toEqual({ kind: 'signedOut' })
    expect([requests, budget]).toEqual([[], []])
  })

  it.each<HttpResult>([
    { kind: 'undelivered', why: 'ECONNREFUSED' },
    { kind: 'unanswered', why: 'ECONNRESET' },
  ])('that came to nothing says so: $kind', async (result) => {
    expect(await said(result)).toEqual(result)
  })
})

describe('what the store said', () => {
  it.each<[string, HttpResult]>([
    ['a page', answer(200, '<html></html>')],
    ['nothing', answer(204, '')],
    ['another shape', answer(200, { statusCode: 200, data: 17 })],
    ['nobody’s envelope', answer(200, { data: 'done' })],
    ['an envelope without data', answer(200, { statusCode: 200 })],
    ['another’s words', answer(200, { status: 'done' })],
    ['half of it', answer(200, '{"statusCode":200,"data":"do')],
  ])('%s with a good status is not understood: perhaps it was done', async (_what, result) => {
    expect(await said(result)).toEqual({ kind: 'unanswered', why: 'answer not understood' })
  })

  it.each([200, 201, 299])('%i is good', async (status) => {
    expect(await said(answer(status, { statusCode: status, data: 'done' }))).toEqual({
      kind: 'ok',
      data: 'done',
    })
  })

  it.each([199, 300, 302, 404, 403])('%i without the store’s own words is no answer', async (status) => {
    expect(await said(answer(status, { statusCode: status, data: 'done' }))).toEqual({
      kind: 'unanswered',
      why: `status ${String(status)}`,
    })
  })

  it.each([400, 404, 409, 499])('a rule of the store’s, with %i: refused in its words', async (status) => {
    expect(await said(failure(status, 30077))).toEqual({
      kind: 'refused',
      errorCode: '30077',
      words: '안 됩니다',
    })
  })

  it('a rule without words is still a rule', async () => {
    expect(await said(answer(400, { error: { errorCode: '30077' } }))).toEqual({
      kind: 'refused',
      errorCode: '30077',
      words: '',
    })
  })

  it.each([500, 502, 503])('%i: whatever it says, perhaps it was done', async (status) => {
    expect(await said(failure(status, 30077))).toEqual({
      kind: 'unanswered',
      why: `status ${String(status)}`,
    })
  })
})

describe('too many calls', () => {
  it.each<[string, HttpResult]>([
    ['the limiter', failure(429, 429)],
    ['a proxy before it', answer(429, 'slow down')],
  ])('%s: nothing was done, and nothing goes out for as long as the budget says', async (_who, result) => {
    const { call, budget } = caller({ answers: [result] })
    expect(await call(read)).toEqual({ kind: 'limited', retryAfterMs: 7 })
    expect(budget).toEqual(['take poll', 'exhausted 0', 'not taken null'])
  })

  it.each([30087, 30088, 30089, 30090, '30087'])('%s is a rule in spite of its 429', async (errorCode) => {
    const { call, budget } = caller({ answers: [failure(429, errorCode)] })
    expect(await call(read)).toMatchObject({ kind: 'refused', errorCode: String(errorCode) })
    expect(budget).toEqual(['take poll', null])
  })

  it('a rule’s number with another status is a rule as well', async () => {
    expect(await said(failure(400, 429))).toMatchObject({ kind: 'refused', errorCode: '429' })
  })

  it.each([
    ['3', 3000],
    ['0.5', 500],
    ['61', 61_000],
    ['900', 900_000],
    ['901', 900_000],
    ['0', 0],
    ['-1', 0],
    ['Infinity', 0],
    ['soon', 0],
    ['', 0],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 120_000],
    ['Wed, 21 Oct 2026 09:28:00 GMT', 900_000],
    ['Wed, 21 Oct 2026 07:25:00 GMT', 0],
  ])('told "%s" at 07:26 by the clock of the answer, the budget hears of %i ms', async (header, ms) => {
    const headers = { 'retry-after': header, date: 'Wed, 21 Oct 2026 07:26:00 GMT' }
    const { call, budget } = caller({ answers: [failure(429, 429, headers)] })
    expect(await call(write)).toEqual({ kind: 'limited', retryAfterMs: ms + 7 })
    expect(budget).toContain(`exhausted ${String(ms)}`)
  })

  it('a time of day without a clock to tell it by says nothing', async () => {
    const { call, budget } = caller({
      answers: [failure(429, 429, { 'retry-after': 'Wed, 21 Oct 2099 07:28:00 GMT' })],
    })
    await call(write)
    expect(budget).toContain('exhausted 0')
  })
})

describe('the rate budget', () => {
  it('is asked before each request, and told of its end and of what is left', async () => {
    const { call, budget } = caller({
      answers: [answer(200, { statusCode: 200, data: 'done' }, { 'x-ratelimit-remaining': '17' }), done],
    })
    await call(write)
    await call(read)
    expect(budget).toEqual(['take write', 17, 'take poll', null])
  })

  it.each(['', 'many', '-1', '1.5', 'x17', '17x'])('believes no "%s"', async (header) => {
    const { call, budget } = caller({
      answers: [answer(200, { statusCode: 200, data: 'done' }, { 'x-ratelimit-remaining': header })],
    })
    await call(read)
    expect(budget).toEqual(['take poll', null])
  })

  it('is told of requests that came to nothing, too', async () => {
    const { call, budget } = caller({ answers: [{ kind: 'unanswered', why: 'TimeoutError' }] })
    await call(read)
    expect(budget).toEqual(['take poll', 'not taken null'])
  })
})

describe('a token that the store no longer takes', () => {
  it.each(['30101', '30102', '30105', 30101])('%s: renewed, and the call made again', async (errorCode) => {
    const { call, requests, refreshes } = caller({ answers: [failure(401, errorCode), done] })
    expect(await call(write)).toEqual({ kind: 'ok', data: 'done' })
    expect(refreshes).toEqual(['token-0'])
    expect(requests.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer token-0',
      'Bearer token-1',
    ])
  })

  it('a new one that is not taken either: the store must be connected again, and is not asked for ever', async () => {
    const { call, requests, refreshes } = caller({
      answers: [failure(401, 30101), failure(401, 30101), done],
    })
    expect(await call(write)).toEqual({ kind: 'signedOut' })
    expect([requests.length, refreshes]).toEqual([2, ['token-0']])
  })

  it('the permission is gone: nothing was done', async () => {
    const { call, requests } = caller({ answers: [failure(401, 30101), done], refreshed: 'signedOut' })
    expect(await call(write)).toEqual({ kind: 'signedOut' })
    expect(requests).toHaveLength(1)
  })

  it('no new one to be had just now: the call was not delivered', async () => {
    const { call, requests } = caller({ answers: [failure(401, 30101), done], refreshed: 'unreachable' })
    expect(await call(write)).toEqual({ kind: 'undelivered', why: 'token refresh' })
    expect(requests).toHaveLength(1)
  })

  it('any other refusal with 401 is a rule', async () => {
    const { call, refreshes } = caller({ answers: [failure(401, 30103)] })
    expect(await call(write)).toMatchObject({ kind: 'refused', errorCode: '30103' })
    expect(refreshes).toEqual([])
  })
})
