import type { BoxView, DeskView, StationSnapshot } from '../../../shared/contract/snapshot.ts'
import type { Standing } from '../../../shared/domain/orders/standing.ts'
import type { NextStep } from '../../../shared/domain/packing/next-step.ts'

/** The one thing to do now: what is scanned first depends on how this desk works. */
export type StepShown = { kind: 'scanOrder' | 'scanWaybillFirst' | 'scanItemFirst' } | NextStep

const firstScans = {
  orderFirst: 'scanOrder',
  waybillFirst: 'scanWaybillFirst',
  oneItem: 'scanItemFirst',
} as const

export const stepShown = ({ desk, settings }: StationSnapshot): StepShown =>
  desk === null ? { kind: firstScans[settings.workMode] } : desk.next

/** Why the desk has to stop, if it has to. */
export const stopOf = ({ next }: DeskView): Exclude<Standing, 'ready'> | null =>
  next.kind === 'stop' ? next.standing : null

export const currentBoxOf = (desk: DeskView): BoxView | null =>
  desk.boxes.find((box) => box.id === desk.currentBoxId) ?? null
