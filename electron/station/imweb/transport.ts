/** One HTTP request, as the station makes it. */
export type HttpRequest = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  url: string
  headers: Record<string, string>
  body: string | null
  timeoutMs: number
}

/**
 * What came of it. undelivered: the store cannot have seen it · unanswered: it may have, and may have acted on it.
 * `why` is for the log; it holds no secret.
 */
export type HttpResult =
  | { kind: 'answer'; status: number; headers: Headers; body: string }
  | { kind: 'undelivered'; why: string }
  | { kind: 'unanswered'; why: string }

export type Transport = (request: HttpRequest) => Promise<HttpResult>

/** The largest answer that is read: a page of 100 orders is far below it. */
const largestAnswer = 16 * 1024 * 1024

/** What the system was doing while no connection stood yet; the same codes may come of reading and writing on one that did. */
const beforeSending = new Set(['connect', 'getaddrinfo'])

/** `fetch` gave up on connecting by itself. */
const connectTimeout = 'UND_ERR_CONNECT_TIMEOUT'

/** A transport over a `fetch`. Redirects are not followed: the token goes to the store's own address only. */
export function fetchTransport(fetchFunction: typeof fetch): Transport {
  return async ({ method, url, headers, body, timeoutMs }) => {
    try {
      const signal = AbortSignal.timeout(timeoutMs)
      const response = await fetchFunction(url, { method, headers, body, redirect: 'manual', signal })
      const text = await readBody(response)
      if (text === null) return { kind: 'unanswered', why: 'answer too large' }
      return { kind: 'answer', status: response.status, headers: response.headers, body: text }
    } catch (error) {
      const cause = causeOf(error)
      return { kind: wasNotSent(cause) ? 'undelivered' : 'unanswered', why: codeOf(cause) }
    }
  }
}

async function readBody(response: Response): Promise<string | null> {
  if (response.body === null) return ''
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  const stream: ReadableStream<Uint8Array<ArrayBuffer>> = response.body
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > largestAnswer) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}

/** What `fetch` failed on. Of several addresses tried, one that a request may have gone to decides. */
function causeOf(error: unknown): unknown {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof AggregateError)) return cause
  const tried: unknown[] = cause.errors
  return tried.find((each) => !wasNotSent(each)) ?? tried[0]
}

function wasNotSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('syscall' in error && typeof error.syscall === 'string') return beforeSending.has(error.syscall)
  return codeOf(error) === connectTimeout
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
