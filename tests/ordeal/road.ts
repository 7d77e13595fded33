import type { HttpRequest, HttpResult, Transport } from '../../electron/station/imweb/transport.ts'
import type { Chance } from '../simulation/chance.ts'
import type { AtStore } from './at-store.ts'
import type { Time } from './time.ts'
import type { Trace } from './trace.ts'

/** An answer the store once gave. */
export type Given = { at: number; request: HttpRequest; result: Extract<HttpResult, { kind: 'answer' }> }

/** All that a trouble has to do with: the store behind it, time, and what was answered before. */
export type Road = {
  atStore: AtStore
  time: Time
  chance: Chance
  given: readonly Given[]
  note: (what: string) => void
}

/** Something that happens to a call on its way. */
export type Strike = (request: HttpRequest, road: Road) => Promise<HttpResult>

export type RoadParts = {
  name: string
  atStore: AtStore
  time: Time
  chance: Chance
  trace: Trace
  /** The trouble that this call meets, if it meets one. */
  meets: (request: HttpRequest) => { kind: string; strike: Strike } | null
}

/** How much is remembered of what was answered. */
const remembered = 200

const words = ({ method, url, body }: HttpRequest): string => {
  const { pathname, search } = new URL(url)
  const sent = method === 'GET' || body === null || pathname.startsWith('/oauth2') ? '' : ` ${body}`
  return `${method} ${pathname}${search}${sent}`
}

/** An answer on one line; of an order, only where its sections stand. */
const outcome = (result: HttpResult): string => {
  if (result.kind !== 'answer') return `${result.kind} (${result.why})`
  const sections = [...result.body.matchAll(/"(?:orderSectionStatus|invoiceNo)":"([^"]*)"/g)].map(
    ([, word]) => word,
  )
  if (sections.length > 0) return `${String(result.status)} [${sections.join(' ')}]`
  return `${String(result.status)} ${result.body.slice(0, 150).replaceAll('\n', ' ')}`
}

/** The way between one desk and the store, with real time passing on it. */
export function createRoad({ name, atStore, time, chance, trace, meets }: RoadParts) {
  let cableIsOut = false
  const isCut = () => cableIsOut
  const given: Given[] = []
  const note = (what: string): void => {
    trace.note(name, what)
  }

  async function carryOut(request: HttpRequest): Promise<HttpResult> {
    const result = await atStore.carryOut(request)
    if (result.kind === 'answer') {
      given.push({ at: time.now(), request, result })
      if (given.length > remembered) given.shift()
    }
    return result
  }

  async function travel(request: HttpRequest): Promise<HttpResult> {
    if (isCut()) return { kind: 'undelivered', why: 'ECONNREFUSED' }
    await time.pass(20 + chance.below(150))
    if (isCut()) return { kind: 'unanswered', why: 'ECONNRESET' }
    const met = meets(request)
    if (met !== null) note(`  ${met.kind} meets ${words(request)}`)
    const road = { atStore: { ...atStore, carryOut }, time, chance, given, note }
    const result = met === null ? await carryOut(request) : await met.strike(request, road)
    await time.pass(20 + chance.below(250))
    return isCut() ? { kind: 'unanswered', why: 'ECONNRESET' } : result
  }

  const transport: Transport = async (request) => {
    const isWrite = request.method !== 'GET'
    if (isWrite) note(`→ ${words(request)}`)
    const result = await travel(request)
    if (isWrite || result.kind !== 'answer' || !new URL(request.url).pathname.endsWith('/orders'))
      note(`← ${isWrite ? '' : `${words(request)}: `}${outcome(result)}`)
    return result
  }

  return {
    transport,
    cut(): void {
      cableIsOut = true
    },
    mend(): void {
      cableIsOut = false
    },
  }
}

export type RoadOfDesk = ReturnType<typeof createRoad>
