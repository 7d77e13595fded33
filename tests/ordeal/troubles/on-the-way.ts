import type { HttpResult } from '../../../electron/station/imweb/transport.ts'
import type { Strike } from '../road.ts'

/** What happens to a call between the desk and the store: whether and when it arrives, and whether the desk hears of it. */

const broken: HttpResult = { kind: 'unanswered', why: 'ECONNRESET' }
const timedOut: HttpResult = { kind: 'unanswered', why: 'TimeoutError' }

const page = (status: number, title: string): HttpResult => ({
  kind: 'answer',
  status,
  headers: new Headers({ 'content-type': 'text/html' }),
  body: `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
})

/** It arrives; the desk does not hear what was answered. */
export const answerLost: Strike = async (request, { atStore, time, chance }) => {
  await atStore.carryOut(request)
  if (chance.is(0.5)) return broken
  await time.pass(request.timeoutMs)
  return timedOut
}

export const requestLost: Strike = async (request, { time, chance }) => {
  if (chance.is(0.5)) return broken
  await time.pass(request.timeoutMs)
  return timedOut
}

/** The desk gives it up; it arrives seconds to four minutes after it was sent. */
export const arrivesLate: Strike = async (request, { atStore, time, chance, note }) => {
  const lateMs = 3_000 + chance.below(chance.is(0.5) ? 60_000 : 237_000)
  note(`    arrives in ${String(Math.round(lateMs / 1000))} s`)
  time.after(lateMs, () => {
    note(`    arrives now: ${request.method} ${request.url} ${request.body ?? ''}`)
    void atStore.carryOut(request)
  })
  await time.pass(Math.min(request.timeoutMs, lateMs))
  return timedOut
}

/** A gateway gives up on the store, which does what it was asked all the same: by then, or within a minute. */
export const finishesBehindGateway: Strike = async (request, { atStore, time, chance, note }) => {
  if (chance.is(0.6)) await atStore.carryOut(request)
  else {
    time.after(1_000 + chance.below(59_000), () => {
      note(`    done now: ${request.method} ${request.url}`)
      void atStore.carryOut(request)
    })
  }
  await time.pass(chance.below(5_000))
  return page(502, '502 Bad Gateway')
}

/** A proxy hands it on once more, a moment later. */
export const arrivesTwice: Strike = async (request, { atStore, time, chance, note }) => {
  const result = await atStore.carryOut(request)
  time.after(100 + chance.below(chance.is(0.5) ? 2_000 : 20_000), () => {
    void atStore.carryOut(request).then((again) => {
      note(
        `    arrived again: ${request.method} ${request.url}: ${again.kind === 'answer' ? String(again.status) : ''}`,
      )
    })
  })
  return result
}

/** Somebody in between has had enough of calls; sometimes it says for how long. */
export const turnedAway: Strike = async (_request, { chance }) => ({
  kind: 'answer',
  status: 429,
  headers: chance.is(0.5) ? new Headers({ 'retry-after': String(1 + chance.below(30)) }) : new Headers(),
  body: '',
})

export const notFound: Strike = async () => page(404, '404 Not Found')

export const signInPage: Strike = async () => page(200, 'Wi-Fi')
