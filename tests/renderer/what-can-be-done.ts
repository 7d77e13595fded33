import type { BoxView, DeskView } from '../../shared/contract/snapshot.ts'

/** What can be done with a box by its state, as the station says it of one that the store has been told of. */
export const possibleWith = ({
  number,
  state,
  units,
}: Pick<BoxView, 'number' | 'state' | 'units'>): BoxView['can'] => {
  const fixed = state === 'voided' ? 'givenUpBox' : 'alreadySealed'
  const change = state === 'open' || state === 'closed' ? null : ({ kind: fixed, box: number } as const)
  const empty = units === 0 ? ({ kind: 'emptyBox', box: number } as const) : null
  return {
    select: change,
    empty: change ?? empty,
    reopen: state === 'sealed' ? { kind: 'reportedAlready', box: number } : { kind: 'noBox' },
    printSlip: state === 'voided' ? change : empty,
    takeOut: change ?? empty,
    moveTo: [],
  }
}

/** Everything can be done but what the order and its boxes speak against. */
export function possible({
  boxes,
  drift,
  standing,
}: Pick<DeskView, 'boxes' | 'drift' | 'standing'>): DeskView['can'] {
  const unsealed = boxes.filter(({ can }) => can.takeOut === null).map(({ number }) => number)
  return {
    closeBox: null,
    nextBox: null,
    sealAll: null,
    emptyBox: null,
    reopen: null,
    printSlip: null,
    takeRest: null,
    takeOut: null,
    countItem: null,
    typeBox: null,
    weighBox: null,
    undo: null,
    putDown: unsealed.length === 0 ? null : { kind: 'unsealedGoods', boxes: unsealed },
    handOver: null,
    takeOverChanges: standing === 'ready' && drift !== null ? null : { kind: 'nothingToDo' },
    boxes: { reopen: null, printSlip: null },
  }
}

/** The step that goes with what is shown, where a test does not say which. */
export function stepFor(shown: Omit<DeskView, 'next' | 'can'>): DeskView['next'] {
  const box = shown.boxes.find(({ id }) => id === shown.currentBoxId)?.number ?? 1
  if (shown.standing !== 'ready') return { kind: 'stop', standing: shown.standing }
  if (shown.drift !== null) return { kind: 'changed' }
  const over = shown.lines.filter(({ done, needed }) => done > needed).map(({ itemNo }) => itemNo)
  const removable = shown.boxes.filter(({ can }) => can.takeOut === null).flatMap(({ contents }) => contents)
  if (removable.some(({ itemNo }) => over.includes(itemNo))) return { kind: 'takeOut' }
  switch (shown.expecting) {
    case 'nothing':
      return { kind: 'orderComplete' }
    case 'item':
      return { kind: 'scanGoods', left: shown.unitsNeeded - shown.unitsDone, box }
    case 'serial':
    case 'lot':
      return { kind: shown.expecting, name: shown.identify?.name ?? '' }
    case 'boxType':
    case 'weight':
      return { kind: shown.expecting, box }
    case 'invoice':
      return { kind: shown.registered === null ? 'scanWaybill' : 'scanRegistered', box }
  }
}
