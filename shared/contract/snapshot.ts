import type { OddField, Receiver } from '../domain/orders/order.ts'
import type { Standing } from '../domain/orders/standing.ts'
import type { ProblemKind } from '../domain/intents/problem.ts'
import type { IntentKind } from '../domain/intents/registry.ts'
import type { Step } from '../domain/intents/step.ts'
import type { Answer, Question } from '../domain/packing/answer.ts'
import type { Identity } from '../domain/packing/log/events.ts'
import type { Expecting } from '../domain/packing/expecting.ts'
import type { NextStep } from '../domain/packing/next-step.ts'
import type { BoxPossible, DeskPossible, Verdict } from '../domain/packing/possible.ts'
import type { CaptureKind } from '../domain/packing/goods/line.ts'
import type { ShippedWhen } from '../domain/packing/shipped-when.ts'
import type { SectionStatus } from '../domain/sections/status.ts'
import type { DoubtView } from './doubt.ts'
import type { FileLostView } from './file-lost.ts'
import type { SignedInView } from './people.ts'
import type { DeskSettings } from './settings.ts'

/** All times are milliseconds since 1970 (UTC), by the desk's clock. */
type Millis = number

export type LineView = {
  sectionCode: string
  sectionNo: string
  itemNo: string
  name: string
  /** "색상: 검정 / 크기: L"; '' where the product has no options. */
  options: string
  /** The codes a packer can read on the product, most specific first. */
  codes: string[]
  /** The path of its picture at the app itself, once that is here; null where there is none. */
  picture: string | null
  gift: boolean
  /** Need not be scanned: it goes along with the rest of its section. */
  exempt: boolean
  capture: CaptureKind | null
  /** May be counted by number. */
  countable: boolean
  needed: number
  done: number
  inCurrentBox: number
  /** Whether one more can go into the current box without a scan. */
  byHand: Verdict
}

/** How far the store has been told of a sealed box. */
export type DispatchView = {
  /**
   * reported: the store has said that it is done · confirmed: a later reading has shown it · handled: closed by a person,
   * because the store could not be told.
   */
  state: 'waiting' | 'sending' | 'unknown' | 'reported' | 'confirmed' | 'needsPerson' | 'handled'
  /** The section that the box has become, once known. */
  sectionCode: string | null
  sectionStatus: SectionStatus | null
  /** Since when it has been in this state. */
  since: Millis
  attempts: number
  problem: { kind: ProblemKind; errorCode: string | null; words: string | null } | null
}

export type BoxView = {
  id: string
  number: number
  state: 'open' | 'closed' | 'sealed' | 'voided'
  sectionNo: string | null
  contents: { itemNo: string; name: string; options: string; qty: number }[]
  units: number
  type: { code: string; name: string } | null
  grams: number | null
  /** Serial numbers and lots in it. */
  identities: Identity[]
  /** What can be done with it now. */
  can: BoxPossible
  invoice: { courierIdx: number; courierName: string; invoiceNo: string } | null
  /** When it becomes 배송중, once it is sealed, and whether it is in the courier's cage. */
  shipped: ShippedWhen | null
  withCourier: boolean
  /** How far the store has been told of the box, of its handover, and of the last correction of its waybill. */
  dispatch: DispatchView | null
  handOver: DispatchView | null
  correction: DispatchView | null
}

/** The order on the desk. */
export type DeskView = {
  orderNo: string
  /** In the store's word, also where that is one the desk does not know. */
  channel: string
  ordererName: string
  receiver: Receiver | null
  /** The store's present word on the order; anything but `ready` stops the desk. */
  standing: Standing
  /** The field that makes it `unreadable`. */
  odd: OddField | null
  /** What changed at the store since the order was opened, until the packer takes it over. */
  drift: { lines: { name: string; was: number; now: number }[]; receiver: Receiver | null } | null
  lines: LineView[]
  /** Boxes of this opening and earlier ones, oldest first. */
  boxes: BoxView[]
  currentBoxId: string | null
  expecting: Expecting
  /** The product that a serial number or lot is awaited for, and how many units wait. */
  identify: { name: string; units: number } | null
  /** The next goods scanned are taken out. */
  takingOut: boolean
  /** The waybill that the shop has registered for what is in the current box: no other will do. */
  registered: { courierName: string; invoiceNo: string } | null
  /** The waybill that was scanned first and will go on the box. */
  waybill: { courierName: string; invoiceNo: string } | null
  notes: string[]
  unitsNeeded: number
  unitsDone: number
  /** What can be done now, and why not. */
  can: DeskPossible
  /** What to do now. */
  next: NextStep
}

/** The answer to the last scan, shown large. `id` grows by one with each, so that the same message twice is seen twice. */
export type LastScan = {
  id: number
  at: Millis
  code: string | null
  answer: Answer
}

export type ConnectionView = {
  /** connecting: at start · signedOut: the store must be connected again, packing goes on. */
  state: 'connecting' | 'online' | 'offline' | 'signedOut'
  since: Millis
  storeName: string | null
  /** The built-in demo store, not a real shop. */
  demo: boolean
  lastPullAt: Millis | null
}

export type OutboxView = {
  /** What was promised, by where it stands; what has ended is not counted. */
  waiting: number
  sending: number
  unknown: number
  needsPerson: number
  /** When the oldest of it was promised. */
  oldestAt: Millis | null
}

/** Everything the window shows, as of `sequence`; a later one replaces an earlier one whole. */
export type StationSnapshot = {
  sequence: number
  desk: DeskView | null
  lastScan: LastScan | null
  /** What the desk has asked and waits to be told. */
  asked: Question | null
  connection: ConnectionView
  outbox: OutboxView
  couriers: { idx: number; name: string }[]
  courierIdx: number | null
  settings: DeskSettings
  people: SignedInView
  /** A lead's PIN has been set. */
  pinSet: boolean
  /** Grows whenever the queue may look different: ask for it again. */
  queueVersion: number
  queueCount: number
  /** How far a rebuild of the tables from the packing log has got; null while there is none. */
  rebuilding: { done: number; total: number } | null
  backup: BackupView
  /** Nothing is sent: the desk's data may be of an earlier time. Null where it is as it was left. */
  doubt: DoubtView | null
  /** Nothing is accepted or sent: the database's file is not where it was opened. Null where it is. */
  fileLost: FileLostView | null
}

/** The daily backup: when the last one was made, and when it last failed (null once one is made again). */
export type BackupView = { lastAt: Millis | null; failedAt: Millis | null }

/** One thing the store has not confirmed yet. */
export type UnsentRow = {
  /** Its number in the outbox. */
  seq: number
  kind: IntentKind
  orderNo: string
  /** The box it is about, and its number; null where it is about none. */
  boxId: string | null
  box: number | null
  givenAt: Millis
  waybill: { invoiceNo: string; courierName: string } | null
  contents: { name: string; qty: number }[]
  /** The write under way, or whose outcome is not known. */
  step: Step['kind'] | null
  /** What the store last said or did not say; `words` are its own. */
  lastAnswer: { kind: string; words: string | null; at: Millis } | null
  /** From when on a person may do so: 0 at once, a time where that is all it takes; null: not as it stands. */
  can: { handOver: Millis | null; discard: Millis | null }
  dispatch: DispatchView
}
