import { beforeEach, describe, expect, it } from 'vitest'
import { isUnreported } from '../../../electron/station/outbox/intent-table.ts'
import { order } from '../orders.ts'
import { invoice, preparing } from '../intents/boxes.ts'
import { boxId, createOutbox, orderNo, promise, type OutboxWorld } from './outbox-world.ts'

let outbox: OutboxWorld
beforeEach(() => {
  outbox = createOutbox()
})

const other = '202410104747677'
const ended = { state: 'confirmed' } as const
const seqs = (intents: { seq: number }[]) => intents.map(({ seq }) => seq)

describe('an intent that is given', () => {
  it('waits until it may no longer be taken back', () => {
    const given = outbox.give({ waitMs: 400 })
    expect(given).toEqual({
      seq: 1,
      orderNo,
      kind: 'dispatch',
      boxId,
      boxNumber: 1,
      payload: promise(),
      givenAt: 1_000_000,
      state: 'waiting',
      since: 1_000_000,
      nextAt: outbox.pace + 400,
      attempts: 0,
      readFirst: false,
      section: null,
      step: null,
      before: null,
      sentAt: null,
      problem: null,
      lastAnswer: null,
      accepted: [],
      handled: null,
    })
    expect(outbox.table.find(1)).toEqual(given)
  })

  it('need not be about a box', () => {
    expect(outbox.give({ box: null })).toMatchObject({ boxId: null, boxNumber: null })
  })

  it('is not kept where its kind does not know what was promised', () => {
    expect(() => outbox.give({ payload: { boxId } })).toThrow()
    expect(outbox.table.find(1)).toBeNull()
  })

  it('is one of those that are there', () => {
    expect(outbox.table.find(7)).toBeNull()
    expect(() => outbox.table.get(7)).toThrow('no intent 7')
  })
})

describe('a change', () => {
  it('is kept whole, and leaves the rest', () => {
    const given = outbox.give()
    const changes = {
      state: 'unknown',
      since: 1,
      nextAt: 2,
      attempts: 3,
      readFirst: true,
      section: 'os2',
      step: { kind: 'ship', sectionCode: 'os2', invoice, contents: null },
      before: order([preparing('os1', 2, 4)]).sections,
      sentAt: 4,
      problem: { kind: 'refused', errorCode: '30118', words: '안 됨' },
      lastAnswer: { kind: 'unanswered', words: null, at: 5 },
      accepted: ['addressChanged'],
      handled: { how: 'handedOver', reason: '직접', at: 6 },
    } as const
    outbox.table.change(given.seq, { ...changes, before: [...changes.before], accepted: ['addressChanged'] })
    const changed = outbox.table.get(given.seq)
    expect(changed).toEqual({ ...given, ...changes })
    outbox.table.change(given.seq, { attempts: 9 })
    expect(outbox.table.get(given.seq)).toEqual({ ...changed, attempts: 9 })
    outbox.table.change(given.seq, {
      step: null,
      before: null,
      problem: null,
      lastAnswer: null,
      handled: null,
    })
    expect(outbox.table.get(given.seq)).toMatchObject({
      step: null,
      before: null,
      problem: null,
      lastAnswer: null,
      handled: null,
    })
  })
})

