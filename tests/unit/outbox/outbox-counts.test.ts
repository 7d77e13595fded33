import { beforeEach, describe, expect, it } from 'vitest'
import { createOutboxCounts } from '../../../electron/station/outbox/outbox-counts.ts'
import { createOutbox, type OutboxWorld } from './outbox-world.ts'

let outbox: OutboxWorld
beforeEach(() => {
  outbox = createOutbox()
})

const nothing = { waiting: 0, sending: 0, unknown: 0, needsPerson: 0, oldestAt: null }

describe('how much the store has not confirmed', () => {
  it('is counted by where it stands, with the oldest of it, leaving out what has ended', () => {
    const states = [
      'confirmed',
      'waiting',
      'waiting',
      'sending',
      'unknown',
      'needsPerson',
      'handled',
    ] as const
    for (const [index, state] of states.entries()) {
      outbox.give({ orderNo: state, at: index })
      outbox.table.change(index + 1, { state })
    }
    const counts = { waiting: 2, sending: 1, unknown: 1, needsPerson: 1, oldestAt: 1 }
    const count = createOutboxCounts(outbox.db)
    expect(count()).toEqual(counts)
    expect(count()).toEqual(counts)
  })

  it('is nothing where nothing was promised', () => {
    expect(createOutboxCounts(outbox.db)()).toEqual(nothing)
  })

  it('follows what is given, goes on, ends and is taken back', () => {
    const count = createOutboxCounts(outbox.db)
    expect(count()).toEqual(nothing)
    outbox.give({ at: 10 })
    const second = outbox.give({ at: 20 })
    expect(count()).toEqual({ ...nothing, waiting: 2, oldestAt: 10 })
    outbox.table.change(1, { state: 'sending' })
    expect(count()).toEqual({ ...nothing, waiting: 1, sending: 1, oldestAt: 10 })
    outbox.table.change(1, { state: 'unknown' })
    outbox.table.change(1, { attempts: 1 })
    expect(count()).toEqual({ ...nothing, waiting: 1, unknown: 1, oldestAt: 10 })
    outbox.table.change(1, { state: 'confirmed' })
    expect(count()).toEqual({ ...nothing, waiting: 1, oldestAt: 20 })
    outbox.table.takeBack(second)
    expect(count()).toEqual(nothing)
  })

  it('does not count what came and went in between', () => {
    const count = createOutboxCounts(outbox.db)
    count()
    outbox.table.takeBack(outbox.give())
    expect(count()).toEqual(nothing)
  })

  it('keeps to what is there where a change was rolled back', () => {
    outbox.give({ at: 10 })
    const count = createOutboxCounts(outbox.db)
    count()
    expect(() => {
      outbox.db.transaction(() => {
        outbox.table.change(1, { state: 'sending' })
        throw new Error('disk full')
      })()
    }).toThrow('disk full')
    expect(count()).toEqual({ ...nothing, waiting: 1, oldestAt: 10 })
  })

  it('has the oldest first that was given first, by whichever clock', () => {
    outbox.give({ at: 30 })
    outbox.give({ at: 10 })
    const count = createOutboxCounts(outbox.db)
    expect(count().oldestAt).toBe(30)
    outbox.give({ at: 5 })
    outbox.table.change(1, { attempts: 1 })
    expect(count().oldestAt).toBe(30)
  })
})
