import { z } from 'zod'
import type { Content } from '../../orders/goods.ts'
import type { Section } from '../../orders/order.ts'

/** A call of the store that changes something: `path` is what follows `/orders/{orderNo}`. */
export type StoreCall = {
  method: 'POST' | 'PATCH' | 'DELETE'
  path: string
  body: Record<string, unknown> | null
}

/** What a store says it did: the code of a section it made, if any, and that section's items by its numbers for them. */
export type StepAnswer = { newSection: { code: string; items: Content[] } | null }

/** What a read-back shows of a write whose answer never came. */
export type Reading =
  /** It was done; `sectionCode` is the section the step worked on or made. */
  | { kind: 'applied'; sectionCode: string }
  | { kind: 'notApplied' }
  /** Someone else changed the same goods: neither done nor simply undone. */
  | { kind: 'conflict' }
  /** More than one story fits what is there. */
  | { kind: 'cannotTell' }

/** An order's sections before a write and as they are now; `taken` are known to be other intents' own. */
export type Comparison = { before: Section[]; now: Section[]; taken: readonly string[] }

type SectionStep = { kind: string; sectionCode: string }

/** One kind of write: everything the outbox has to know to send it, to read its answer, and to find out what became of it. */
export type WriteDefinition<S extends SectionStep> = {
  schema: z.ZodType<S>
  call: (step: S) => StoreCall
  answer: z.ZodType<StepAnswer>
  /** The part of the section it takes; null: all of it. */
  part: (step: S) => Content[] | null
  /** The section, or the part of it that was taken, once it is done. */
  done: (step: S, section: Section) => Section
  /**
   * Compares the order's sections before the write with what a read-back shows. Contents alone never decide: a section
   * counts as the step's work only if it was not there before, or is the one the step named, and what is left fits too.
   */
  reconcile: (step: S, comparison: Comparison) => Reading
}

export type Write = {
  call: (step: unknown) => StoreCall
  answer: z.ZodType<StepAnswer>
  part: (step: unknown) => Content[] | null
  done: (step: unknown, section: Section) => Section
  reconcile: (step: unknown, comparison: Comparison) => Reading
}

/** A write as the registry holds it: each parses the step it is given, so that writes of every shape stand side by side. */
export function defineWrite<S extends SectionStep>(definition: WriteDefinition<S>): Write {
  const { schema, call, answer, part, done, reconcile } = definition
  return {
    call: (step) => call(schema.parse(step)),
    answer,
    part: (step) => part(schema.parse(step)),
    done: (step, section) => done(schema.parse(step), section),
    reconcile: (step, comparison) => reconcile(schema.parse(step), comparison),
  }
}

/** `/order-section/{code}` with what follows, for a path. */
export const sectionPath = (sectionCode: string, rest: string): string =>
  `/order-section/${encodeURIComponent(sectionCode)}/${rest}`

/** A call that answers with nothing but yes. */
export const yesAnswer: z.ZodType<StepAnswer> = z.literal(true).transform(() => ({ newSection: null }))

/** The section before and now; null where it is missing from either. */
export function bothOf(
  sectionCode: string,
  { before, now }: Comparison,
): { was: Section; is: Section } | null {
  const was = before.find((section) => section.code === sectionCode)
  const is = now.find((section) => section.code === sectionCode)
  return was === undefined || is === undefined ? null : { was, is }
}
