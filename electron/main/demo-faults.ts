import { z } from 'zod'
import {
  demoCalls,
  plainFaults,
  type ArmedFault,
  type DemoCalls,
  type DemoFaultKind,
  type DemoMisbehaviour,
} from '../../shared/contract/demo.ts'

/** One request to the control API, below its own path. */
export type ControlCall = { method: 'GET' | 'POST' | 'DELETE'; path: string; body?: unknown }

type Match = { method?: string | undefined; path?: string | undefined }

/** How the control API is told which calls are meant: a method, and a part of the path. */
const matches: Record<DemoCalls, Match> = {
  any: {},
  boxes: { path: '/order-section/' },
  orders: { method: 'GET', path: '/orders' },
  signIn: { path: '/oauth2/token' },
}

/** What the control API calls each fault. */
const storeNames: Record<DemoFaultKind, string> = {
  latency: 'latency',
  noAnswer: 'no-answer',
  lostAnswer: 'lost-answer',
  deliveredTwice: 'delivered-twice',
  answeredTwice: 'answered-twice',
  serverError: 'server-error',
  rateLimited: 'rate-limited',
  truncatedBody: 'truncated-body',
  notJson: 'not-json',
  missingField: 'missing-field',
  wrongType: 'wrong-type',
  slowTrickle: 'slow-trickle',
}

const faultKinds: readonly DemoFaultKind[] = ['latency', ...plainFaults, 'missingField', 'wrongType']

/** A value of a type that no field of the order API has. */
const wrongValue = [[true]]

/** The request by which the store is told to misbehave. */
export function misbehaviourCall(misbehaviour: DemoMisbehaviour): ControlCall {
  switch (misbehaviour.kind) {
    case 'refuse':
      return { method: 'POST', path: '/refuse', body: { seconds: misbehaviour.seconds } }
    case 'clockJump':
      return { method: 'POST', path: '/clock', body: { jumpSeconds: misbehaviour.minutes * 60 } }
    case 'expireTokens':
      return { method: 'POST', path: '/tokens/expire', body: { kind: misbehaviour.token } }
    default: {
      const { calls, times } = misbehaviour
      return {
        method: 'POST',
        path: '/faults',
        body: { ...matches[calls], times, fault: faultOf(misbehaviour) },
      }
    }
  }
}

function faultOf(fault: Extract<DemoMisbehaviour, { kind: DemoFaultKind }>): Record<string, unknown> {
  const kind = storeNames[fault.kind]
  switch (fault.kind) {
    case 'latency':
      return { kind, ms: fault.seconds * 1000 }
    case 'missingField':
      return { kind, path: fault.field }
    case 'wrongType':
      return { kind, path: fault.field, value: wrongValue }
    default:
      return { kind }
  }
}

const kindSchema = z.string().transform((name, context): DemoFaultKind => {
  const kind = faultKinds.find((known) => storeNames[known] === name)
  if (kind !== undefined) return kind
  context.addIssue(`a fault of an unknown kind: ${name}`)
  return z.NEVER
})

/** A fault as the control API lists it. */
export const armedRuleSchema = z.object({
  fault: z.object({ kind: kindSchema }),
  method: z.string().optional(),
  path: z.string().optional(),
  times: z.number(),
})

export function armedFault(rule: z.infer<typeof armedRuleSchema>): ArmedFault {
  const calls = demoCalls.find(
    (each) => matches[each].method === rule.method && matches[each].path === rule.path,
  )
  return { kind: rule.fault.kind, calls: calls ?? 'other', times: rule.times }
}
