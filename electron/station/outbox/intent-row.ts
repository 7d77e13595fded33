import { z } from 'zod'
import { problemKinds } from '../../../shared/domain/intents/problem.ts'
import { intentKinds } from '../../../shared/domain/intents/registry.ts'
import { stepSchema } from '../../../shared/domain/intents/step.ts'
import { sectionSchema } from '../../../shared/domain/orders/order.ts'

const problemSchema = z.object({
  kind: z.enum(problemKinds),
  errorCode: z.string().nullable(),
  words: z.string().nullable(),
})

/** The last thing the store said, or did not say, of an intent. */
const lastAnswerSchema = z.object({ kind: z.string(), words: z.string().nullable(), at: z.number() })

/**
 * How an intent ended that the store did not confirm. handedOver: a person sees to it in the shop's own pages ·
 * discarded: given up · superseded: what it was about is given up, or seen to by a person.
 */
const handledSchema = z.object({
  how: z.enum(['handedOver', 'discarded', 'superseded']),
  reason: z.string(),
  at: z.number(),
})

/** reported: the store has said that it is done · confirmed: a later reading of the order has shown it. */
const intentStates = [
  'waiting',
  'sending',
  'unknown',
  'needsPerson',
  'reported',
  'confirmed',
  'handled',
] as const

export type IntentState = (typeof intentStates)[number]

/** JSON in a column, read through its schema. */
const json = <T>(schema: z.ZodType<T>) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema)

const flag = z.number().transform((value) => value === 1)

/** A row of `intents` as it is read. */
export const rowSchema = z.object({
  seq: z.number(),
  orderNo: z.string(),
  kind: z.enum(intentKinds),
  boxId: z.string().nullable(),
  boxNumber: z.number().nullable(),
  payload: json(z.unknown()),
  givenAt: z.number(),
  state: z.enum(intentStates),
  since: z.number(),
  nextAt: z.number(),
  attempts: z.number(),
  readFirst: flag,
  section: z.string().nullable(),
  step: json(stepSchema).nullable(),
  before: json(z.array(sectionSchema)).nullable(),
  sentAt: z.number().nullable(),
  problem: json(problemSchema).nullable(),
  lastAnswer: json(lastAnswerSchema).nullable(),
  accepted: json(z.array(z.enum(problemKinds))),
  handled: json(handledSchema).nullable(),
})
