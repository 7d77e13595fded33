import { countsTwice, isBehind } from '../../../shared/domain/intents/behind.ts'
import { rulesOf } from '../../../shared/domain/intents/registry.ts'
import { sightOf, type Sight } from '../../../shared/domain/intents/sight.ts'
import type { StoreHabits } from '../../../shared/domain/intents/habits.ts'
import { withLeftOut, type HeardOrder } from '../../../shared/domain/orders/document.ts'
import { withKnownLines } from '../../../shared/domain/orders/known-lines.ts'
import { sameOrNoInvoice, type Order } from '../../../shared/domain/orders/order.ts'
import { readOrder } from '../../../shared/domain/orders/read-order.ts'
import type { SectionStatus } from '../../../shared/domain/sections/status.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import type { Database } from '../database/open.ts'
import type { OrderTable } from '../orders/order-table.ts'
import type { Moment, Readings } from '../orders/readings.ts'
import type { Clock } from '../ports.ts'
import { isTold, type Intent, type IntentChange, type IntentTable } from './intent-table.ts'
import { problemIn } from './problem-in.ts'
import { sectionOf, takenByOthers } from './sections-of.ts'

export type TakeInParts = {
  db: Database
  table: IntentTable
  orders: Pick<OrderTable, 'kept' | 'save' | 'readAgain'>
  readings: Pick<Readings, 'isOutdone' | 'wasRead' | 'mayLag'>
  habits: () => StoreHabits
  clock: Clock
  /** Writes into the packing log what it means that an intent is confirmed. */
  logged: (orderNo: string, events: readonly PackingEvent[]) => void
}

/** alone: one order was asked for · listed: it came with others, and a list may leave sections of it out. */
export type Manner = 'alone' | 'listed'

/**
 * What became of a reading. kept: the order is as it says · older: it does not show what this desk has done · joinless: a list
 * leaves out sections of an order of which an earlier version kept a part only, or shows goods of theirs in others, as one does
 * that lags behind; or it speaks against what was told, which only the whole order can, since what came of it may be left out.
 */
export type TakenIn = {
  kind: 'kept' | 'older' | 'joinless'
  order: Order
  /** The statuses of known sections that a list did not bring. */
  leftOut: SectionStatus[]
  /** Something that the store had said was done is not so: a person is asked, or it is sent again. */
  contradicted: boolean
}

/**
 * Takes an order in as the store shows it, whoever asked for it. What this desk has done outranks a reading that does not
 * show it yet; what the store has said it has done is confirmed by one that does.
 */
