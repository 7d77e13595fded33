import { z } from 'zod'

/** Ways in which a network, or the service behind it, misbehaves. */
const faultSchema = z.discriminatedUnion('kind', [
  /** The answer comes `ms` later. */
  z.object({ kind: z.literal('latency'), ms: z.number().min(0).max(600_000) }),
  /** No answer ever comes; the request may have been carried out all the same. */
  z.object({ kind: z.literal('no-answer'), isApplied: z.boolean().default(false) }),
  /** Carried out, and the connection breaks before the answer. */
  z.object({ kind: z.literal('lost-answer') }),
  /** Carried out twice, as when a proxy repeats a request; the second answer is seen. */
  z.object({ kind: z.literal('delivered-twice') }),
  /** Carried out once, its answer sent twice on the wire. */
  z.object({ kind: z.literal('answered-twice') }),
  z.object({ kind: z.literal('server-error'), isApplied: z.boolean().default(false) }),
  z.object({ kind: z.literal('rate-limited') }),
  /** Carried out; the body ends in the middle. */
  z.object({ kind: z.literal('truncated-body') }),
  /** Carried out; a page of HTML comes instead of the answer. */
  z.object({ kind: z.literal('not-json') }),
  /** Carried out; a field (dotted path into the envelope) is left out of the answer. */
  z.object({ kind: z.literal('missing-field'), path: z.string().min(1) }),
  /** Carried out; a field has another value than it should. */
  z.object({ kind: z.literal('wrong-type'), path: z.string().min(1), value: z.unknown() }),
  /** The body comes in pieces of `bytes`, one every `ms`. */
  z.object({
    kind: z.literal('slow-trickle'),
    bytes: z.number().int().min(1).default(16),
    ms: z.number().min(0).max(60_000).default(50),
  }),
])

export type Fault = z.infer<typeof faultSchema>

export const faultRuleSchema = z.object({
  fault: faultSchema,
  method: z.string().optional(),
  /** Any part of the path. */
  path: z.string().optional(),
  /** How many matching requests it hits; 0 hits all until the faults are cleared. */
  times: z.number().int().min(0).default(1),
  /** How many matching requests pass unharmed first. */
  skip: z.number().int().min(0).default(0),
})

export type FaultRule = z.infer<typeof faultRuleSchema>

/** The faults in force, in the order they were added. */
export const createFaultPlan = () => {
  let rules: { rule: FaultRule; skip: number; left: number }[] = []
  return {
    add(rule: z.input<typeof faultRuleSchema>): void {
      const parsed = faultRuleSchema.parse(rule)
      rules.push({ rule: parsed, skip: parsed.skip, left: parsed.times === 0 ? Infinity : parsed.times })
    },
    clear(): void {
      rules = []
    },
    list: (): readonly FaultRule[] => rules.map((r) => r.rule),
    /** The fault that hits this request, if one does; uses it up. */
    take(method: string, path: string): Fault | undefined {
      for (const entry of rules) {
        const { rule } = entry
        const isMeant =
          (rule.method === undefined || rule.method === method) &&
          (rule.path === undefined || path.includes(rule.path))
        if (!isMeant) continue
        if (entry.skip > 0) {
          entry.skip -= 1
          continue
        }
        entry.left -= 1
        if (entry.left <= 0) rules = rules.filter((r) => r !== entry)
        return rule.fault
      }
      return undefined
    },
  }
}

export type FaultPlan = ReturnType<typeof createFaultPlan>
