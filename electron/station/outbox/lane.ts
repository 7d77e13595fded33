import { applyStep } from '../../../shared/domain/dispatch/apply-step.ts'
import { reconcile } from '../../../shared/domain/dispatch/reconcile.ts'
import type { StoreHabits } from '../../../shared/domain/dispatch/habits.ts'
import { nextStep } from '../../../shared/domain/dispatch/next-step.ts'
import { readStepAnswer, type StepAnswer } from '../../../shared/domain/dispatch/read-answer.ts'
import type { Step } from '../../../shared/domain/dispatch/step.ts'
import { goodsIn, goodsOf, sameGoods } from '../../../shared/domain/dispatch/goods.ts'
import type { Order, Section } from '../../../shared/domain/orders/order.ts'
import type { Database } from '../database/open.ts'
import type { StoreAnswer } from '../imweb/call.ts'
import type { OrderService } from '../imweb/order-service.ts'
import type { SplitAnswer } from '../imweb/schemas.ts'
import type { OrderTable } from '../orders/order-table.ts'
import type { Clock, Random, Reached } from '../ports.ts'
import { backoff } from './backoff.ts'
import type { OutboxChange, OutboxRow, OutboxTable } from './outbox-table.ts'
import { problemIn } from './problem-in.ts'

export type LaneParts = {
  db: Database
  table: OutboxTable
  orders: OrderTable
  service: Pick<OrderService, 'order' | 'take'>
  clock: Clock
  random: Random
  /** How long a call is waited for, and how long after it was given up it may still arrive at the store. */
  timeoutMs: number
  settleMs: number
  reached: Reached
  /** What this store has shown of how it divides sections. */
  habits: { get: () => StoreHabits; learn: (habits: Partial<StoreHabits>) => void }
}

/** Part of a quantity is only possible in 배송대기: another road leads there. */
const partNeedsReady = '30187'

/** Errors of the store that pass by themselves: the section is being worked on. */
const passing = new Set(['30118'])

const resolved = { step: null, before: null, sentAt: null } as const

/**
 * Takes one box one move further: reads back, sends a step, or sees that it is done. Every outcome is in the database
 * before this returns; called again it goes on from there, whatever happened in between.
 */
