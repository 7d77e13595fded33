import { describe, expect, it } from 'vitest'
import { fetchTransport, type HttpRequest } from '../../../electron/station/imweb/transport.ts'

const request: HttpRequest = {
  method: 'POST',
  url: 'http://store.test/orders/1',
  headers: { authorization: 'Bearer secret' },
  body: '{"a":1}',
  timeoutMs: 10_000,
}

const mebibyte = 1024 * 1024

const failing = (error: Error) => fetchTransport(() => Promise.reject(error))(request)
const answering = (response: Response) => fetchTransport(() => Promise.resolve(response))(request)

const fault = (code: string, syscall?: string): Error =>
  Object.assign(new Error(`${syscall ?? 'it'} failed`), { code }, syscall === undefined ? {} : { syscall })

/** As Node's fetch wraps what went wrong. */
const fetchFailed = (cause: unknown): Error => new TypeError('fetch failed', { cause })

describe('before a connection stands nothing can have been delivered', () => {
  it.each([
    ['ECONNREFUSED', 'connect'],
    ['ETIMEDOUT', 'connect'],
    ['ENETUNREACH', 'connect'],
    ['EHOSTUNREACH', 'connect'],
    ['ENETDOWN', 'connect'],
    ['ECONNRESET', 'connect'],
    ['ENOTFOUND', 'getaddrinfo'],
    ['EAI_AGAIN', 'getaddrinfo'],
  ])('%s of %s', async (code, syscall) => {
    expect(await failing(fetchFailed(fault(code, syscall)))).toEqual({ kind: 'undelivered', why: code })
  })

  it('a connection that takes too long to stand', async () => {
    const code = 'UND_ERR_CONNECT_TIMEOUT'
    expect(await failing(fetchFailed(fault(code)))).toEqual({ kind: 'undelivered', why: code })
  })

  it('every address of the store tried, none of them reached', async () => {
    const cause = new AggregateError([fault('ETIMEDOUT', 'connect'), fault('ECONNREFUSED', 'connect')])
    expect(await failing(fetchFailed(cause))).toEqual({ kind: 'undelivered', why: 'ETIMEDOUT' })
  })
})

describe('once it stands, anything may have been delivered', () => {
  it.each([
    ['ECONNRESET', 'read'],
    ['ECONNRESET', 'write'],
    ['EPIPE', 'write'],
    ['ETIMEDOUT', 'read'],
    // A connection that stood and lost its way: the kernel says so only when it has given up sending again.
    ['EHOSTUNREACH', 'read'],
    ['ENETUNREACH', 'write'],
    ['ENETDOWN', 'read'],
    ['ECONNREFUSED', 'read'],
  ])('%s of %s', async (code, syscall) => {
    expect(await failing(fetchFailed(fault(code, syscall)))).toEqual({ kind: 'unanswered', why: code })
  })

  it.each([
    'UND_ERR_SOCKET',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_BODY_TIMEOUT',
    'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
    'UND_ERR_ABORTED',
    'HPE_INVALID_CONSTANT',
    'ECONNRESET',
  ])('%s', async (code) => {
    expect(await failing(fetchFailed(fault(code)))).toEqual({ kind: 'unanswered', why: code })
  })

  it.each([0, 1])('one of the addresses tried may have been reached, number %i of them', async (at) => {
    const errors = [fault('ECONNREFUSED', 'connect'), fault('ECONNREFUSED', 'connect')]
    errors[at] = fault('ECONNRESET', 'read')
    expect(await failing(fetchFailed(new AggregateError(errors)))).toEqual({
      kind: 'unanswered',
      why: 'ECONNRESET',
    })
  })

  it.each([
    ['no errors at all', fetchFailed(new AggregateError([])), 'UNKNOWN'],
    ['something else than errors', fetchFailed(new AggregateError(['ECONNREFUSED'])), 'UNKNOWN'],
    ['an error without a code', fetchFailed(new RangeError('odd')), 'RangeError'],
    ['a cause that is none', fetchFailed('ECONNREFUSED'), 'TypeError'],
    ['a code that is no text', fetchFailed(Object.assign(new Error('odd'), { code: 111 })), 'Error'],
    ['the desk’s own patience', new DOMException('too long', 'TimeoutError'), 'TimeoutError'],
  ])('%s', async (_what, error, why) => {
    expect(await failing(error)).toEqual({ kind: 'unanswered', why })
  })
})

describe('an answer', () => {
  it('is handed on whole: status, headers and text, letters that fall between two pieces included', async () => {
    const bytes = new TextEncoder().encode('{"이름":"가"}')
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    const result = await answering(new Response(pieces, { status: 418, headers: { 'x-left': '3' } }))
    expect(result).toMatchObject({ kind: 'answer', status: 418, body: '{"이름":"가"}' })
    expect(result.kind === 'answer' && result.headers.get('x-left')).toBe('3')
  })

  it('without a body is empty', async () => {
    expect(await answering(new Response(null, { status: 204 }))).toMatchObject({ status: 204, body: '' })
  })

  it('of 16 MiB is read', async () => {
    const result = await answering(new Response('x'.repeat(16 * mebibyte)))
    expect(result.kind === 'answer' && result.body.length).toBe(16 * mebibyte)
  })

  it('of a byte more is not: it is given up, and what it said stays unknown', async () => {
    let given = 0
    let cancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1
        controller.enqueue(new Uint8Array(mebibyte + (given === 1 ? 1 : 0)))
      },
      cancel() {
        cancelled = true
      },
    })
    expect(await answering(new Response(endless))).toEqual({ kind: 'unanswered', why: 'answer too large' })
    expect(cancelled).toBe(true)
    expect(given).toBeLessThan(20)
  })
})

it('a request goes out as it is asked for', async () => {
  const seen: { url: string; init: RequestInit | undefined }[] = []
  const transport = fetchTransport((url, init) => {
    seen.push({ url: url instanceof Request ? url.url : url.toString(), init })
    return Promise.resolve(new Response('{}'))
  })
  await transport(request)
  const { method, url, headers, body } = request
  expect(seen).toMatchObject([{ url, init: { method, headers, body, redirect: 'manual' } }])
})
