import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { listenDemoStore } from '../../electron/demo-store/listen.ts'
import { createDemoStore } from '../../electron/demo-store/store.ts'
import { at } from './test-store.ts'
import { seededRandom } from '../../electron/demo-store/seed/seeded-random.ts'

const secret = 'only for tests'
const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

const listen = async () => {
  const scheduled: (() => void)[] = []
  const store = createDemoStore({
    file: ':memory:',
    clock: () => 1_000_000_000_000,
    random: seededRandom(3),
    rateLimit: 'off',
    controlSecret: secret,
    schedule: (_ms, run) => {
      scheduled.push(run)
    },
  })
  const listening = await listenDemoStore(store, { port: 0, host: '127.0.0.1' })
  open.push(async () => {
    store.control.clearFaults()
    await listening.close()
    store.close()
  })
  return { store, scheduled, url: listening.url, port: Number(new URL(listening.url).port) }
}

/** Sends bytes as they are, and resolves with what came back until the other side closed. */
const sendBytes = (port: number, bytes: string | Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (data: string) => {
      text += data
    })
    socket.on('close', () => {
      resolve(text)
    })
    socket.on('error', reject)
  })

const turn = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve)
  })

const control = (url: string, path: string, body: object): Promise<Response> =>
  fetch(`${url}/__control${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'x-control-secret': secret },
  })

describe('over HTTP', () => {
  test('answers in its envelope on the port it says', async () => {
    const { url } = await listen()
    const answer = await fetch(`${url}/orders/1`)
    expect(await answer.json()).toMatchObject({ statusCode: 401, error: { errorCode: 30105 } })
  })

  test.each([
    ['no HTTP at all', Buffer.from([0, 255, 10, 13, 1, 2])],
    ['a request line of nonsense', 'HELLO\r\n\r\n'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['a host that is none', 'GET / HTTP/1.1\r\nhost: a b c\r\n\r\n'],
    ['a backslash in the path', 'GET \\orders HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
    ['a path without a slash', 'GET orders HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
    ['half a percent sign', 'GET /orders/%E0%A4%A HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
    ['a length that is none', 'POST /oauth2/token HTTP/1.1\r\nhost: x\r\ncontent-length: many\r\n\r\n'],
  ])('%s gets an envelope error', async (_name, bytes) => {
    const { port, url } = await listen()
    const text = await sendBytes(port, bytes)
    const body: unknown = JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4))
    expect(at(body, 'error', 'message')).toEqual(expect.any(String))
    expect((await fetch(`${url}/nothing`)).status).toBe(404)
  })

  test('a body over 1 MiB is refused', async () => {
    const { url } = await listen()
    const body = 'x'.repeat(1024 * 1024 + 1)
    const answer = await fetch(`${url}/oauth2/token`, { method: 'POST', body })
    expect(answer.status).toBe(413)
  })

  test('a lost answer is a broken connection', async () => {
    const { store, url } = await listen()
    store.control.addFault({ fault: { kind: 'lost-answer' } })
    await expect(fetch(`${url}/site-info`)).rejects.toThrow()
    expect((await fetch(`${url}/site-info`)).status).toBe(401)
  })

  test('no answer holds the line until the caller hangs up', async () => {
    const { store, url } = await listen()
    store.control.addFault({ fault: { kind: 'no-answer' } })
    const giveUp = new AbortController()
    const asked = fetch(`${url}/site-info`, { signal: giveUp.signal })
    while (store.control.faults().length > 0) await turn()
    giveUp.abort()
    await expect(asked).rejects.toThrow()
    expect((await fetch(`${url}/site-info`)).status).toBe(401)
  })

  test('an answer can come twice on the wire', async () => {
    const { store, port } = await listen()
    store.control.addFault({ fault: { kind: 'answered-twice' } })
    const text = await sendBytes(port, 'GET /site-info HTTP/1.1\r\nhost: x\r\n\r\n')
    expect(text.split('HTTP/1.1 401').length - 1).toBe(2)
  })

  test('connections are really refused for a while, and then accepted on the same port', async () => {
    const { scheduled, url } = await listen()
    expect((await control(url, '/refuse', { seconds: 30 })).status).toBe(200)
    const runNext = async (until: () => Promise<boolean>) => {
      scheduled.shift()?.()
      while (!(await until())) {
        await turn()
      }
    }
    const isRefused = () =>
      fetch(`${url}/site-info`).then(
        () => false,
        () => scheduled.length > 0,
      )
    await runNext(isRefused)
    await expect(fetch(`${url}/site-info`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    await runNext(() =>
      sendBytes(Number(new URL(url).port), '').then(
        () => true,
        () => false,
      ),
    )
  })
})
