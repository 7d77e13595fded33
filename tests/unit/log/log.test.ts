import { describe, expect, it } from 'vitest'
import { beginning, isIntact, prepareSlice, readEnd } from '../../../electron/station/log/log-chain.ts'
import { signedInAtEnd } from '../../../electron/station/log/log.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { boxOpened, opened, scanned } from '../packing/log-on-paper.ts'
import { createLogDesk, many, refused } from './log-desk.ts'

const signedIn = (person: number): PackingEvent => ({ type: 'packerSignedIn', person, name: '민지' })
const signedOut: PackingEvent = { type: 'packerSignedOut', why: 'asked' }
const putDown: PackingEvent = { type: 'orderPutDown' }

describe('what is appended', () => {
  it('is numbered without gaps and hashed with what was there before, whichever order it is of', () => {
    const { db, log } = createLogDesk()
    expect(log.append('7', [refused('a'), refused('b')], 10)).toEqual([
      { seq: 1, at: 10, event: refused('a') },
      { seq: 2, at: 10, event: refused('b') },
    ])
    log.append(null, [signedOut], 20)
    log.append('8', [refused('c')], 30)
    const rows = prepareSlice(db)(0, 9)
    expect(rows.map(({ seq, order_no, at, type }) => [seq, order_no, at, type])).toEqual([
      [1, '7', 10, 'scanRefused'],
      [2, '7', 10, 'scanRefused'],
      [3, null, 20, 'packerSignedOut'],
      [4, '8', 30, 'scanRefused'],
    ])
    expect(rows.every(isIntact)).toBe(true)
    expect(rows.map(({ prev_hash }) => prev_hash)).toEqual([
      beginning,
      ...rows.slice(0, -1).map(({ hash }) => hash),
    ])
    expect(log.append('7', [], 40)).toEqual([])
    expect(readEnd(db).seq).toBe(4)
  })

  it('says who packed; who signs in did so; where nobody does it says nothing', () => {
    const desk = createLogDesk()
    const written = (): unknown =>
      JSON.parse(prepareSlice(desk.db)(readEnd(desk.db).seq - 1, 1)[0]?.event ?? '')
    desk.log.append('7', [putDown], 10)
    expect(written()).toEqual({ type: 'orderPutDown' })
    desk.by = 3
    desk.log.append('7', [putDown], 10)
    expect(written()).toEqual({ type: 'orderPutDown', by: 3 })
    desk.log.append(null, [signedIn(5)], 10)
    expect(written()).toEqual({ type: 'packerSignedIn', person: 5, name: '민지', by: 5 })
    desk.by = null
    desk.log.append(null, [signedIn(5)], 10)
    expect(written()).toMatchObject({ by: 5 })
  })
})

describe('an order’s events', () => {
  it('are its own, in their order, as they were given', () => {
    const { log } = createLogDesk()
    log.append('7', [opened, boxOpened(1)], 10)
    log.append('8', [opened], 20)
    log.append('7', [scanned('B1')], 30)
    expect(log.eventsOf('7')).toEqual([
      { seq: 1, at: 10, event: opened },
      { seq: 2, at: 10, event: boxOpened(1) },
      { seq: 4, at: 30, event: scanned('B1') },
    ])
    expect(log.eventsOf('9')).toEqual([])
  })

  it('after one of them, and up to and with another', () => {
    const { log } = createLogDesk()
    log.append('7', many(5), 10)
    const seqs = (...asked: Parameters<typeof log.eventsOf>) => log.eventsOf(...asked).map(({ seq }) => seq)
    expect(seqs('7', { after: 3 })).toEqual([4, 5])
    expect(seqs('7', { upTo: 2 })).toEqual([1, 2])
    expect(seqs('7', { after: 1, upTo: 3 })).toEqual([2, 3])
  })
})

describe('the order on the desk when the log ends', () => {
  it.each<[string, PackingEvent[], string | null]>([
    ['none in an empty log', [], null],
    ['the one that was opened', [opened], '7'],
    ['the one that was taken up again', [opened, putDown, { type: 'orderResumed' }], '7'],
    ['the one whose goods were scanned last', [opened, boxOpened(1), refused('x')], '7'],
    ['none once it was put down', [opened, putDown, refused('x')], null],
    ['none once it was set aside', [opened, { type: 'orderHeld', reason: '' }], null],
    ['none once it was handed over', [opened, { type: 'orderHandedOver', desk: '2', note: '' }], null],
  ])('is %s', (_what, events, orderNo) => {
    const { log } = createLogDesk()
    log.append('7', events, 10)
    expect(log.orderOnDesk()).toBe(orderNo)
  })
})

describe('who was signed in when the log ends', () => {
  it.each<[string, PackingEvent[], number | null]>([
    ['nobody in an empty log', [], null],
    ['who signed in last', [signedIn(4), signedIn(5), refused('x')], 5],
    ['nobody after who signed out', [signedIn(4), signedOut], null],
    ['who signed in after that', [signedIn(4), signedOut, signedIn(6)], 6],
  ])('is %s', (_what, events, person) => {
    const { db, log } = createLogDesk()
    log.append(null, events, 10)
    expect(signedInAtEnd(db)).toBe(person)
  })
})

describe('the whole chain in one go', () => {
  it('holds, but for its first bad row', () => {
    const { db, log } = createLogDesk()
    log.append('7', many(5), 10)
    expect(log.firstBreak()).toBeNull()
    db.exec('UPDATE packing_log SET at = 11 WHERE seq = 4; DELETE FROM packing_log WHERE seq = 5')
    expect(log.firstBreak()).toEqual({ seq: 4 })
  })

  it('holds where what is missing is known to be lost', () => {
    const { db, log } = createLogDesk()
    log.append('7', many(5), 10)
    db.exec('DELETE FROM packing_log WHERE seq = 3')
    expect(log.firstBreak()).toEqual({ seq: 3 })
    db.exec('INSERT INTO log_gaps VALUES (2, 4, 0)')
    expect(log.firstBreak()).toBeNull()
  })
})
