import type { Assumptions } from './assumptions.ts'
import { StoreError } from './errors.ts'
import type { Fault, FaultPlan } from './faults.ts'
import { errorAnswer } from './http/envelope.ts'
import { ConnectionLost, asHtml, trickled, truncated, withField } from './spoil.ts'

export interface Misbehaviour {
  readonly plan: FaultPlan
  /** Answers a request as the service would. */
  readonly answer: (request: Request) => Promise<Response>
  readonly schedule: (ms: number, run: () => void) => void
  readonly errorCodeType: Assumptions['errorCodeType']
}

/** Answers that a listener has to send twice on the wire. */
const sentTwice = new WeakSet<Response>()

export const isSentTwice = (answer: Response): boolean => sentTwice.has(answer)

/** Puts the planned faults between the service and who calls it. `end` breaks off requests that would never be answered. */
export const createMisbehaviour = (parts: Misbehaviour) => {
  const unanswered = new Set<(error: Error) => void>()

  const never = (request: Request): Promise<Response> =>
    new Promise((_resolve, reject) => {
      const breakOff = (error: Error): void => {
        unanswered.delete(breakOff)
        reject(error)
      }
      unanswered.add(breakOff)
      const { signal } = request
      const giveUp = (): void => {
        breakOff(new ConnectionLost('the caller gave up'))
      }
      if (signal.aborted) giveUp()
      else signal.addEventListener('abort', giveUp, { once: true })
    })

  const later = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      parts.schedule(ms, resolve)
    })

  const under = async (fault: Fault, request: Request): Promise<Response> => {
    switch (fault.kind) {
      case 'latency':
        await later(fault.ms)
        return parts.answer(request)
      case 'no-answer':
        if (fault.isApplied) await parts.answer(request.clone())
        return never(request)
      case 'lost-answer':
        await parts.answer(request)
        throw new ConnectionLost('the connection broke before the answer')
      case 'delivered-twice':
        await parts.answer(request.clone())
        return parts.answer(request)
      case 'answered-twice': {
        const answer = await parts.answer(request)
        sentTwice.add(answer)
        return answer
      }
      case 'server-error':
        if (fault.isApplied) await parts.answer(request)
        return errorAnswer(new StoreError(10000), parts.errorCodeType)
      case 'rate-limited':
        return errorAnswer(new StoreError(429), parts.errorCodeType)
      case 'truncated-body':
        return truncated(await parts.answer(request))
      case 'not-json':
        return asHtml(await parts.answer(request))
      case 'missing-field':
        return withField(await parts.answer(request), fault.path, (container, name) => {
          Reflect.deleteProperty(container, name)
        })
      case 'wrong-type':
        return withField(await parts.answer(request), fault.path, (container, name) => {
          container[name] = fault.value
        })
      case 'slow-trickle':
        return trickled(await parts.answer(request), fault.bytes, fault.ms, parts.schedule)
    }
  }

  return {
    answer: async (request: Request): Promise<Response> => {
      const fault = parts.plan.take(request.method, new URL(request.url).pathname)
      return fault === undefined ? parts.answer(request) : under(fault, request)
    },
    end: (): void => {
      for (const breakOff of [...unanswered]) breakOff(new ConnectionLost('the store is closed'))
    },
  }
}
