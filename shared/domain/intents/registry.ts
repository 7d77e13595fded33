import type { IntentKindRules } from './kinds/kind.ts'
import { correctWaybill } from './kinds/correct-waybill.ts'
import { dispatch } from './kinds/dispatch.ts'
import { handOver } from './kinds/hand-over.ts'

/** Everything a desk can promise to bring about at the store. Each is defined in a file of its own in `kinds/`. */
export const intentKinds = ['dispatch', 'handOver', 'correctWaybill'] as const

export type IntentKind = (typeof intentKinds)[number]

export const rulesOf: Record<IntentKind, IntentKindRules> = { dispatch, handOver, correctWaybill }
