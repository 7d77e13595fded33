import { beforeEach, describe, expect, it } from 'vitest'
import { createDispatcher } from '../../../electron/station/outbox/dispatcher.ts'
import { createOutbox, type OutboxWorld } from './outbox-world.ts'

let outbox: OutboxWorld
let dispatcher: ReturnType<typeof createDispatcher>
/** What the dispatcher has asked to be woken for, in milliseconds; null: nothing. */
let alarm: { ms: number; ring: () => void } | null
let reports: unknown[]
/** How often the window was told to look again; and what goes wrong as it is. */
let changes: number
let whenTold: () => void
/** What must be on disk before anything is sent. */
let anchored: () => Promise<void>

beforeEach(() => {
  outbox = createOutbox()
  alarm = null
  reports = []
  changes = 0
  whenTold = () => undefined
  anchored = () => Promise.resolve()
  dispatcher = createDispatcher({
    ...outbox.parts(),
    readAhead: { next: () => null, read: () => Promise.resolve() },
    schedule: (ms, ring) => {
      alarm = { ms, ring }
      return () => {
        alarm = null
      }
    },
    graceMs: () => 400,
    report: (what) => reports.push(what),
    anchored: () => anchored(),
    onChange: () => {
      changes += 1
      whenTold()
    },
  })
})

