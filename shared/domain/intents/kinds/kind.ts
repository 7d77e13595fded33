import type { z } from 'zod'
import type { Goods } from '../../orders/goods.ts'
import type { Invoice, Order } from '../../orders/order.ts'
import type { PackingEvent } from '../../packing/log/events.ts'
import type { StoreHabits } from '../habits.ts'
import type { ProblemKind } from '../problem.ts'
import type { Step } from '../step.ts'

/** What is left to do for an intent. `section`: the section known to be its own from here on. */
export type NextStep =
  | { kind: 'send'; step: Step; section: string | null }
  | { kind: 'done'; section: string | null }
  | { kind: 'stuck'; problem: ProblemKind }

/** What is known when an intent's next step is asked for. */
export type IntentStanding = {
  order: Order
  /** The section that is the intent's own, or its box's; null before there is one. */
  section: string | null
  /** Sections that are other boxes' own. */
  taken: readonly string[]
  habits: StoreHabits
  /** Problems that a person has seen and wants the intent to go on in spite of. */
  accepted: readonly ProblemKind[]
}

/** What an intent is about, as lists name it. */
type IntentSubject = { invoice: Invoice | null; goods: Goods | null; section: string | null }

export type KindDefinition<P> = {
  /** What is frozen when the intent is given. */
  payload: z.ZodType<P>
  /** What it is about, as far as the payload says. */
  subject: (payload: P) => Partial<IntentSubject>
  /**
   * Asked again after every answer, with the order brought up to date, it walks the intent to its end by the fewest
   * calls. It decides from what the store shows, never from what was sent.
   */
  nextStep: (payload: P, standing: IntentStanding) => NextStep
  /** What a person may insist on by letting it be tried again; nothing where it does not say. */
  acceptable?: readonly ProblemKind[]
  /** What the packing log is told once the store has done it; nothing where it does not say. */
  confirmed?: (payload: P) => PackingEvent[]
  /**
   * What becomes of its box when a person gives it up; `mayBeDone`: a write of it may have been carried out. One that is
   * about no box leaves it out: the log is told that it was given up, and nothing else.
   */
  givenUp?: (payload: P, reason: string, mayBeDone: boolean) => PackingEvent
}

export type IntentKindRules = {
  payload: z.ZodType
  subject: (payload: unknown) => IntentSubject
  nextStep: (payload: unknown, standing: IntentStanding) => NextStep
  acceptable: readonly ProblemKind[]
  confirmed: (payload: unknown) => PackingEvent[]
  /** Null where it leaves nothing else behind. */
  givenUp: (payload: unknown, reason: string, mayBeDone: boolean) => PackingEvent | null
}

/** A kind as the registry holds it: each parses the payload it is given, so that kinds of every shape stand side by side. */
export function defineKind<P>(definition: KindDefinition<P>): IntentKindRules {
  const { payload: schema, subject, nextStep, acceptable = [], confirmed, givenUp } = definition
  return {
    payload: schema,
    subject: (payload) => ({ ...nothing, ...subject(schema.parse(payload)) }),
    nextStep: (payload, standing) => nextStep(schema.parse(payload), standing),
    acceptable,
    confirmed: (payload) => confirmed?.(schema.parse(payload)) ?? [],
    givenUp: (payload, reason, mayBeDone) => givenUp?.(schema.parse(payload), reason, mayBeDone) ?? null,
  }
}

const nothing: IntentSubject = { invoice: null, goods: null, section: null }

export const stuck = (problem: ProblemKind): NextStep => ({ kind: 'stuck', problem })
