import { z } from 'zod'
import { askedFor, intentKinds, rulesOf } from '../domain/intents/registry.ts'

const namesItsOrder = z.looseObject({ orderNo: z.string().regex(/^\d{1,32}$/) })

/**
 * Something that the store is to be told and that is asked for by itself: one of the kinds in `askedFor`, with a payload
 * that names its order and is otherwise what the kind says.
 */
export const askedIntentSchema = z
  .strictObject({ kind: z.enum(intentKinds), payload: z.unknown() })
  .transform(({ kind, payload }, context) => {
    if (!askedFor.includes(kind)) {
      context.addIssue({ code: 'custom', path: ['kind'], message: `${kind} is not asked for by itself` })
      return z.NEVER
    }
    const own = rulesOf[kind].payload.safeParse(payload)
    const read = own.success ? namesItsOrder.safeParse(own.data) : own
    if (read.success) return { kind, payload: namesItsOrder.parse(read.data) }
    context.addIssue({ code: 'custom', path: ['payload'], message: z.prettifyError(read.error) })
    return z.NEVER
  })

export type AskedIntent = z.infer<typeof askedIntentSchema>
