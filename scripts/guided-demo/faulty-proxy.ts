import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { createFaultDice, type CallFault, type FaultPlan } from './call-faults.ts'

/** How many calls came by, and how many of them suffered what. */
export interface FaultTally {
  readonly calls: number
  readonly struck: Readonly<Partial<Record<CallFault, number>>>
  /** Every fault in order: method, path, kind. */
  readonly list: readonly string[]
}

export interface FaultyProxy {
  readonly url: string
  /** What takes the network down for a moment where a call is to be refused. */
  readonly onOutage: (takeDown: (ms: number) => Promise<void>) => void
  readonly tally: () => FaultTally
  readonly close: () => Promise<void>
}

interface StoreAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: Buffer
}

const outageMs = 1_000
const slowMs = 1_500

/** Stands before a store and lets a share of all calls go wrong, by the plan's seed. */
export async function faultyProxyTo(target: string, plan: FaultPlan): Promise<FaultyProxy> {
  const faultFor = createFaultDice(plan)
  const list: string[] = []
  const struck: Partial<Record<CallFault, number>> = {}
  let calls = 0
  let outage = (_ms: number): Promise<void> => Promise.resolve()

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/' } = request
    const body = await bytesOf(request)
    calls += 1
    const fault = faultFor(method, path)
    if (fault !== null) {
      list.push(`${method} ${path.split('?', 1).join('')}: ${fault}`)
      struck[fault] = (struck[fault] ?? 0) + 1
    }
    const carriedOut = () => forward(target + path, method, request, body)
    switch (fault) {
      case null:
        send(response, await carriedOut())
        return
      case 'lostRequest':
        response.destroy()
        return
      case 'refused':
        response.destroy()
        await outage(outageMs)
        return
      case 'lostAnswer':
        await carriedOut()
        response.destroy()
        return
      case 'serverError':
        send(response, failure(500, 10000))
        return
      case 'serverErrorAfter':
        await carriedOut()
        send(response, failure(500, 10000))
        return
      case 'tooMany':
        send(response, failure(429, 429, { 'retry-after': '1' }))
        return
      case 'garbled': {
        const answer = await carriedOut()
        send(response, { ...answer, body: answer.body.subarray(0, Math.floor(answer.body.length / 2)) })
        return
      }
      case 'slow': {
        const answer = await carriedOut()
        await pause(slowMs)
        send(response, answer)
        return
      }
      case 'silence':
        await carriedOut()
    }
  }

  const server = createServer((request, response) => {
    // A caller that has gone, or a store that is stopping: either way this call is over.
    handle(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')

  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    onOutage: (takeDown) => {
      outage = takeDown
    },
    tally: () => ({ calls, struck: { ...struck }, list: [...list] }),
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function forward(
  url: string,
  method: string,
  request: IncomingMessage,
  body: Buffer,
): Promise<StoreAnswer> {
  const headers: Record<string, string> = {}
  for (const name of ['authorization', 'content-type', 'accept'] as const) {
    const value = request.headers[name]
    if (value !== undefined) headers[name] = value
  }
  const init = {
    method,
    headers,
    redirect: 'manual',
    ...(body.length === 0 ? {} : { body: body.toString('utf8') }),
  } as const
  const answer = await fetch(url, init)
  return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) }
}

/** The answer as it is, but for what belonged to its own way here. */
function send(response: ServerResponse, { status, headers, body }: StoreAnswer): void {
  for (const [name, value] of headers) {
    if (
      !['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding'].includes(name)
    ) {
      response.setHeader(name, value)
    }
  }
  response.setHeader('content-length', body.length)
  response.writeHead(status).end(body)
}

function failure(status: number, errorCode: number, headers: Record<string, string> = {}): StoreAnswer {
  const body = JSON.stringify({
    statusCode: status,
    error: { errorCode, message: '잠시 후 다시 시도해 주세요.', data: [] },
  })
  return {
    status,
    headers: new Headers({ 'content-type': 'application/json; charset=utf-8', ...headers }),
    body: Buffer.from(body),
  }
}
