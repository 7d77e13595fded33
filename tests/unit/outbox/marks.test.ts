import { beforeEach, describe, expect, it } from 'vitest'
import { backoff } from '../../../electron/station/outbox/backoff.ts'
import { createMarks } from '../../../electron/station/outbox/marks.ts'
import { createOutbox, type OutboxWorld } from './outbox-world.ts'

let outbox: OutboxWorld
let marks: ReturnType<typeof createMarks>
beforeEach(() => {
  outbox = createOutbox()
  marks = createMarks(
    outbox.table,
    () => outbox.now,
    () => outbox.pace,
    () => 0.5,
  )
})

const lastAnswer = { kind: 'limited', words: null, at: 7 }
const problem = { kind: 'goodsGone', errorCode: null, words: null } as const

/** An intent with an answer that is not written down yet, a second after it was given. */
const answered = (attempts = 0) => {
  const intent = outbox.give()
  outbox.pass(1_000)
  return { ...intent, attempts, lastAnswer }
}

describe('what became of an intent', () => {
  it('is written down with its last answer, or with another that is said', () => {
    const intent = answered()
    marks.set(intent, { section: 'os1' })
    expect(outbox.newest()).toMatchObject({ section: 'os1', lastAnswer, since: 1_000_000 })
    marks.set(intent, { lastAnswer: null })
    expect(outbox.newest().lastAnswer).toBeNull()
  })

  it('is so since now where that is another state, and only then', () => {
    const intent = answered()
    marks.set(intent, { state: 'waiting' })
    expect(outbox.newest().since).toBe(1_000_000)
    marks.set(intent, { state: 'sending' })
    expect(outbox.newest()).toMatchObject({ state: 'sending', since: outbox.now })
  })

  it('is tried again, later with each time, or when the store has said', () => {
    marks.later(answered(2), { readFirst: true })
    const later = { readFirst: true, attempts: 3, lastAnswer }
    expect(outbox.newest()).toMatchObject({ ...later, nextAt: outbox.pace + 2_000 })
    marks.later({ ...outbox.newest(), attempts: 2 }, {}, 30_000)
    expect(outbox.newest()).toMatchObject({ ...later, nextAt: outbox.pace + 30_000 })
  })

  it('waits for a person', () => {
    marks.hand(answered(), problem)
    expect(outbox.newest()).toMatchObject({
      state: 'needsPerson',
      since: outbox.now,
      problem,
      lastAnswer,
    })
  })
})

describe('the time before the next try', () => {
  const wait = (attempts: number, chance: number) => backoff(attempts, () => chance)

  it('is half of a bound, on average, that doubles with each try up to a minute', () => {
    expect([0, 1, 2, 3, 4, 5].map((attempts) => wait(attempts, 0.5))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 16_000,
    ])
    expect([6, 7, 100, 5_000].map((attempts) => wait(attempts, 0.5))).toEqual([
      30_000, 30_000, 30_000, 30_000,
    ])
  })

  it('is anything below the bound, in whole milliseconds, and never less than 200', () => {
    expect(wait(1, 0.3333)).toBe(667)
    expect([0, 0.1, 0.199].map((chance) => wait(0, chance))).toEqual([200, 200, 200])
    expect(wait(0, 0.25)).toBe(250)
  })
})
