import type { IntentKindRules } from './kinds/kind.ts'
import { correctWaybill } from './kinds/correct-waybill.ts'
import { dispatch } from './kinds/dispatch.ts'
import { handOver } from './kinds/hand-over.ts'

/** Everything a desk can promise to bring about at the store. Each is defined in a file of its own in `kinds/`. */
export const intentKinds = ['dispatch', 'handOver', 'correctWaybill'] as const

export type IntentKind = (typeof intentKinds)[number]

export const rulesOf: Record<IntentKind, IntentKindRules> = { dispatch, handOver, correctWaybill }

/**
 * The kinds that the window may ask for by themselves; their payload names its order. What is not named here is given only
 * by what is done with a box.
 */
export const askedFor: readonly IntentKind[] = []

/** The kind of that name; null where there is none, as in a log that a later version of the desk has written. */
export const kindNamed = (name: string): IntentKind | null =>
  intentKinds.find((kind) => kind === name) ?? null