export function createLane({
  db,
  table,
  orders,
  service,
  clock,
  random,
  timeoutMs,
  settleMs,
  reached,
  habits,
}: LaneParts) {
  function set(row: OutboxRow, changes: OutboxChange): void {
    const since = changes.state !== undefined && changes.state !== row.state ? { since: clock() } : {}
    table.change(row.boxId, { lastAnswer: row.lastAnswer, ...since, ...changes })
  }

  function later(row: OutboxRow, changes: OutboxChange, waitMs = backoff(row.attempts, random)): void {
    set(row, { ...changes, attempts: row.attempts + 1, nextAt: clock() + waitMs })
  }

  function hand(row: OutboxRow, problem: OutboxRow['problem']): void {
    set(row, { state: 'needsPerson', problem })
  }

  const takenByOthers = (row: OutboxRow): string[] =>
    table
      .ofOrder(row.orderNo)
      .flatMap((other) => (other.boxId !== row.boxId && other.boxSection !== null ? [other.boxSection] : []))

  async function move(row: OutboxRow): Promise<void> {
    if (row.step !== null) return readBack(row)
    const known = row.readFirst ? null : orders.get(row.orderNo)
    return known === null ? readFirst(row) : proceed(row, known, false)
  }

  async function readFirst(row: OutboxRow): Promise<void> {
    const order = await fetchOrder(row)
    if (order !== null) await proceed(row, order, true)
  }

  /** The order as the store has it now, saved; null where there was no answer and the row waits. */
  async function fetchOrder(row: OutboxRow): Promise<Order | null> {
    const answer = await service.order(row.orderNo, 'read')
    switch (answer.kind) {
      case 'ok':
        orders.touch(row.orderNo)
        return orders.save(answer.data)
      case 'refused':
        hand(row, { kind: 'refused', errorCode: answer.errorCode, words: answer.words })
        return null
      case 'limited':
        later(row, {}, answer.retryAfterMs)
        return null
      case 'signedOut':
        set(row, { nextAt: clock() + settleMs })
        return null
      case 'undelivered':
      case 'unanswered':
        later(row, {})
        return null
    }
  }

  /** `fresh`: the order was read just now, so that what stands in the way is really there. */
  async function proceed(
    row: OutboxRow,
    order: Order,
    fresh: boolean,
    turnedDown: Refused | null = null,
  ): Promise<void> {
    const next = nextStep(row.promise, {
      order,
      boxSection: row.boxSection,
      taken: takenByOthers(row),
      habits: habits.get(),
      addressAccepted: row.addressAccepted,
    })
    switch (next.kind) {
      case 'done':
        set(row, { ...resolved, state: 'confirmed', boxSection: next.sectionCode, problem: null })
        return
      case 'stuck':
        if (fresh) hand(row, problemIn(order, next.problem, turnedDown))
        else await readFirst(row)
        return
      case 'send':
        if (turnedDown !== null && sameStep(turnedDown.step, next.step)) {
          hand(row, { kind: 'refused', errorCode: turnedDown.errorCode, words: turnedDown.words })
          return
        }
        await send(row, order, next.step, next.boxSection)
    }
  }

  async function send(row: OutboxRow, order: Order, step: Step, boxSection: string | null): Promise<void> {
    const sending: OutboxChange = {
      state: 'sending',
      readFirst: false,
      boxSection,
      step,
      before: order.sections,
      sentAt: clock(),
      problem: null,
    }
    set(row, sending)
    orders.touch(row.orderNo)
    reached('beforeSend')
    const answering = service.take(row.orderNo, step)
    reached('afterSend')
    const answer = await answering
    reached('beforeRecord')
    orders.touch(row.orderNo)
    const sent = table.get(row.boxId)
    if (sent === null) return
    const words = answer.kind === 'refused' ? answer.words : null
    await record({ ...sent, lastAnswer: { kind: answer.kind, words, at: clock() } }, step, answer)
  }

  async function record(row: OutboxRow, step: Step, answer: StoreAnswer<SplitAnswer>): Promise<void> {
    switch (answer.kind) {
      case 'ok':
        recordDone(row, step, meant(answer.data))
        return
      case 'refused':
        return recordRefusal(row, step, answer)
      case 'limited':
        later(row, { ...resolved, state: 'waiting' }, answer.retryAfterMs)
        return
      case 'signedOut':
        set(row, { ...resolved, state: 'waiting', nextAt: clock() + settleMs })
        return
      case 'undelivered':
        later(row, { ...resolved, state: 'waiting' })
        return
      case 'unanswered':
        set(row, { state: 'unknown', attempts: row.attempts + 1, nextAt: clock() })
    }
  }

  function recordDone(row: OutboxRow, step: Step, answer: StepAnswer): void {
    const order = orders.get(row.orderNo)
    const section = row.before?.find((candidate) => candidate.code === step.sectionCode)
    const meaning = section === undefined ? null : readStepAnswer(step, section, answer, habits.get())
    if (order === null || meaning === null || meaning.kind === 'unclear') {
      set(row, { state: 'unknown', nextAt: clock() })
      return
    }
    db.transaction(() => {
      if (meaning.newSectionHolds !== null) habits.learn({ newSectionHolds: meaning.newSectionHolds })
      orders.saveSections(row.orderNo, step.sectionCode, applyStep(order, step, meaning.codes).sections)
      set(row, {
        ...resolved,
        state: 'waiting',
        boxSection: sectionAfter(row, step, meaning.codes.box),
        nextAt: clock(),
      })
    }).immediate()
  }

  /** A rule stood against it, so nothing was done; the order as it is now says whether there is another way. */
  async function recordRefusal(
    row: OutboxRow,
    step: Step,
    { errorCode, words }: Omit<Refused, 'step'>,
  ): Promise<void> {
    if (errorCode === partNeedsReady && step.kind === 'prepare' && step.contents !== null) {
      habits.learn({ partNeedsReady: true })
    }
    if (passing.has(errorCode)) {
      later(row, { ...resolved, state: 'waiting', readFirst: true })
      return
    }
    set(row, {
      ...resolved,
      state: 'waiting',
      readFirst: true,
      problem: { kind: 'refused', errorCode, words },
    })
    const current = table.get(row.boxId)
    if (current === null) return
    const order = await fetchOrder(current)
    if (order !== null) await proceed(current, order, true, { step, errorCode, words })
  }

  /** A process that died heard nothing: its call may have gone on for as long as it would have been waited for. */
  function givenUpAt({ since, sentAt, lastAnswer }: OutboxRow): number {
    const sent = sentAt ?? since
    const heard = lastAnswer !== null && lastAnswer.at >= sent
    return heard ? since : Math.max(since, sent + timeoutMs)
  }

  /** Finds out what became of a write without an answer. Nothing is sent again before that is known. */
  async function readBack(row: OutboxRow): Promise<void> {
    const { step, before } = row
    if (step === null || before === null) return
    const order = await fetchOrder(row)
    if (order === null) return
    const reading = reconcile(step, before, order.sections, takenByOthers(row))
    switch (reading.kind) {
      case 'applied':
        db.transaction(() => {
          if (dividedSection(step, before)) {
            habits.learn({ newSectionHolds: reading.sectionCode === step.sectionCode ? 'rest' : 'part' })
          }
          const boxSection = sectionAfter(row, step, reading.sectionCode)
          set(row, { ...resolved, state: 'waiting', boxSection, nextAt: clock() })
        }).immediate()
        return
      case 'notApplied': {
        const settledAt = givenUpAt(row) + settleMs
        if (clock() < settledAt) set(row, { state: 'unknown', nextAt: settledAt })
        else set(row, { ...resolved, state: 'waiting', nextAt: clock() })
        return
      }
      case 'conflict':
        hand(row, problemIn(order, 'changedMeanwhile'))
        return
      case 'cannotTell':
        hand(row, problemIn(order, 'cannotTell'))
    }
  }

  return move
}

type Refused = { step: Step; errorCode: string; words: string }

const sameStep = (a: Step, b: Step): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Sending a whole section to 배송대기 first does not make it the box's own. */
const sectionAfter = (row: OutboxRow, step: Step, section: string): string | null =>
  step.kind === 'prepare' && step.contents === null ? row.boxSection : section

function dividedSection(step: Step, before: Section[]): boolean {
  const was = before.find((section) => section.code === step.sectionCode)
  if (was === undefined || step.kind === 'ship' || step.contents === null) return false
  return !sameGoods(goodsOf(step.contents, was), goodsIn(was))
}

const meant = ({ isNewSection, newSectionData }: SplitAnswer): StepAnswer => ({
  newSection:
    isNewSection === 'N' || newSectionData == null
      ? null
      : {
          code: newSectionData.orderSectionCode,
          quantities: newSectionData.orderSectionItemDataList.map(({ qty }) => qty),
        },
})
