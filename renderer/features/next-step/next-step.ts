import type { BoxView, DeskView, StationSnapshot } from '../../../shared/contract/snapshot.ts'
import type { Standing } from '../../../shared/domain/orders/standing.ts'
import { changeOf, surplusOf, unitsTooMany, type Surplus } from '../change/order-change.ts'

/** The one thing to do now. */
export type NextStep =
  /** What is scanned first depends on how this desk works. */
  | { kind: 'scanOrder' | 'scanWaybillFirst' | 'scanItemFirst' }
  /** Goods come out by scan. */
  | { kind: 'takeOutByScan' }
  | { kind: 'serial' | 'lot'; name: string }
  | { kind: 'boxType' | 'weight'; box: number }
  | { kind: 'stop'; standing: Exclude<Standing, 'ready'> }
  | { kind: 'changed'; desk: DeskView; drift: NonNullable<DeskView['drift']> }
  | { kind: 'takeOut'; orderNo: string; surplus: Surplus[] }
  | { kind: 'scanGoods'; left: number; box: number | null }
  | { kind: 'chooseCourier'; box: number }
  | { kind: 'scanWaybill'; box: number }
  /** The shop has said which waybill it is, courier and all. */
  | { kind: 'scanRegistered'; box: number; waybill: NonNullable<DeskView['registered']> }
  | { kind: 'selectBox'; box: number }
  | { kind: 'orderComplete' }

const firstScans = {
  orderFirst: 'scanOrder',
  waybillFirst: 'scanWaybillFirst',
  oneItem: 'scanItemFirst',
} as const

export function nextStepOf({ desk, courierIdx, settings }: StationSnapshot): NextStep {
  if (desk === null) return { kind: firstScans[settings.workMode] }
  const stopped = stopOf(desk)
  if (stopped !== null) return { kind: 'stop', standing: stopped }
  const drift = changeOf(desk)
  if (drift !== null) return { kind: 'changed', desk, drift }
  const surplus = surplusOf(desk).filter(({ held }) => held.some(({ removable }) => removable))
  if (surplus.length > 0) return { kind: 'takeOut', orderNo: desk.orderNo, surplus }
  if (desk.takingOut) return { kind: 'takeOutByScan' }
  if (desk.expecting === 'nothing') return { kind: 'orderComplete' }
  const box = currentBoxOf(desk)
  if (desk.expecting === 'serial' || desk.expecting === 'lot') {
    return { kind: desk.expecting, name: desk.identify?.name ?? '' }
  }
  if ((desk.expecting === 'boxType' || desk.expecting === 'weight') && box !== null) {
    return { kind: desk.expecting, box: box.number }
  }
  if (desk.expecting === 'invoice' && box !== null && desk.registered !== null) {
    return { kind: 'scanRegistered', box: box.number, waybill: desk.registered }
  }
  if (desk.expecting === 'invoice' && box !== null) {
    return { kind: courierIdx === null ? 'chooseCourier' : 'scanWaybill', box: box.number }
  }
  const tooMany = desk.lines.reduce((sum, line) => sum + unitsTooMany(line), 0)
  const left = desk.unitsNeeded - desk.unitsDone + tooMany
  const waiting = desk.boxes.find(
    (other) => other.state !== 'sealed' && other.units > 0 && other.id !== box?.id,
  )
  if (left === 0 && waiting !== undefined) return { kind: 'selectBox', box: waiting.number }
  return { kind: 'scanGoods', left, box: box?.state === 'open' ? box.number : null }
}

/**
 * Why the desk has to stop, if it has to. An order whose boxes are all sealed is `done` because they were sent from
 * here, and that is no reason to stop.
 */
export function stopOf(desk: DeskView): Exclude<Standing, 'ready'> | null {
  if (desk.standing === 'ready') return null
  return desk.standing === 'done' && desk.expecting === 'nothing' ? null : desk.standing
}

export const currentBoxOf = (desk: DeskView): BoxView | null =>
  desk.boxes.find((box) => box.id === desk.currentBoxId) ?? null
