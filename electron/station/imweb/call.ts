import type { z } from 'zod'
import { cutTexts } from './cut-texts.ts'
import { dataEnvelopeSchema, errorEnvelopeSchema } from './schemas.ts'
import { parseJson, type Session } from './session.ts'
import type { Priority, RateBudget } from './rate-budget.ts'
import type { HttpRequest, HttpResult, Transport } from './transport.ts'

/**
 * What the store said to a call.
 * refused: a business rule, nothing was done · undelivered: never reached it · unanswered: reached it, perhaps, and
 * was done, perhaps; an answer that cannot be understood is one of these · limited: too many calls, nothing was done
 * · signedOut: the store must be connected again, nothing was done.
 */
export type StoreAnswer<T> =
  | { kind: 'ok'; data: T }
  | { kind: 'refused'; errorCode: string; words: string }
  | { kind: 'undelivered'; why: string }
  | { kind: 'unanswered'; why: string }
  | { kind: 'limited'; retryAfterMs: number }
  | { kind: 'signedOut' }

export type Call<T> = {
  method: HttpRequest['method']
  path: string
  body?: Record<string, unknown>
  schema: z.ZodType<T>
  priority: Priority
}

/** Business rules that imweb answers with 429; every other 429 is the limiter. */
const businessAs429 = new Set(['30087', '30088', '30089', '30090'])
const tokenErrors = new Set(['30101', '30102', '30105'])

export type CallStore = <T>(call: Call<T>) => Promise<StoreAnswer<T>>

/** Makes calls to the store with the session's token, within the rate budget. Reads the answer, decides nothing. */
export function createCallStore(
  baseUrl: string,
  session: Session,
  transport: Transport,
  budget: RateBudget,
  timeoutMs: number,
): CallStore {
  const send = (call: Call<unknown>, token: string): Promise<HttpResult> =>
    transport({
      method: call.method,
      url: baseUrl + call.path,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: call.body === undefined ? null : JSON.stringify(call.body),
      timeoutMs,
    })

  /** One request within the budget, which is told how it ended, whatever comes of it. */
  async function ask<T>(call: Call<T>, token: string): Promise<StoreAnswer<T>> {
    await budget.take(call.priority)
    let remaining: number | null = null
    let taken = false
    try {
      const result = await send(call, token)
      if (result.kind !== 'answer') return result
      remaining = remainingIn(result.headers)
      const answer = readStoreAnswer(result, call.schema)
      if (answer.kind === 'limited') {
        return { kind: 'limited', retryAfterMs: budget.exhausted(answer.retryAfterMs) }
      }
      taken = answer.kind === 'ok' || answer.kind === 'refused'
      return answer
    } finally {
      budget.ended(remaining, taken)
    }
  }

  return async (call) => {
    for (let attempt = 1; ; attempt += 1) {
      const token = session.accessToken()
      if (token === null) return { kind: 'signedOut' }
      const answer = await ask(call, token)
      if (answer.kind !== 'refused' || !tokenErrors.has(answer.errorCode)) return answer
      if (attempt > 1) return { kind: 'signedOut' }
      const refreshed = await session.refresh(token)
      if (refreshed === 'signedOut') return { kind: 'signedOut' }
      if (refreshed === 'unreachable') return { kind: 'undelivered', why: 'token refresh' }
    }
  }
}

function readStoreAnswer<T>(
  result: Extract<HttpResult, { kind: 'answer' }>,
  schema: z.ZodType<T>,
): StoreAnswer<T> {
  const { status, headers, body } = result
  const json = cutTexts(parseJson(body))
  if (status >= 200 && status < 300) {
    const envelope = dataEnvelopeSchema.safeParse(json)
    const data = envelope.success ? schema.safeParse(envelope.data.data) : null
    return data?.success === true
      ? { kind: 'ok', data: data.data }
      : { kind: 'unanswered', why: 'answer not understood' }
  }
  const error = errorEnvelopeSchema.safeParse(json)
  const errorCode = error.data?.error.errorCode ?? null
  if (status === 429 && (errorCode === null || !businessAs429.has(errorCode))) {
    return { kind: 'limited', retryAfterMs: retryAfter(headers) }
  }
  if (errorCode === null || status >= 500) return { kind: 'unanswered', why: `status ${String(status)}` }
  return { kind: 'refused', errorCode, words: error.data?.error.message ?? '' }
}

function remainingIn(headers: Headers): number | null {
  const remaining = headers.get('x-ratelimit-remaining')
  return remaining !== null && /^\d+$/.test(remaining) ? Number(remaining) : null
}

/** Longer than this no limiter is believed. */
const longestRetryMs = 15 * 60_000

/** How long the limiter asks to be left alone; 0 where it does not say. A time of day is told by the answer's own clock. */
function retryAfter(headers: Headers): number {
  const said = headers.get('retry-after') ?? ''
  const ms = /^\d+(\.\d+)?$/.test(said)
    ? Number(said) * 1000
    : Date.parse(said) - Date.parse(headers.get('date') ?? '')
  return ms > 0 ? Math.min(ms, longestRetryMs) : 0
}
