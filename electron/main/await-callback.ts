import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type Callback =
  | { kind: 'code'; code: string }
  /** `words`: the store's own. */
  | { kind: 'declined'; words: string | null }
  | { kind: 'portTaken' }
  /** The waiting was ended from outside. */
  | { kind: 'stopped' }

export type AwaitCallbackParts = {
  /** On 127.0.0.1; 0 for any that is free. */
  port: number
  path: string
  /** Only a callback with it counts: anybody on this machine could open the address. */
  state: string
  stop: AbortSignal
  /** The listener stands, on this port. */
  onListening: (port: number) => void
}

/** Waits for the browser to be sent back to this machine, tells the person in it what came of that, and listens no more. */
export function awaitCallback({
  port,
  path,
  state,
  stop,
  onListening,
}: AwaitCallbackParts): Promise<Callback> {
  return new Promise((resolve, reject) => {
    const end = (callback: Callback): void => {
      stop.removeEventListener('abort', onStop)
      server.close()
      resolve(callback)
    }
    const onStop = (): void => {
      server.closeAllConnections()
      end({ kind: 'stopped' })
    }
    const server = createServer((request, response) => {
      const callback = readCallback(request, path, state)
      if (callback === null) {
        reply(response, 404, '이 주소에는 아무것도 없습니다. · There is nothing here.')
        return
      }
      response.once('close', () => {
        end(callback)
      })
      reply(
        response,
        200,
        callback.kind === 'code'
          ? '승인되었습니다. Packdesk로 돌아가세요. · Agreed. Go back to Packdesk.'
          : '승인되지 않았습니다. Packdesk로 돌아가세요. · Not agreed. Go back to Packdesk.',
      )
    })
    server.once('error', (error) => {
      stop.removeEventListener('abort', onStop)
      if ('code' in error && error.code === 'EADDRINUSE') resolve({ kind: 'portTaken' })
      else reject(error)
    })
    if (stop.aborted) {
      resolve({ kind: 'stopped' })
      return
    }
    stop.addEventListener('abort', onStop)
    server.listen({ host: '127.0.0.1', port }, () => {
      const address = server.address()
      onListening(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Null for whatever is not the answer that is waited for. */
function readCallback(request: IncomingMessage, path: string, state: string): Callback | null {
  const { method, url = '' } = request
  if (method !== 'GET' || !URL.canParse(url, 'http://127.0.0.1')) return null
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1')
  if (pathname !== path || searchParams.get('state') !== state) return null
  const code = searchParams.get('code')
  if (code !== null && code !== '') return { kind: 'code', code }
  return { kind: 'declined', words: searchParams.get('message')?.slice(0, 200) ?? null }
}

function reply(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.end(`${words}\n`)
}