/** Lets everything that needs no waiting come to its end. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
}

const fiveOrders = () => {
  for (const orderNo of ['a', 'b', 'c', 'd', 'e']) outbox.give({ orderNo })
}

describe('the dispatcher', () => {
  it('does nothing until it is started', async () => {
    outbox.give()
    dispatcher.wake()
    await settled()
    expect(outbox.done).toEqual([])
    dispatcher.start()
    expect(dispatcher.isIdle()).toBe(false)
    await settled()
    expect(outbox.done).toHaveLength(1)
    expect(dispatcher.isIdle()).toBe(true)
  })

  it('sends nothing that was only about to go out when it was paused', async () => {
    outbox.give()
    let onDisk = (): void => undefined
    anchored = () => new Promise((resolve) => (onDisk = resolve))
    dispatcher.start()
    dispatcher.pause()
    onDisk()
    await settled()
    expect(outbox.done).toEqual([])
    expect(dispatcher.isIdle()).toBe(true)
    dispatcher.start()
    onDisk()
    await settled()
    expect(outbox.done).toHaveLength(1)
  })

  it('works on four orders side by side, and on the next as one is done', async () => {
    fiveOrders()
    dispatcher.start()
    expect(['a', 'b', 'c', 'd', 'e'].map(dispatcher.isWorkingOn)).toEqual([true, true, true, true, false])
    await settled()
    expect(outbox.done).toEqual(['read a', 'read b', 'read c', 'read d', 'read e'])
  })

  it('never works on more than four, however often it is woken', () => {
    fiveOrders()
    dispatcher.start()
    dispatcher.wake()
    expect(dispatcher.isWorkingOn('e')).toBe(false)
  })

  it('fills up what is free: three more beside one that is under way', () => {
    outbox.give({ orderNo: 'z' })
    dispatcher.start()
    fiveOrders()
    dispatcher.wake()
    expect(['a', 'b', 'c', 'd', 'e'].map(dispatcher.isWorkingOn)).toEqual([true, true, true, false, false])
  })

  it('asks to be woken for nothing where nothing will fall due', () => {
    dispatcher.start()
    expect(alarm).toBeNull()
  })

  it('does not begin what is given while it is paused, before or after it was at work', async () => {
    dispatcher.pause()
    dispatcher.start()
    dispatcher.pause()
    outbox.give()
    dispatcher.wake()
    await settled()
    expect(outbox.done).toEqual([])
  })

  it('says that things look different as an intent is taken up, and as it is let go', async () => {
    outbox.give()
    dispatcher.start()
    expect(changes).toBe(1)
    await settled()
    expect(changes).toBe(2)
  })

  it('reports what goes wrong as the window is told of the end of a move', async () => {
    outbox.give()
    dispatcher.start()
    whenTold = () => {
      throw new Error('no window')
    }
    await settled()
    expect(reports).toEqual(['outbox'])
    expect(dispatcher.isIdle()).toBe(true)
  })

  it('wakes when the next falls due, and not while it is paused', async () => {
    outbox.give({ waitMs: 400 })
    dispatcher.start()
    expect(alarm?.ms).toBe(400)
    dispatcher.pause()
    expect(alarm).toBeNull()
    dispatcher.start()
    outbox.pass(400)
    alarm?.ring()
    await settled()
    expect(outbox.done).toHaveLength(1)
  })

  it('lets an order rest five seconds after an error that nobody expected', async () => {
    outbox.give()
    outbox.duringRead = () => {
      throw new Error('disk full')
    }
    dispatcher.start()
    await settled()
    expect([reports, outbox.done.length, alarm?.ms]).toEqual([['outbox'], 1, 5_000])
    outbox.pass(4_999)
    dispatcher.wake()
    await settled()
    expect(outbox.done).toHaveLength(1)
    outbox.pass(1)
    alarm?.ring()
    await settled()
    expect(outbox.done).toHaveLength(2)
  })

  it('tries again at once, in spite of what a person has seen', () => {
    outbox.give()
    const problem = { kind: 'addressChanged', errorCode: null, words: null } as const
    outbox.table.change(1, { state: 'needsPerson', problem, nextAt: 9_000_000 })
    dispatcher.retry(1)
    expect(outbox.newest()).toMatchObject({
      state: 'waiting',
      nextAt: outbox.pace,
      readFirst: true,
      problem: null,
      accepted: ['addressChanged'],
    })
  })

  it('reads back what may have been done, when a person has it tried again', () => {
    outbox.give()
    const step = { kind: 'prepare', sectionCode: 'os1', contents: null } as const
    outbox.table.change(1, { state: 'needsPerson', step })
    dispatcher.retry(1)
    expect(outbox.newest()).toMatchObject({ state: 'unknown', step, accepted: [] })
  })

  it('goes on with what is tried again at once', async () => {
    outbox.give({ waitMs: 60_000 })
    dispatcher.start()
    dispatcher.retry(1)
    expect(dispatcher.isWorkingOn(outbox.newest().orderNo)).toBe(true)
    await settled()
    expect(outbox.done).toHaveLength(1)
  })

  it('tells the window of what is tried again while nothing may go out', () => {
    outbox.give()
    dispatcher.retry(1)
    expect(changes).toBe(1)
  })

  it('has nothing to try again where there is nothing, or where a call is under way', () => {
    dispatcher.retry(7)
    outbox.give()
    dispatcher.start()
    dispatcher.retry(1)
    expect(outbox.newest()).toMatchObject({ state: 'waiting', readFirst: false })
    expect(changes).toBe(1)
  })

  it('accepts nothing that cannot be lived with, and reopens nothing that has ended', () => {
    outbox.give()
    const problem = { kind: 'goodsGone', errorCode: null, words: null } as const
    outbox.table.change(1, { state: 'needsPerson', problem })
    dispatcher.retry(1)
    expect(outbox.newest()).toMatchObject({ state: 'waiting', accepted: [] })
    for (const state of ['confirmed', 'handled'] as const) {
      outbox.table.change(1, { state })
      dispatcher.retry(1)
      expect(outbox.newest().state).toBe(state)
    }
  })

  it('takes up after a restart what was being sent, as not known', () => {
    outbox.give()
    outbox.table.change(1, { state: 'sending', since: 1, nextAt: 9_000_000 })
    dispatcher.recover()
    expect(outbox.newest()).toMatchObject({ state: 'unknown', since: outbox.now, nextAt: outbox.pace })
  })

  it('sits out nothing that an earlier run waited for, but what was never told can still be taken back', () => {
    for (const orderNo of ['tried', 'new']) outbox.give({ orderNo, waitMs: 9_000_000 })
    outbox.table.change(1, { attempts: 1 })
    dispatcher.recover()
    dispatcher.start()
    expect(['tried', 'new'].map(dispatcher.isWorkingOn)).toEqual([true, false])
    expect(alarm?.ms).toBe(400)
  })

  it('frees what was stuck on a hold that was lifted, and nothing else', () => {
    for (const orderNo of ['held', 'lifted', 'gone', 'unsaid']) outbox.give({ orderNo })
    outbox.table.change(4, { state: 'needsPerson' })
    const stuck = (seq: number, kind: 'sectionHeld' | 'goodsGone') => {
      outbox.table.change(seq, { state: 'needsPerson', problem: { kind, errorCode: null, words: null } })
    }
    stuck(1, 'sectionHeld')
    stuck(2, 'sectionHeld')
    stuck(3, 'goodsGone')
    dispatcher.reconsider((orderNo) => orderNo === 'held')
    expect([1, 2, 3, 4].map((seq) => outbox.table.get(seq).state)).toEqual([
      'needsPerson',
      'waiting',
      'needsPerson',
      'needsPerson',
    ])
  })

  it('lets nothing sit out its wait once the network is back', async () => {
    outbox.give({ waitMs: 60_000 })
    outbox.table.change(1, { attempts: 1 })
    dispatcher.start()
    dispatcher.hurry()
    await settled()
    expect(outbox.done).toHaveLength(1)
  })
})