describe("an order's lane", () => {
  const due = (limit = 9, except: string[] = []) => seqs(outbox.table.due(outbox.pace, except, limit))

  it('has one head: the first that has not ended', () => {
    for (const no of [orderNo, orderNo, other, orderNo]) outbox.give({ orderNo: no })
    expect(due()).toEqual([1, 3])
    outbox.table.change(2, { state: 'handled' })
    expect(due()).toEqual([1, 3])
    outbox.table.change(1, ended)
    expect(due()).toEqual([3, 4])
    outbox.table.change(4, ended)
    expect(due()).toEqual([3])
    outbox.give()
    expect(due()).toEqual([3, 5])
  })

  it.each(['handedOver', 'discarded', 'superseded'] as const)('goes on behind one that was %s', (how) => {
    outbox.give()
    outbox.give()
    const handled = { how, reason: '직접', at: 5 }
    outbox.table.change(1, { state: 'handled', handled })
    expect(outbox.table.get(1).handled).toEqual(handled)
    expect(due()).toEqual([2])
  })

  it('stands still behind one that needs a person', () => {
    outbox.give()
    outbox.give()
    outbox.table.change(1, { state: 'needsPerson' })
    expect(due()).toEqual([])
    expect(seqs(outbox.table.headsIn('needsPerson'))).toEqual([1])
    outbox.table.change(1, { state: 'waiting' })
    expect(due()).toEqual([1])
  })

  it('goes on behind what was reported, and comes back to it where that is contradicted', () => {
    outbox.give()
    outbox.give()
    outbox.table.change(1, { state: 'reported' })
    expect(due()).toEqual([2])
    outbox.table.change(2, { state: 'confirmed' })
    outbox.table.change(2, { state: 'waiting' })
    expect(due()).toEqual([2])
    outbox.table.change(1, { state: 'needsPerson' })
    expect(due()).toEqual([])
  })

  it('is asked for in the order of what fell due, as many as are wanted, without orders that are busy', () => {
    outbox.give({ orderNo: 'a', waitMs: -1 })
    outbox.give({ orderNo: 'b', waitMs: -3 })
    outbox.give({ orderNo: 'c', waitMs: -3 })
    outbox.give({ orderNo: 'd', waitMs: 1 })
    expect(due()).toEqual([2, 3, 1])
    expect(due(2)).toEqual([2, 3])
    expect(due(9, ['b', 'a'])).toEqual([3])
    outbox.pass(1)
    expect(due()).toEqual([2, 3, 1, 4])
  })

  it.each(['waiting', 'sending', 'unknown'] as const)('is due as well where it is %s', (state) => {
    outbox.give()
    outbox.table.change(1, { state, nextAt: outbox.pace })
    expect(due()).toEqual([1])
    outbox.table.change(1, { nextAt: outbox.pace + 5 })
    expect(due()).toEqual([])
    expect(outbox.table.nextDueAt(outbox.pace)).toBe(outbox.pace + 5)
    expect(outbox.table.nextDueAt(outbox.pace + 5)).toBeNull()
  })

  it('next falls due when the first of its heads does', () => {
    outbox.give({ orderNo: 'a', waitMs: 30 })
    outbox.give({ orderNo: 'a', waitMs: 10 })
    outbox.give({ orderNo: 'b', waitMs: 20 })
    outbox.give({ orderNo: 'c', waitMs: 5 })
    outbox.table.change(4, { state: 'needsPerson' })
    expect(outbox.table.nextDueAt(outbox.pace)).toBe(outbox.pace + 20)
  })

  it('hurries what waits for another try, and nothing else', () => {
    for (const no of ['a', 'b', 'c', 'd', 'e', 'e']) outbox.give({ orderNo: no, waitMs: 50 })
    outbox.table.change(1, { attempts: 1 })
    outbox.table.change(2, { attempts: 2, state: 'unknown' })
    outbox.table.change(4, { attempts: 1, state: 'sending' })
    outbox.table.change(6, { attempts: 1 })
    outbox.give({ orderNo: 'f', waitMs: -5 })
    outbox.table.change(7, { attempts: 1 })
    outbox.table.hurry(outbox.pace)
    const nextAt = [1, 2, 3, 4, 5, 6, 7].map((seq) => outbox.table.get(seq).nextAt - outbox.pace)
    expect(nextAt).toEqual([0, 0, 50, 50, 50, 50, -5])
  })

  it('is due anew in another run, whatever an earlier one waited for', () => {
    for (const no of ['a', 'b', 'c', 'd', 'e', 'f']) outbox.give({ orderNo: no, waitMs: 9e12 })
    outbox.table.change(2, { attempts: 1 })
    outbox.table.change(3, { sentAt: 1 })
    outbox.table.change(4, { state: 'unknown' })
    outbox.table.change(5, { state: 'needsPerson' })
    outbox.table.change(6, ended)
    outbox.table.beginRun(7, 127)
    expect([1, 2, 3, 4, 5, 6].map((seq) => outbox.table.get(seq).nextAt)).toEqual([
      127,
      7,
      7,
      7,
      7,
      outbox.pace + 9e12,
    ])
    expect(seqs(outbox.table.due(7, [], 9))).toEqual([2, 3, 4])
    expect(outbox.table.nextDueAt(7)).toBe(127)
  })

  it('has its head found anew where rows came by other means', () => {
    for (const no of [orderNo, orderNo, other]) outbox.give({ orderNo: no })
    outbox.table.change(1, ended)
    outbox.db.exec('UPDATE intents SET head = CASE seq WHEN 1 THEN 1 ELSE 0 END')
    outbox.table.findHeads()
    expect(due()).toEqual([2, 3])
    expect(outbox.db.prepare('SELECT head FROM intents WHERE seq = 1').pluck().get()).toBe(0)
  })

  it('drops what has ended from its heads', () => {
    outbox.give()
    outbox.table.change(1, ended)
    expect(outbox.db.prepare('SELECT head FROM intents').pluck().get()).toBe(0)
    expect(outbox.table.headsIn('confirmed')).toEqual([])
  })
})

