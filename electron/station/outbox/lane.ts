import { habitShown, type StoreHabits } from '../../../shared/domain/intents/habits.ts'
import { meaningOf } from '../../../shared/domain/intents/answer-meaning.ts'
import { rulesOf } from '../../../shared/domain/intents/registry.ts'
import {
  answerTo,
  applyStep,
  callOf,
  dividesItsSection,
  ownAfter,
  reconcile,
  sameStep,
  type Step,
} from '../../../shared/domain/intents/step.ts'
import type { StepAnswer } from '../../../shared/domain/intents/writes/write.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import type { Database } from '../database/open.ts'
import type { StoreAnswer } from '../imweb/call.ts'
import type { OrderService } from '../imweb/order-service.ts'
import type { OrderTable } from '../orders/order-table.ts'
import type { Readings } from '../orders/readings.ts'
import type { Clock, Pace, Random, Reached } from '../ports.ts'
import type { Doubts } from './doubts.ts'
import { createFetchOrder } from './fetch-order.ts'
import { createMarks } from './marks.ts'
import { sectionOf, takenByOthers } from './sections-of.ts'
import type { TakeIn } from './take-in.ts'
import { problemIn } from './problem-in.ts'
import type { Intent, IntentChange, IntentTable } from './intent-table.ts'

export type LaneParts = {
  db: Database
  table: IntentTable
  orders: OrderTable
  readings: Pick<Readings, 'moment' | 'touch' | 'isFresh' | 'mayLag'>
  takeIn: TakeIn
  service: Pick<OrderService, 'order' | 'write'>
  clock: Clock
  pace: Pace
  random: Random
  doubts: Doubts
  /** How long after a call was given up it may still arrive at the store. */
  settleMs: number
  reached: Reached
  /** What this store has shown of how it divides sections. */
  habits: { get: () => StoreHabits; learn: (habits: Partial<StoreHabits>) => void }
  /** Writes into the packing log, with the tables read from it, what the end of an intent means there. */
  logged: (orderNo: string, events: readonly PackingEvent[]) => void
}

/** Errors of the store that pass by themselves: the section is being worked on. */
const passing = new Set(['30118'])

/** What became of a write is known. When it went out stays: from then on the store may have heard of the intent. */
const resolved = { step: null, before: null } as const

/**
 * Takes one intent one move further: reads back, sends a step, or sees that it is done. Every outcome is in the database
 * before this returns; called again it goes on from there, whatever happened in between.
 */
