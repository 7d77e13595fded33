import { beforeEach, describe, expect, it } from 'vitest'
import { isUnreported } from '../../../electron/station/outbox/intent-table.ts'
import { unknownHabits } from '../../../shared/domain/intents/habits.ts'
import { at, preparing, ready, shipping } from '../intents/boxes.ts'
import { order } from '../orders.ts'
import {
  createLaneWorld,
  free,
  orderNo,
  promise,
  undone,
  type Failure,
  type LaneWorld,
} from './outbox-world.ts'

let outbox: LaneWorld
beforeEach(() => {
  outbox = createLaneWorld()
})

describe('what stands in the way', () => {
  it('is believed only of an order just read', async () => {
    outbox.given([at('PRODUCT_PREPARATION', 'os1', 1, 2, { held: true })])
    outbox.read = order([preparing('os1', 1, 2)])
    expect(await outbox.moved()).toMatchObject({ state: 'waiting', section: 'os1' })
    expect(outbox.done[0]).toBe(`read ${orderNo}`)
    expect(outbox.orders.get(orderNo)?.sections[0]?.held).toBe(false)
  })

  it('waits for a person where it is still there', async () => {
    outbox.given([preparing('os1', 1, 2)])
    outbox.read = order([at('PRODUCT_PREPARATION', 'os1', 1, 2, { held: true })])
    outbox.table.change(1, { readFirst: true })
    outbox.pass(5)
    expect(await outbox.moved()).toMatchObject({
      state: 'needsPerson',
      since: outbox.now,
      problem: { kind: 'sectionHeld', errorCode: null, words: null },
    })
    expect(outbox.writes).toEqual([])
  })

  it('is not there where a person has accepted it', async () => {
    outbox.given([preparing('os1', 1, 2)])
    outbox.table.change(1, { accepted: ['addressChanged'] })
    outbox.knows(order([{ ...preparing('os1', 1, 2), receiver: null }]))
    expect(await outbox.moved()).toMatchObject({ state: 'waiting', section: 'os1' })
  })
})

describe('an order that is read first', () => {
  it('is newer than a list that was asked for before, though nothing is sent', async () => {
    outbox.give()
    outbox.read = order([shipping('os1', 1, 2)])
    const before = outbox.readings.moment()
    expect(await outbox.moved()).toMatchObject({ state: 'confirmed' })
    expect(outbox.writes).toEqual([])
    expect(outbox.readings.isOutdone(orderNo, before)).toBe(true)
  })

  it('is read where the station does not know it', async () => {
    outbox.give({ payload: promise({ receiver: preparing('os1', 1, 2).receiver }) })
    outbox.read = order([preparing('os1', 1, 2)])
    expect(await outbox.moved()).toMatchObject({ section: 'os1' })
    expect(outbox.done[0]).toBe(`read ${orderNo}`)
  })

  it.each<[Failure, { attempts: number; after: number }]>([
    ...undone,
    [
      { kind: 'unanswered', why: '' },
      { attempts: 1, after: 500 },
    ],
  ])('waits where the store says %j', async (read, { attempts, after }) => {
    outbox.give()
    outbox.pass(9)
    outbox.read = read
    expect(await outbox.moved()).toMatchObject({
      state: 'waiting',
      since: 1_000_000,
      attempts,
      nextAt: outbox.pace + after,
    })
    expect(outbox.writes).toEqual([])
  })

  it('is asked for again for three minutes where the store refuses it, and then needs a person', async () => {
    outbox.give()
    outbox.read = { kind: 'refused', errorCode: '30026', words: '없는 주문' }
    expect(await outbox.moved()).toMatchObject({ state: 'waiting', attempts: 1, nextAt: outbox.pace + 500 })
    outbox.pass(179_999)
    expect(await outbox.moved()).toMatchObject({ state: 'waiting', attempts: 2 })
    outbox.pass(1)
    expect(await outbox.moved()).toMatchObject({
      state: 'needsPerson',
      problem: { kind: 'refused', errorCode: '30026', words: '없는 주문' },
    })
  })
})

describe('an order that the store did not know for a while', () => {
  it('goes on by itself, and is waited for as long when that comes again', async () => {
    outbox.given([preparing('os1', 1, 2)])
    outbox.table.change(1, { readFirst: true })
    const refused = { kind: 'refused', errorCode: '30026', words: '' } as const
    outbox.read = refused
    await outbox.moved()
    outbox.pass(170_000)
    outbox.read = order([preparing('os1', 1, 2)])
    expect(await outbox.moved()).toMatchObject({ state: 'waiting', step: null, section: 'os1' })
    outbox.table.change(1, { readFirst: true })
    outbox.pass(170_000)
    outbox.read = refused
    expect(await outbox.moved()).toMatchObject({ state: 'waiting' })
  })
})

