import { cjInvoiceNo } from '../../shared/domain/codes/courier-forms.ts'
import { deskDifferences, type Difference } from './compare.ts'
import { emptyLedger, type Action, type Ledger } from './ledger.ts'
import { deskOn, type Screen } from './screen.ts'

/** What a packer carries from one life of the app to the next. Nothing of it comes from the app's own files. */
export interface Memory {
  /** Which of the desks it is: each has its own roll of labels. */
  readonly roll: number
  ledger: Ledger
  /** What the desk may look like once more is known of the action whose answer never came. */
  inFlight: { readonly action: Action; readonly outcomes: readonly Ledger[] } | null
  /** Waybill labels by box, once taken from the roll. */
  readonly labels: Map<string, string>
  /** Orders of which the store may know more than this desk, since an older file was put back. */
  readonly knownToStore: Set<string>
  /** What the desk has to say of an older file, until a lead has gone on from it. */
  doubt: { readonly missing: number; readonly goOnAsked: boolean } | null
  /** Scans acknowledged, and events written, that older files put back have made missing, and been said to be. */
  saidMissing: number
  eventsMissing: number
  wentOn: number
  /** Scans that a full disk did not take. */
  refusedByDisk: number
  /** Orders the desk would not open; another one is taken instead. */
  readonly leftAlone: Set<string>
  readonly differences: Difference[]
  acknowledged: number
  byKeys: number
  /** Actions whose answer never came: found done, found not done. */
  doneUnanswered: number
  undoneUnanswered: number
}

export const newMemory = (roll = 1): Memory => ({
  roll,
  ledger: emptyLedger,
  inFlight: null,
  labels: new Map(),
  knownToStore: new Set(),
  doubt: null,
  saidMissing: 0,
  eventsMissing: 0,
  wentOn: 0,
  refusedByDisk: 0,
  leftAlone: new Set(),
  differences: [],
  acknowledged: 0,
  byKeys: 0,
  doneUnanswered: 0,
  undoneUnanswered: 0,
})

/** The waybill label for a box, taken from a roll on which every number is there once. */
export function labelFor(memory: Memory, orderNo: string, box: number): string {
  const key = `${orderNo}/${String(box)}`
  const known = memory.labels.get(key)
  if (known !== undefined) return known
  const label = cjInvoiceNo(`${String(70 - memory.roll)}${String(memory.labels.size + 1).padStart(9, '0')}`)
  memory.labels.set(key, label)
  return label
}

/**
 * Holds the screen after a restart against the memory. The action in flight may have been done or not: what the screen
 * shows decides, and is remembered. Anything else is a difference.
 */
export function recall(memory: Memory, screen: Screen): void {
  const desk = deskOn(screen)
  const { inFlight, ledger } = memory
  memory.inFlight = null
  if (inFlight === null || inFlight.action.kind === 'nonsense') {
    memory.differences.push(...deskDifferences(ledger, desk))
    return
  }
  const done = inFlight.outcomes.find((outcome) => deskDifferences(outcome, desk).length === 0)
  const before = deskDifferences(ledger, desk)
  if (before.length === 0) memory.undoneUnanswered += 1
  else if (done !== undefined) {
    memory.ledger = done
    memory.doneUnanswered += 1
  } else memory.differences.push(...before)
}