export function createTakeIn({ db, table, orders, readings, habits, clock, logged }: TakeInParts) {
  const change = ({ seq }: Intent, changes: IntentChange): void => {
    table.change(seq, { since: clock(), ...changes })
  }

  return (came: HeardOrder, asked: Moment, manner: Manner): TakenIn => {
    const { orderNo } = came
    const known = orders.kept(orderNo)
    const heard = known === null ? came : withKnownLines(known.order, came, readOrder(orderNo, came.document))
    const order = readOrder(orderNo, heard.document)
    const leftOut = known === null || manner === 'alone' ? [] : leftOutOf(known.order, order)
    const none = { order, leftOut, contradicted: false }
    const document = known?.document ?? null
    if (known !== null && document === null && leftOut.length > 0) return { kind: 'joinless', ...none }
    if (readings.isOutdone(orderNo, asked)) return { kind: 'older', ...none }
    const whole = document === null || leftOut.length === 0 ? heard : joined(heard, document)
    const intents = table.ofOrder(orderNo)
    const shown = whole === heard ? order : readOrder(orderNo, whole.document)
    const sights = told(intents, order, manner).map((intent) => ({
      intent,
      sight: sightIn(shown, intent, intents),
    }))
    const own = standing(intents)
    const lacksOwn = manner === 'listed' && own.some((code) => !codesIn(order).includes(code))
    const isDouble = known !== null && lacksOwn && countsTwice(known.order, shown)
    if (isDouble) return { kind: 'joinless', ...none }
    if (manner === 'listed' && sights.some(({ sight }) => sight.kind === 'contradicted')) {
      orders.readAgain(orderNo)
      return { kind: 'joinless', ...none }
    }
    const lags =
      (known !== null && isBehind(known.order, shown, own)) ||
      sights.some(({ sight }) => sight.kind === 'notYet')
    if (lags && readings.mayLag(orderNo)) return { kind: 'older', ...none }
    return db
      .transaction((): TakenIn => {
        const kept = orders.save(whole)
        const contradicted = sights.map(({ intent, sight }) => judge(kept, intent, sight)).includes(true)
        if (leftOut.length === 0) readings.wasRead(orderNo, asked)
        return { kind: 'kept', order: contradicted ? orders.save(whole) : kept, leftOut, contradicted }
      })
      .immediate()
  }

  function sightIn(order: Order, intent: Intent, intents: readonly Intent[]): Sight {
    const section = sectionOf(intent, table)
    const { kind, payload, state, accepted } = intent
    return sightOf(
      { kind, payload, corrected: isCorrected(intent, intents), seen: state === 'confirmed' },
      { order, section, taken: takenByOthers(intent, intents), habits: habits(), accepted },
    )
  }

  /** True where the reading speaks against what the store had said. */
  function judge(order: Order, intent: Intent, sight: Sight): boolean {
    switch (sight.kind) {
      case 'shown':
        if (intent.state === 'reported') {
          change(intent, { state: 'confirmed' })
          logged(intent.orderNo, rulesOf[intent.kind].confirmed(intent.payload))
        }
        return false
      case 'contradicted':
        change(intent, { state: 'needsPerson', problem: problemIn(order, sight.problem) })
        return true
      case 'notYet':
        // Never seen, it was never done, whatever the store said: then it is promised still.
        if (intent.state === 'reported') change(intent, { state: 'waiting', section: null, readFirst: true })
        else change(intent, { state: 'needsPerson', problem: problemIn(order, 'undone') })
        return true
    }
  }
}

/** The sections that the desk knows how far it has brought: not those of which it is to be found out. */
function standing(intents: readonly Intent[]): string[] {
  const open = intents.flatMap(({ step }) => (step === null ? [] : [step.sectionCode]))
  return intents.flatMap(({ section, handled }) =>
    section === null || handled !== null || open.includes(section) ? [] : [section],
  )
}

/** What the store has said is done, as far as the reading shows its section, or would have to. */
function told(intents: readonly Intent[], heard: Order, manner: Manner): Intent[] {
  const brought = heard.sections.map(({ code }) => code)
  const unread = heard.unread.flatMap(({ codes }) => codes)
  return intents.filter((intent) => {
    const section = intent.section
    if (!isTold(intent) || (section !== null && unread.includes(section))) return false
    return manner === 'alone' || section === null || brought.includes(section)
  })
}

/** Whether a later promise about the same box names another waybill. */
function isCorrected(intent: Intent, intents: readonly Intent[]): boolean {
  const { invoice } = rulesOf[intent.kind].subject(intent.payload)
  return intents.some(
    (later) =>
      later.seq > intent.seq &&
      later.boxId === intent.boxId &&
      later.boxId !== null &&
      !sameOrNoInvoice(rulesOf[later.kind].subject(later.payload).invoice, invoice),
  )
}

const joined = ({ orderNo, document }: HeardOrder, before: HeardOrder['document']): HeardOrder => ({
  orderNo,
  document: withLeftOut(document, before),
})

/**
 * The statuses of sections that a list did not bring. Whether a status filter trims an order's other sections is not
 * documented, so those are kept as they were; what became of one that was to be shipped only the whole order can say.
 */
function leftOutOf(known: Order, heard: Order): SectionStatus[] {
  const brought = codesIn(heard)
  return known.sections.filter(({ code }) => !brought.includes(code)).map(({ status }) => status)
}

const codesIn = ({ sections, unread }: Order): string[] => [
  ...sections.map(({ code }) => code),
  ...unread.flatMap(({ codes }) => codes),
]

export type TakeIn = ReturnType<typeof createTakeIn>
