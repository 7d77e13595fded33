import { z } from 'zod'
import type { HttpRequest, HttpResult } from '../../electron/station/imweb/transport.ts'

/**
 * What the network does to one request. late: given up by the desk, and reaching the store only afterwards · slow: the
 * answer takes most of the time it has · twice: carried out twice, the second answer is seen · portal: a page to sign in on,
 * from somebody in between · limited: the store's limiter has had enough for now · tooLate: as late, but after every time that
 * is given to such a one · untrue: a yes in the store's own form to something that never reached it · strange: carried out, and
 * the answer to it names a section of somebody else's.
 */
export type Fault =
  | 'loseAnswer'
  | 'loseRequest'
  | 'refuseConnection'
  | 'garble'
  | 'serverError'
  | 'refuse'
  | 'none'
  | 'late'
  | 'slow'
  | 'twice'
  | 'portal'
  | 'limited'
  | 'tooLate'
  | 'untrue'
  | 'strange'

export type SeenCall = { method: string; path: string }

export type NetworkParts = {
  /** The store at the other end. */
  answer: (request: Request) => Promise<Response>
  /** Decides for every request that no planned fault is meant for. */
  chance: (call: SeenCall) => Fault
  /** Told of every call that may be carried out: not of one that never leaves, or that the store does not let in. */
  mayBeDone?: (call: SeenCall) => void
  /** Time passing outside the desk's process. */
  pass: (ms: number) => Promise<void>
  random: () => number
  now: () => number
  /** How long the desk waits for an answer, and how late a write may still land. */
  timing: { timeoutMs: number; settleMs: number }
}

/** The wire between desk and store: it can be cut, and what it does to a request can be planned. */
export function createNetwork({ answer, chance, mayBeDone, pass, random, now, timing }: NetworkParts) {
  let cut = false
  let underWay = 0
  /** What reached the wire. */
  const calls: SeenCall[] = []
  /** When the store's limiter turned the desk away. */
  const limited: number[] = []
  const planned: { match: (call: SeenCall) => boolean; fault: Fault }[] = []

  async function ask({ method, url, headers, body }: HttpRequest): Promise<HttpResult> {
    underWay += 1
    try {
      const response = await answer(new Request(url, { method, headers, ...(body === null ? {} : { body }) }))
      if (response.status === 429) limited.push(now())
      return {
        kind: 'answer',
        status: response.status,
        headers: response.headers,
        body: await response.text(),
      }
    } finally {
      underWay -= 1
    }
  }

  function faultFor(call: SeenCall): Fault {
    const index = planned.findIndex(({ match }) => match(call))
    if (index !== -1) return planned.splice(index, 1)[0]?.fault ?? 'none'
    return chance(call)
  }

  async function transport(request: HttpRequest): Promise<HttpResult> {
    const call = { method: request.method, path: new URL(request.url).pathname }
    const fault = faultFor(call)
    if (cut || fault === 'refuseConnection') return { kind: 'undelivered', why: 'ECONNREFUSED' }
    if (fault === 'loseRequest' || fault === 'late') mayBeDone?.(call)
    if (fault === 'loseRequest') return { kind: 'unanswered', why: 'TimeoutError' }
    if (fault === 'late') {
      await pass(timing.timeoutMs)
      void pass(timing.settleMs * 0.9 * random()).then(() => ask(request))
      return { kind: 'unanswered', why: 'TimeoutError' }
    }
    if (fault === 'tooLate') {
      void pass(timing.timeoutMs + 4 * timing.settleMs).then(() => ask(request))
      return { kind: 'unanswered', why: 'TimeoutError' }
    }
    if (fault === 'portal') return portalPage
    if (fault === 'untrue') return yes({ isNewSection: 'N' })
    if (fault === 'limited') return tooMany
    calls.push(call)
    if (fault === 'serverError' || fault === 'refuse') mayBeDone?.(call)
    if (fault === 'serverError') return { kind: 'answer', status: 500, headers: new Headers(), body: 'oops' }
    if (fault === 'refuse') return refusal()
    if (fault === 'twice') await ask(request)
    const result = await ask(request)
    if (result.kind !== 'answer' || !notLetIn.has(result.status)) mayBeDone?.(call)
    if (fault === 'slow') await pass(timing.timeoutMs * 0.9 * random())
    if (fault === 'strange') return yes(strangeSection(request.body))
    if (fault === 'loseAnswer') return { kind: 'unanswered', why: 'ECONNRESET' }
    if (result.kind === 'answer' && fault === 'garble')
      return { ...result, body: result.body.slice(0, result.body.length / 2) }
    return result
  }

  return {
    transport,
    calls,
    limited,
    isCut: (): boolean => cut,
    isBusy: (): boolean => underWay > 0,
    setCut(next: boolean): void {
      cut = next
    },
    /** The next call that matches suffers the fault. */
    plan(fault: Fault, match: (call: SeenCall) => boolean): void {
      planned.push({ fault, match })
    },
  }
}

/** Not signed in, or too many calls. */
const notLetIn: ReadonlySet<number> = new Set([401, 429])

const portalPage: HttpResult = {
  kind: 'answer',
  status: 200,
  headers: new Headers(),
  body: '<!doctype html><title>Wi-Fi</title>',
}

const tooMany: HttpResult = {
  kind: 'answer',
  status: 429,
  headers: new Headers({ 'retry-after': '2' }),
  body: '',
}

const yes = (data: unknown): HttpResult => ({
  ...{ kind: 'answer', status: 200, headers: new Headers() },
  body: JSON.stringify({ statusCode: 200, data }),
})

const listed = z.object({ orderSectionItemDataList: z.array(z.unknown()) })

/** As if the goods asked for had become a section that the order does not have. */
function strangeSection(body: string | null): unknown {
  const { orderSectionItemDataList } = listed.parse(JSON.parse(body ?? '{}'))
  const newSectionData = { orderSectionCode: 'os20990101ffffffffffff', orderSectionItemDataList }
  return { isNewSection: 'Y', newSectionData }
}

/** What the store says where a section cannot be made ready to ship. */
function refusal(): HttpResult {
  const error = { errorCode: 30077, message: '배송대기로 바꿀 수 없습니다.', data: [] }
  const body = JSON.stringify({ statusCode: 400, error })
  return { kind: 'answer', status: 400, headers: new Headers(), body }
}
