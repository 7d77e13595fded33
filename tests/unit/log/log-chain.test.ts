import { describe, expect, it } from 'vitest'
import {
  beginning,
  chainHash,
  createChainChecker,
  isIntact,
  prepareSlice,
  readEnd,
  readGaps,
  type LogGap,
  type TypedRow,
} from '../../../electron/station/log/log-chain.ts'
import { createLogDesk, many } from './log-desk.ts'

/** A log of five events as it is on disk. */
function five(): [TypedRow, TypedRow, TypedRow, TypedRow, TypedRow] {
  const { db, act } = createLogDesk()
  act('7', ...many(5))
  const [a, b, c, d, e] = prepareSlice(db)(0, 9)
  if (!a || !b || !c || !d || !e) throw new Error('five events')
  return [a, b, c, d, e]
}

/** What a checker says to rows one after the other. */
const following = (rows: readonly TypedRow[], gaps: readonly LogGap[] = []) => {
  const checker = createChainChecker(gaps)
  return [...rows.map((row) => checker.follow(row)), `at ${String(checker.last())}`]
}

/** The same row under a hash that is right for what it says. */
const rehashed = (row: TypedRow, changes: Partial<TypedRow>): TypedRow => {
  const changed = { ...row, ...changes }
  const { prev_hash, seq, order_no, at, event } = changed
  return { ...changed, hash: chainHash(prev_hash, seq, order_no, at, event) }
}

describe('a row’s hash', () => {
  it('is the one that was written by every earlier version', () => {
    expect(beginning).toBe('0000000000000000000000000000000000000000000000000000000000000000')
    expect(chainHash(beginning, 1, '7', 1_000, '{"type":"orderPutDown"}')).toBe(
      'accfa083a0f22c71c87f97c1e8b8e4f483abf2d5ed88440258495d0e354d6c80',
    )
    expect(chainHash(beginning, 2, null, 1_000, '{}')).toBe(
      '89adc58b9856e5e4f370ccc91c6b5833cce965d4428e2e20aceadd7208329c36',
    )
  })

  it.each([
    { seq: 9 },
    { order_no: '8' },
    { order_no: null },
    { at: 5 },
    { event: '{}' },
    { prev_hash: 'a' },
    { hash: 'a' },
  ])('does not fit once there is %o', (changes) => {
    const [, row] = five()
    expect(isIntact(row)).toBe(true)
    expect(isIntact({ ...row, ...changes })).toBe(false)
  })
})

describe('following the chain', () => {
  it('goes on row by row', () => {
    expect(following(five())).toEqual([null, null, null, null, null, 'at 5'])
    expect(createChainChecker([]).last()).toBe(0)
  })

  it('names the first event that is missing, and stays before it', () => {
    const [a, b, , d] = five()
    expect(following([b])).toEqual([1, 'at 0'])
    expect(following([a, b, d])).toEqual([null, null, 3, 'at 2'])
    expect(following([a, a])).toEqual([null, 2, 'at 1'])
  })

  it('names an event that was changed, with its hash or without', () => {
    const [a, b] = five()
    expect(following([a, { ...b, event: '{}' }])).toEqual([null, 2, 'at 1'])
    expect(following([a, rehashed(b, { prev_hash: beginning })])).toEqual([null, 2, 'at 1'])
  })

  it.each(['orderOpened', ''])('names an event that is looked up as another, %j', (type) => {
    const [a, b] = five()
    expect(following([a, { ...b, type }])).toEqual([null, 2, 'at 1'])
  })

  it.each(['null', '"scanRefused"', '{}', '[]', '5'])(
    '%s has no type, whatever it is looked up as',
    (event) => {
      const [a, b] = five()
      expect(following([a, rehashed(b, { event })])).toEqual([null, 2, 'at 1'])
      expect(following([a, rehashed(b, { event, type: '' })])).toEqual([null, 2, 'at 1'])
    },
  )

  it('steps over a stretch that is known to be lost, and over that one only', () => {
    const [a, b, , d, e] = five()
    const gaps = [{ after: 2, resumes: 4 }]
    expect(following([a, b, d, e], gaps)).toEqual([null, null, null, null, 'at 5'])
    expect(following([a, b, e], gaps)).toEqual([null, null, 4, 'at 2'])
    expect(following([a, b, { ...d, event: '{}' }], gaps)).toEqual([null, null, 4, 'at 2'])
    expect(following([d, e], [{ after: 0, resumes: 4 }])).toEqual([null, null, 'at 5'])
  })

  it('after a lost stretch each row follows its neighbour again', () => {
    const [a, , , d, e] = five()
    const gaps = [{ after: 1, resumes: 4 }]
    expect(following([a, d, rehashed(e, { prev_hash: a.hash })], gaps)).toEqual([null, null, 5, 'at 4'])
  })
})

describe('the log on disk', () => {
  it('is read from a number on, so many rows at a time', () => {
    const { db, act } = createLogDesk()
    act('7', ...many(5))
    const read = prepareSlice(db)
    const seqs = (after: number, limit: number) => read(after, limit).map(({ seq }) => seq)
    expect([seqs(0, 2), seqs(2, 2), seqs(4, 2), seqs(5, 2)]).toEqual([[1, 2], [3, 4], [5], []])
    expect(read(0, 1)).toMatchObject([
      {
        seq: 1,
        order_no: '7',
        at: 1_000_000,
        type: 'scanRefused',
        event: '{"type":"scanRefused","code":"code 0","reason":"unknownCode"}',
        prev_hash: beginning,
      },
    ])
  })

  it('ends at its last row; an empty one where it begins', () => {
    const { db, act } = createLogDesk()
    expect(readEnd(db)).toEqual({ seq: 0, hash: beginning })
    act('7', ...many(3))
    expect(readEnd(db)).toEqual({ seq: 3, hash: prepareSlice(db)(2, 1)[0]?.hash })
  })

  it('knows what of it is lost, first to last', () => {
    const { db } = createLogDesk()
    db.exec('INSERT INTO log_gaps VALUES (9, 12, 5), (2, 4, 5)')
    expect(readGaps(db)).toEqual([
      { after: 2, resumes: 4 },
      { after: 9, resumes: 12 },
    ])
  })
})