export function createLane({
  db,
  table,
  orders,
  readings,
  takeIn,
  service,
  clock,
  pace,
  random,
  doubts,
  settleMs,
  reached,
  habits,
  logged,
}: LaneParts) {
  const marks = createMarks(table, clock, pace, random)
  const { set, later, hand } = marks
  const fetchOrder = createFetchOrder({ takeIn, readings, service, marks, pace, settleMs })

  const taken = (intent: Intent): string[] => takenByOthers(intent, table.ofOrder(intent.orderNo))

  async function move(intent: Intent): Promise<void> {
    if (intent.step !== null) return readBack(intent)
    const { orderNo, readFirst: isWanted } = intent
    const known = isWanted || !readings.isFresh(orderNo) ? null : orders.get(orderNo)
    return known === null ? readFirst(intent) : proceed(intent, known, false)
  }

  async function readFirst(intent: Intent): Promise<void> {
    const order = await fetchOrder(intent)
    if (order !== null) await proceed(intent, order, true)
  }

  /** `fresh`: the order was read just now, so that what stands in the way is really there. */
  async function proceed(
    intent: Intent,
    order: Order,
    fresh: boolean,
    turnedDown: Refused | null = null,
  ): Promise<void> {
    const next = rulesOf[intent.kind].nextStep(intent.payload, {
      order,
      section: sectionOf(intent, table),
      taken: taken(intent),
      habits: habits.get(),
      accepted: intent.accepted,
    })
    switch (next.kind) {
      case 'done':
        if (fresh) confirm(intent, next.section)
        else end(intent, 'reported', next.section)
        return
      case 'stuck':
        if (fresh) hand(intent, problemIn(order, next.problem, turnedDown))
        else await readFirst(intent)
        return
      case 'send':
        if (turnedDown !== null && sameStep(turnedDown.step, next.step)) {
          hand(intent, { kind: 'refused', errorCode: turnedDown.errorCode, words: turnedDown.words })
          return
        }
        await send(intent, order, next.step, next.section)
    }
  }

  function confirm(intent: Intent, section: string | null): void {
    db.transaction(() => {
      end(intent, 'confirmed', section)
      logged(intent.orderNo, rulesOf[intent.kind].confirmed(intent.payload))
    }).immediate()
  }

  function end(intent: Intent, state: 'reported' | 'confirmed', section: string | null): void {
    db.transaction(() => {
      set(intent, { ...resolved, state, section, problem: null })
      // The section is a box's own from now on, which the order's row tells as well.
      orders.refresh(intent.orderNo)
    }).immediate()
  }

  async function send(intent: Intent, order: Order, step: Step, section: string | null): Promise<void> {
    const sending: IntentChange = {
      state: 'sending',
      readFirst: false,
      section,
      step,
      before: order.sections,
      sentAt: clock(),
      // What was answered to the write before says nothing of this one.
      lastAnswer: null,
      problem: null,
    }
    set(intent, sending)
    readings.touch(intent.orderNo)
    doubts.sent(intent.seq)
    reached('beforeSend')
    const answering = service.write(intent.orderNo, callOf(step), answerTo(step))
    reached('afterSend')
    const answer = await answering.finally(() => {
      doubts.over(intent.seq)
    })
    reached('beforeRecord')
    readings.touch(intent.orderNo)
    const sent = table.find(intent.seq)
    if (sent === null) return
    const words = answer.kind === 'refused' ? answer.words : null
    const answered = { ...sent, lastAnswer: { kind: answer.kind, words, at: clock() } }
    const { section: own, sentAt } = intent
    await record(answered, step, answer, { ...resolved, state: 'waiting', section: own, sentAt })
  }

  /** `unsent`: as it stood before the write, for one that surely has not been carried out. */
  async function record(intent: Intent, step: Step, answer: Answered, unsent: IntentChange): Promise<void> {
    switch (answer.kind) {
      case 'ok':
        recordDone(intent, step, answer.data)
        return
      case 'refused':
        return recordRefusal(intent, step, answer)
      case 'limited':
        later(intent, unsent, answer.retryAfterMs)
        return
      case 'signedOut':
        set(intent, { ...unsent, nextAt: pace() + settleMs })
        return
      case 'undelivered':
        later(intent, unsent)
        return
      case 'unanswered':
        set(intent, { state: 'unknown', attempts: intent.attempts + 1, nextAt: pace() })
    }
  }

  function recordDone(intent: Intent, step: Step, answer: StepAnswer): void {
    const order = orders.get(intent.orderNo)
    const section = intent.before?.find((candidate) => candidate.code === step.sectionCode)
    const meaning = section === undefined ? null : meaningOf(step, section, answer, habits.get())
    if (order === null || meaning === null || meaning.kind === 'unclear') {
      set(intent, { state: 'unknown', nextAt: pace() })
      return
    }
    db.transaction(() => {
      if (meaning.newSectionHolds !== null) habits.learn({ newSectionHolds: meaning.newSectionHolds })
      set(intent, {
        ...resolved,
        state: 'waiting',
        section: ownAfter(step, intent.section, meaning.codes.own),
        nextAt: pace(),
      })
      orders.saveSections(intent.orderNo, step.sectionCode, applyStep(order, step, meaning.codes).sections)
    }).immediate()
  }

  function learn(shown: Partial<StoreHabits> | null): void {
    if (shown !== null) habits.learn(shown)
  }

  /** A rule stood against it, so nothing was done; the order as it is now says whether there is another way. */
  async function recordRefusal(
    intent: Intent,
    step: Step,
    { errorCode, words }: Omit<Refused, 'step'>,
  ): Promise<void> {
    learn(habitShown(step, errorCode, null))
    if (passing.has(errorCode)) {
      later(intent, { ...resolved, state: 'waiting', readFirst: true })
      return
    }
    set(intent, {
      ...resolved,
      state: 'waiting',
      readFirst: true,
      problem: { kind: 'refused', errorCode, words },
    })
    const current = table.find(intent.seq)
    if (current === null) return
    const order = await fetchOrder(current)
    if (order === null) return
    learn(habitShown(step, errorCode, order))
    await proceed(current, order, true, { step, errorCode, words })
  }

  /** Finds out what became of a write without an answer. Nothing is sent again before that is known. */
  async function readBack(intent: Intent): Promise<void> {
    const { step, before } = intent
    if (step === null || before === null) return
    // However late the answer is heard, it shows the order as it was soon after this moment.
    const askedAt = pace()
    const order = await fetchOrder(intent)
    if (order === null) return
    const reading = reconcile(step, { before, now: order.sections, taken: taken(intent) })
    switch (reading.kind) {
      case 'applied':
        db.transaction(() => {
          if (dividesItsSection(step, before)) {
            habits.learn({ newSectionHolds: reading.sectionCode === step.sectionCode ? 'rest' : 'part' })
          }
          const section = ownAfter(step, intent.section, reading.sectionCode)
          set(intent, { ...resolved, state: 'waiting', section, nextAt: pace() })
          orders.refresh(intent.orderNo)
        }).immediate()
        return
      case 'notApplied': {
        // The store has said yes, only not to what: a reading that does not show it is from before.
        if (intent.lastAnswer?.kind === 'ok' && readings.mayLag(intent.orderNo)) {
          later(intent, { state: 'unknown' })
          return
        }
        const settledAt = doubts.givenUpAt(intent.seq) + settleMs
        if (askedAt < settledAt) set(intent, { state: 'unknown', nextAt: settledAt })
        else set(intent, { ...resolved, state: 'waiting', nextAt: pace() })
        return
      }
      case 'conflict':
        hand(intent, problemIn(order, 'changedMeanwhile'))
        return
      case 'cannotTell':
        hand(intent, problemIn(order, 'cannotTell'))
    }
  }

  return move
}

type Answered = StoreAnswer<StepAnswer>

type Refused = { step: Step; errorCode: string; words: string }
