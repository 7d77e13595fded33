import type { Acceptance } from '../../../shared/domain/packing/answer.ts'

/** What a packer does with the order on the desk, or with nothing of any order: no row of the queue looks different after it. */
const leaving: ReadonlySet<Acceptance['kind']> = new Set<Acceptance['kind']>([
  'itemScanned',
  'orderComplete',
  'itemTakenOut',
  'itemMoved',
  'itemIdentified',
  'restTaken',
  'undone',
  'takeOutNext',
  'calledOff',
  'noteWritten',
  'boxOpened',
  'boxSelected',
  'boxClosed',
  'boxesClosed',
  'boxEmptied',
  'boxTyped',
  'boxWeighed',
  'slipWanted',
  'signedIn',
  'signedOut',
  'personSaved',
  'placeWanted',
  'pinSet',
  'wentOn',
])

export const leavesQueue = (kind: Acceptance['kind']): boolean => leaving.has(kind)
