import { beforeEach, describe, expect, it } from 'vitest'
import type { IntentChange } from '../../../electron/station/outbox/intent-table.ts'
import { unknownHabits } from '../../../shared/domain/intents/habits.ts'
import type { Step } from '../../../shared/domain/intents/step.ts'
import { half, invoice, preparing, ready } from '../intents/boxes.ts'
import { order } from '../orders.ts'
import { createLaneWorld, free, orderNo, type LaneWorld } from './outbox-world.ts'

let outbox: LaneWorld
beforeEach(() => {
  outbox = createLaneWorld()
})

describe('reading back', () => {
  const prepareHalf: Step = { kind: 'prepare', sectionCode: 'os1', contents: half }

  /** A write of which no answer came, sent at 1,000,000. */
  const unanswered = (changes: IntentChange = {}) => {
    outbox.given([preparing('os1', 2, 4)])
    outbox.table.change(1, {
      state: 'unknown',
      step: prepareHalf,
      before: order([preparing('os1', 2, 4)]).sections,
      sentAt: 1_000_000,
      ...changes,
    })
  }

  it.each([
    ['in a new section', [preparing('os1', 1, 2), ready('os2', 1, 2)], 'os2', 'part'],
    ['in the old one', [ready('os1', 1, 2), preparing('os2', 1, 2)], 'os1', 'rest'],
  ])('finds the box %s, and learns of the store', async (_what, now, section, newSectionHolds) => {
    unanswered()
    outbox.pass(70)
    outbox.read = order(now)
    expect(await outbox.moved()).toMatchObject({ ...free, state: 'waiting', section, nextAt: outbox.pace })
    expect(outbox.habits).toEqual({ ...unknownHabits, newSectionHolds })
    expect(outbox.orders.get(orderNo)?.sections.find(({ code }) => code === section)?.boxed).toBe(true)
    expect(outbox.writes).toEqual([])
  })

  it('takes the section that it finds from what is to be packed', async () => {
    const standing = () => outbox.db.prepare('SELECT standing FROM orders').pluck().get()
    unanswered({
      step: { kind: 'register', sectionCode: 'os1', contents: null, invoice },
      before: order([ready('os1', 1, 2)]).sections,
    })
    expect(standing()).toBe('ready')
    outbox.read = order([ready('os1', 1, 2, { invoice })])
    expect(await outbox.moved()).toMatchObject({ ...free, state: 'waiting', section: 'os1' })
    expect(standing()).toBe('packed')
  })

  it('learns nothing from a step that divides nothing', async () => {
    unanswered({ step: { ...prepareHalf, contents: null } })
    outbox.read = order([ready('os1', 2, 4)])
    expect(await outbox.moved()).toMatchObject({ ...free, state: 'waiting', section: null })
    expect(outbox.habits).toBe(unknownHabits)
  })

  it("does not take another box's section for its own", async () => {
    unanswered()
    outbox.give({ box: { id: 'other', number: 2 } })
    outbox.table.change(2, { section: 'os2' })
    outbox.read = order([preparing('os1', 1, 2), ready('os2', 1, 2)])
    await outbox.move(outbox.table.get(1))
    expect(outbox.table.get(1)).toMatchObject({ state: 'needsPerson', problem: { kind: 'changedMeanwhile' } })
  })

  it('needs a person where more than one story fits', async () => {
    unanswered()
    outbox.read = order([preparing('os1', 2, 4), ready('os2', 1, 2)])
    expect(await outbox.moved()).toMatchObject({ state: 'needsPerson', problem: { kind: 'cannotTell' } })
  })

  it('keeps what is not known where the order cannot be read', async () => {
    unanswered()
    expect(await outbox.moved()).toMatchObject({ state: 'unknown', step: prepareHalf, attempts: 1 })
  })

  it('leaves alone what nobody noted the sections of', async () => {
    unanswered({ before: null })
    await outbox.moved()
    expect(outbox.done).toEqual([])
  })

  it('does not believe what the store said before a write could no longer arrive, however late that is heard', async () => {
    unanswered()
    outbox.doubts.over(1)
    outbox.read = order([preparing('os1', 2, 4)])
    outbox.pass(2_999)
    outbox.duringRead = () => {
      outbox.pass(6_000)
    }
    expect(await outbox.moved()).toMatchObject({ state: 'unknown', step: prepareHalf })
    expect(await outbox.moved()).toMatchObject({ ...free, state: 'waiting' })
  })

  it.each<[string, () => void, number]>([
    ['was given up by this run', () => outbox.doubts.over(1), 3_000],
    ['broke off in this run', () => outbox.doubts.sent(1), 13_000],
    ['an earlier run sent', () => undefined, 13_000],
  ])('sends nothing again before a write that %s can no longer arrive', async (_what, sent, settledIn) => {
    unanswered()
    sent()
    outbox.read = order([preparing('os1', 2, 4)])
    const settledAt = outbox.pace + settledIn
    outbox.pass(settledIn - 1)
    expect(await outbox.moved()).toMatchObject({ state: 'unknown', step: prepareHalf, nextAt: settledAt })
    outbox.pass(1)
    expect(await outbox.moved()).toMatchObject({
      ...free,
      state: 'waiting',
      since: outbox.now,
      nextAt: settledAt,
      section: null,
    })
    expect(outbox.writes).toEqual([])
  })

  it.each([-63_072_000_000, -10_800_000, 10_800_000, 63_072_000_000])(
    'waits as long as ever where the clock is set by %i ms',
    async (set) => {
      unanswered()
      outbox.doubts.over(1)
      outbox.read = order([preparing('os1', 2, 4)])
      outbox.now += set
      expect(await outbox.moved()).toMatchObject({ state: 'unknown', nextAt: outbox.pace + 3_000 })
      outbox.pass(3_000)
      expect(await outbox.moved()).toMatchObject({ ...free, state: 'waiting', nextAt: outbox.pace })
    },
  )
})
