import { createServer, ServerResponse } from 'node:http'
import type { Server } from 'node:http'
import type { Http2Bindings, HttpBindings } from '@hono/node-server'
import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { isSentTwice } from './misbehave.ts'
import { ConnectionLost } from './spoil.ts'
import type { DemoStore } from './store.ts'

export interface ListeningStore {
  /** `http://host:port`, without a slash at the end. */
  readonly url: string
  /** Ends open connections and stops listening; the store itself stays open. */
  close(): Promise<void>
}

const badRequestBody = JSON.stringify({
  statusCode: 400,
  error: { errorCode: 10004, message: '읽을 수 없는 요청입니다.', data: [] },
})

const jsonType = 'application/json; charset=utf-8'

const badRequestBytes = [
  'HTTP/1.1 400 Bad Request',
  `content-type: ${jsonType}`,
  `content-length: ${String(Buffer.byteLength(badRequestBody))}`,
  'connection: close',
  '',
  badRequestBody,
].join('\r\n')

/** The time (ms) a control call gets to leave before connections are refused. */
const lastAnswers = 20

const start = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })

const sendAgain = async (answer: Response, outgoing: ServerResponse): Promise<void> => {
  const body = Buffer.from(await answer.arrayBuffer())
  const { socket } = outgoing
  outgoing.once('finish', () => {
    const head = `HTTP/1.1 ${String(answer.status)} OK\r\ncontent-type: ${jsonType}\r\ncontent-length: ${String(body.length)}\r\n\r\n`
    socket?.write(Buffer.concat([Buffer.from(head), body]))
  })
}

const answerOn =
  (store: DemoStore) =>
  async (request: Request, { outgoing }: HttpBindings | Http2Bindings): Promise<Response> => {
    try {
      const answer = await store.fetch(request)
      if (isSentTwice(answer) && outgoing instanceof ServerResponse) await sendAgain(answer.clone(), outgoing)
      return answer
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error
      outgoing.destroy()
      return RESPONSE_ALREADY_SENT
    }
  }

/** Serves a store over HTTP. Port 0 takes any free one. Whatever bytes come in, an envelope goes out. */
export const listenDemoStore = async (
  store: DemoStore,
  at: { readonly port: number; readonly host: '127.0.0.1' },
): Promise<ListeningStore> => {
  const listener = getRequestListener(answerOn(store), {
    overrideGlobalObjects: false,
    errorHandler: () => new Response(badRequestBody, { status: 400, headers: { 'content-type': jsonType } }),
  })
  const server = createServer({ requireHostHeader: false }, (incoming, outgoing) => {
    void listener(incoming, outgoing)
  })
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end(badRequestBytes)
    else socket.destroy()
  })
  await start(server, at.port, at.host)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the demo store has no port')
  const { port } = address
  let isClosed = false
  store.onRefuse((ms) => {
    store.schedule(lastAnswers, () => {
      void stop(server).then(() => {
        store.schedule(Math.max(0, ms - lastAnswers), () => {
          if (!isClosed) start(server, port, at.host).catch(store.onFault)
        })
      })
    })
  })
  return {
    url: `http://${at.host}:${String(port)}`,
    close: async () => {
      isClosed = true
      await stop(server)
    },
  }
}
