import type { DeskView } from '../../../shared/contract/snapshot.ts'
import { currentBoxOf } from '../next-step/next-step.ts'

export type Deed = 'sealAll' | 'takeRest' | 'takeOut' | 'reopen' | 'printSlip'

/** What each deed would be done to; null where it can do nothing now. */
export type Deeds = {
  sealAll: true | null
  takeRest: true | null
  takeOut: true | null
  reopen: string | null
  printSlip: number | null
}

export function deedsOf(desk: DeskView): Deeds {
  const unsealed = desk.boxes.filter(
    (box) => (box.state === 'open' || box.state === 'closed') && box.units > 0,
  )
  const box = currentBoxOf(desk)
  const left = desk.unitsNeeded > desk.unitsDone
  return {
    sealAll: unsealed.length > 0 ? true : null,
    takeRest: left && box?.state !== 'closed' ? true : null,
    takeOut: unsealed.length > 0 ? true : null,
    reopen: desk.boxes.findLast((each) => each.reopenable)?.id ?? null,
    printSlip:
      (box !== null && box.units > 0 ? box : desk.boxes.findLast((each) => each.units > 0))?.number ?? null,
  }
}
