import { createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { fetchTransport, type HttpResult } from '../../../electron/station/imweb/transport.ts'

const opened: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0)) await close()
})

/** A server on this machine that does to each request, once it has come, whatever a test wants. */
async function serverThat(act: (socket: Socket, request: string) => void) {
  const sockets = new Set<Socket>()
  const requests: string[] = []
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      requests.push(bytes.toString())
      act(socket, bytes.toString())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy()
      server.close(() => {
        resolve()
      })
    })
  opened.push(close)
  return { url: `http://127.0.0.1:${String(address.port)}`, requests, close }
}

const post = (url: string, timeoutMs = 20_000): Promise<HttpResult> =>
  fetchTransport(fetch)({
    method: 'POST',
    url: `${url}/orders/1`,
    headers: { authorization: 'Bearer secret' },
    body: '{}',
    timeoutMs,
  })

const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'

describe('what a real connection says', () => {
  it('nobody listens: not delivered', async () => {
    const { url, close } = await serverThat(() => undefined)
    await close()
    expect(await post(url)).toEqual({ kind: 'undelivered', why: 'ECONNREFUSED' })
  })

  it.each<[string, (socket: Socket) => void]>([
    ['the connection is reset', (socket) => socket.resetAndDestroy()],
    ['the connection is closed', (socket) => socket.end()],
    ['half a head', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-le')],
    ['half a body of a known length', (socket) => socket.end(`${head}content-length: 20\r\n\r\n{"data":`)],
    [
      'half a body in pieces',
      (socket) => socket.end(`${head}transfer-encoding: chunked\r\n\r\n8\r\n{"data":\r\n`),
    ],
    [
      'a reset in the middle of a body',
      (socket) => {
        socket.write(`${head}content-length: 20\r\n\r\n{"data":`, () => socket.resetAndDestroy())
      },
    ],
    ['something that is no HTTP', (socket) => socket.end('220 smtp ready\r\n')],
  ])('the request has come, and then %s: perhaps delivered', async (_what, act) => {
    const { url, requests } = await serverThat(act)
    expect(await post(url)).toMatchObject({ kind: 'unanswered' })
    expect(requests).toHaveLength(1)
  })

  it.each<[string, (socket: Socket) => void]>([
    ['no answer', () => undefined],
    ['an answer that never ends', (socket) => socket.write(`${head}content-length: 20\r\n\r\n{"data":`)],
  ])('%s: perhaps delivered, once the desk’s patience is over', async (_what, act) => {
    const { url, requests } = await serverThat(act)
    expect(await post(url, 300)).toEqual({ kind: 'unanswered', why: 'TimeoutError' })
    expect(requests).toHaveLength(1)
  })

  it('a kept connection is reset under the next request: perhaps delivered, and not sent again', async () => {
    let answered = 0
    const { url, requests } = await serverThat((socket) => {
      answered += 1
      if (answered === 1) socket.write(`${head}connection: keep-alive\r\ncontent-length: 2\r\n\r\n{}`)
      else socket.resetAndDestroy()
    })
    expect(await post(url)).toMatchObject({ kind: 'answer', status: 200, body: '{}' })
    expect(await post(url)).toMatchObject({ kind: 'unanswered' })
    expect(requests).toHaveLength(2)
  })
})

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])(
    '%i is an answer, and not followed: the token stays here',
    async (status) => {
      const elsewhere = await serverThat((socket) => socket.end(`${head}content-length: 2\r\n\r\n{}`))
      const store = await serverThat((socket) =>
        socket.end(
          `HTTP/1.1 ${String(status)} Moved\r\nlocation: ${elsewhere.url}/orders/1\r\ncontent-length: 0\r\n\r\n`,
        ),
      )
      expect(await post(store.url)).toMatchObject({ kind: 'answer', status, body: '' })
      expect(elsewhere.requests).toEqual([])
    },
  )
})