describe('what has not ended', () => {
  it('is listed page by page, the oldest first', () => {
    for (const no of ['c', 'a', 'b', 'a']) outbox.give({ orderNo: no })
    outbox.table.change(2, ended)
    expect(seqs(outbox.table.openAfter(0, 2))).toEqual([1, 3])
    expect(seqs(outbox.table.openAfter(3, 2))).toEqual([4])
    outbox.table.change(3, { state: 'handled' })
    expect(seqs(outbox.table.openAfter(0, 9))).toEqual([1, 4])
  })

  it('is found by its order, with what has ended, and by its box', () => {
    outbox.give()
    outbox.give({ orderNo: other, box: { id: 'x', number: 2 } })
    outbox.give({ kind: 'handOver', payload: { boxId, invoice, receiver: null } })
    outbox.give()
    outbox.table.change(1, ended)
    expect(seqs(outbox.table.ofOrder(orderNo))).toEqual([1, 3, 4])
    expect(outbox.table.ofBox(boxId, 'dispatch')?.seq).toBe(4)
    expect(outbox.table.ofBox(boxId, 'handOver')?.seq).toBe(3)
    expect(outbox.table.ofBox('x', 'handOver')).toBeNull()
  })
})

describe('taking back', () => {
  it('leaves nothing of an intent that the store cannot have heard of; the lane goes on', () => {
    const first = outbox.give()
    outbox.give()
    outbox.table.takeBack(first)
    expect(outbox.table.find(1)).toBeNull()
    expect(seqs(outbox.table.due(outbox.pace, [], 9))).toEqual([2])
  })

  it('takes back what was tried and has not reached the store', () => {
    const given = outbox.give()
    outbox.table.change(given.seq, { attempts: 3, lastAnswer: { kind: 'undelivered', words: null, at: 1 } })
    outbox.table.takeBack(given)
    expect(outbox.table.find(given.seq)).toBeNull()
  })

  it.each([
    ['being sent', { state: 'sending' }],
    ['for which a write went out', { sentAt: 1 }],
    ['with a section of its own', { section: 'os1' }],
  ] as const)('is refused for one %s', (_what, changes) => {
    const given = outbox.give()
    expect(isUnreported(given)).toBe(true)
    outbox.table.change(given.seq, changes)
    expect(isUnreported(outbox.table.get(given.seq))).toBe(false)
    expect(() => {
      outbox.table.takeBack(given)
    }).toThrow('intent 1 may have been reported')
    expect(outbox.table.find(1)).not.toBeNull()
  })
})

describe('amending', () => {
  it('puts other words in the place of what was promised', () => {
    const given = outbox.give()
    outbox.table.amend(given, promise({ sectionCode: 'os9' }))
    expect(outbox.table.get(1)).toEqual({ ...given, payload: promise({ sectionCode: 'os9' }) })
  })

  it('is refused while a write for it may be on its way, and for words its kind does not know', () => {
    const given = outbox.give()
    expect(() => {
      outbox.table.amend(given, {})
    }).toThrow()
    outbox.table.change(1, { step: { kind: 'ship', sectionCode: 'os1', invoice, contents: null } })
    expect(() => {
      outbox.table.amend(given, promise({ sectionCode: 'os9' }))
    }).toThrow('intent 1 may be under way')
    expect(outbox.table.get(1).payload).toEqual(promise())
  })
})