describe('a write that was not done', () => {
  it.each(undone)('is sent again later where the store says %j', async (said, { attempts, after }) => {
    outbox.given([preparing('os1', 1, 2)])
    outbox.answers = [said]
    outbox.duringWrite = () => {
      outbox.pass(20)
    }
    expect(await outbox.moved()).toMatchObject({
      ...free,
      state: 'waiting',
      since: 1_000_020,
      attempts,
      nextAt: outbox.pace + after,
      lastAnswer: { kind: said.kind, words: null, at: 1_000_020 },
      sentAt: null,
    })
    expect(isUnreported(outbox.newest())).toBe(true)
  })

  it.each(undone)('takes back nothing of the write before it: %j', async (said) => {
    outbox.given([preparing('os1', 2, 4)])
    outbox.habits = { ...unknownHabits, partNeedsReady: true }
    await outbox.moved()
    outbox.pass(20)
    outbox.answers = [said]
    expect(await outbox.moved()).toMatchObject({ ...free, section: null, sentAt: 1_000_000 })
    expect(isUnreported(outbox.newest())).toBe(false)
  })

  it('is sent again later, after a look at the order, where the section is being worked on', async () => {
    outbox.given([preparing('os1', 1, 2)])
    outbox.answers = [{ kind: 'refused', errorCode: '30118', words: '처리 중' }]
    expect(await outbox.moved()).toMatchObject({
      ...free,
      state: 'waiting',
      readFirst: true,
      attempts: 1,
      nextAt: outbox.pace + 500,
      lastAnswer: { kind: 'refused', words: '처리 중' },
      problem: null,
    })
    expect(outbox.done).not.toContain(`read ${orderNo}`)
  })

  it('may have been done where no answer came', async () => {
    outbox.given([preparing('os1', 1, 2)])
    outbox.answers = [{ kind: 'unanswered', why: '' }]
    expect(await outbox.moved()).toMatchObject({
      state: 'unknown',
      step: { kind: 'prepare' },
      sentAt: 1_000_000,
      attempts: 1,
      nextAt: outbox.pace,
    })
  })
})

describe('a refusal', () => {
  const refusal = (errorCode: string): Failure => ({ kind: 'refused', errorCode, words: '안 됨' })

  it('needs a person where the order, read again, shows no other way', async () => {
    outbox.given([preparing('os1', 1, 2)])
    outbox.answers = [refusal('30999')]
    outbox.read = order([preparing('os1', 1, 2)])
    let meanwhile = outbox.newest()
    outbox.duringRead = () => {
      meanwhile = outbox.newest()
    }
    const problem = { kind: 'refused', errorCode: '30999', words: '안 됨' }
    expect(await outbox.moved()).toMatchObject({ ...free, state: 'needsPerson', problem })
    expect(meanwhile).toMatchObject({ ...free, state: 'waiting', readFirst: true, problem })
    expect(outbox.writes).toHaveLength(1)
  })

  it('waits with its words where the order cannot be read', async () => {
    outbox.given([preparing('os1', 1, 2)])
    outbox.answers = [refusal('30999')]
    expect(await outbox.moved()).toMatchObject({
      state: 'waiting',
      readFirst: true,
      problem: { errorCode: '30999' },
    })
  })

  it('is told with what the order shows', async () => {
    outbox.given([preparing('os1', 1, 2)])
    outbox.answers = [refusal('30999')]
    outbox.read = order([at('PRODUCT_PREPARATION', 'os1', 1, 2, { held: true })])
    const problem = { kind: 'sectionHeld', errorCode: '30999', words: '안 됨' }
    expect(await outbox.moved()).toMatchObject({ state: 'needsPerson', problem })
  })

  it('is no end where the order has moved on', async () => {
    outbox.given([preparing('os1', 1, 2)])
    outbox.answers = [refusal('30999')]
    outbox.read = order([ready('os1', 1, 2)])
    expect(await outbox.moved()).toMatchObject({ state: 'waiting', section: 'os1', problem: null })
    expect(outbox.writes.map(({ body }) => body?.['orderSectionStatus'])).toEqual([
      'SHIPPING_READY',
      'SHIPPING',
    ])
  })

  it('is let go where the intent was taken out of the outbox', async () => {
    outbox.given([preparing('os1', 1, 2)])
    outbox.answers = [refusal('30999')]
    outbox.duringWrite = () =>
      outbox.db.exec('CREATE TRIGGER gone AFTER UPDATE ON intents BEGIN DELETE FROM intents; END')
    await outbox.move(outbox.newest())
    expect(outbox.done).not.toContain(`read ${orderNo}`)
  })

  it('teaches that only a section in 배송대기 can be divided, and the box goes there another way', async () => {
    outbox.given([preparing('os1', 2, 4)])
    outbox.answers = [refusal('30187')]
    outbox.read = order([preparing('os1', 2, 4)])
    expect(await outbox.moved()).toMatchObject({ state: 'waiting', section: null })
    expect(outbox.habits).toEqual({ ...unknownHabits, partNeedsReady: true })
    expect(outbox.writes.map(({ body }) => body?.['orderSectionItemDataList'] === undefined)).toEqual([
      false,
      true,
    ])
  })

  it.each([
    ['by another code', '30188', preparing('os1', 2, 4), unknownHabits],
    ['of a whole section', '30187', preparing('os1', 2, 4), { ...unknownHabits, partNeedsReady: true }],
    ['of another step', '30187', ready('os1', 2, 4), unknownHabits],
  ])('teaches nothing %s', async (_what, code, section, habits) => {
    outbox.given([section])
    outbox.habits = habits
    outbox.answers = [refusal(code)]
    await outbox.moved()
    expect(outbox.habits).toBe(habits)
  })
})
