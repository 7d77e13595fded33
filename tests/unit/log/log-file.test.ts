import { describe, expect, it } from 'vitest'
import { beginning, prepareSlice, type ChainRow } from '../../../electron/station/log/log-chain.ts'
import {
  eventLine,
  headerLine,
  readLogFile,
  type LogFileHeader,
} from '../../../electron/station/log/log-file.ts'
import { createLogDesk, many } from './log-desk.ts'

/** Rows of one order with those of another between them: 1 2 3, 5 6. */
function rowsOf7(): ChainRow[] {
  const { db, log } = createLogDesk()
  log.append('7', many(3), 10)
  log.append('8', many(1), 10)
  log.append('7', many(2), 10)
  return prepareSlice(db)(0, 9).filter(({ order_no }) => order_no === '7')
}

const header = (changes: Partial<LogFileHeader> = {}): LogFileHeader => ({
  format: 'packdesk-log',
  version: 1,
  app: '1.2.3',
  exportedAt: 99,
  what: { kind: 'order', orderNo: '7' },
  events: 5,
  chain: null,
  ...changes,
})

const [first, second, third, fifth, sixth] = rowsOf7()
if (!first || !second || !third || !fifth || !sixth) throw new Error('five events')
const rows = [first, second, third, fifth, sixth]

const fileOf = (kept: readonly ChainRow[], changes: Partial<LogFileHeader> = {}): string =>
  headerLine(header({ events: kept.length, ...changes })) + kept.map(eventLine).join('')
const problemsOf = (kept: readonly ChainRow[], changes: Partial<LogFileHeader> = {}) =>
  readLogFile(fileOf(kept, changes)).problems
const day = (fromSeq: number, toSeq: number, previousHash = beginning): Partial<LogFileHeader> => ({
  what: { kind: 'day', day: '2026-11-25', from: 1, to: 20 },
  chain: { fromSeq, toSeq, previousHash },
})

describe('a file of the log', () => {
  it('is a header and one event a line', () => {
    expect(fileOf([first])).toBe(
      `{"format":"packdesk-log","version":1,"app":"1.2.3","exportedAt":99,"what":{"kind":"order","orderNo":"7"},"events":1,"chain":null}
{"seq":1,"orderNo":"7","at":10,"event":${JSON.stringify(first.event)},"prevHash":"${beginning}","hash":"${first.hash}"}
`,
    )
  })

  it('is read back as it was written, whatever lines are empty', () => {
    const read = {
      header: header(),
      rows: rows.map(({ seq, order_no, at, event, prev_hash, hash }) => ({
        seq,
        order_no,
        at,
        event,
        prev_hash,
        hash,
      })),
      problems: [],
    }
    expect(readLogFile(fileOf(rows))).toEqual(read)
    expect(readLogFile(`\n${fileOf(rows).replaceAll('\n', '\n \n')}`)).toEqual(read)
  })

  it('of a day says from when to when, and what nothing is missing of', () => {
    const of = header({ ...day(1, 3), events: 3, app: null })
    expect(readLogFile(fileOf([first, second, third], of)).header).toEqual(of)
  })

  it.each([
    '',
    'packdesk',
    '{}',
    JSON.stringify({ ...header(), format: 'other' }),
    JSON.stringify({ ...header(), version: 2 }),
    JSON.stringify({ ...header(), what: { kind: 'everything' } }),
    JSON.stringify({ ...header(), what: { kind: 'order' } }),
    JSON.stringify({ ...header(), what: { kind: 'day', day: '2026-11-25' } }),
    JSON.stringify({ ...header(), events: 1.5 }),
    JSON.stringify({ ...header(), chain: {} }),
  ])('is none with %s for its header', (text) => {
    expect(() => readLogFile(text)).toThrow(
      'This is not an excerpt of a packing log that this version can read.',
    )
  })
})

describe('a line that is not what the desk wrote', () => {
  const withLine = (text: string) => readLogFile(fileOf(rows).replace(eventLine(second), `${text}\n`))

  it.each([
    'nonsense',
    '{}',
    eventLine({ ...second, seq: 0 }),
    eventLine({ ...second, seq: 1.5 }),
    eventLine(second).replace('"orderNo":"7"', '"orderNo":7'),
  ])('%s cannot be read, and is left out', (text) => {
    const { problems, rows: read } = withLine(text.trimEnd())
    expect(problems).toEqual([{ line: 3, what: 'unreadable' }])
    expect(read.map(({ seq }) => seq)).toEqual([1, 3, 5, 6])
  })

  it('is named where it was changed, and left out', () => {
    const { problems, rows: read } = withLine(eventLine({ ...second, at: 11 }).trimEnd())
    expect(problems).toEqual([{ line: 3, what: 'changed' }])
    expect(read.map(({ seq }) => seq)).toEqual([1, 3, 5, 6])
  })

  it('is named where it is out of place or there twice, and left out', () => {
    const { problems, rows: read } = readLogFile(fileOf([first, third, second, third, fifth]))
    expect(problems).toEqual([
      { line: 4, what: 'outOfOrder' },
      { line: 5, what: 'outOfOrder' },
    ])
    expect(read.map(({ seq }) => seq)).toEqual([1, 3, 5])
  })
})

describe('what is missing of a file', () => {
  it('is not seen in an order’s, where others’ events lie between its own; but that lines were cut off is', () => {
    expect(problemsOf([first, third, sixth])).toEqual([])
    expect(problemsOf([first, second], { events: 3 })).toEqual([{ line: 4, what: 'missing' }])
    expect(problemsOf([], { events: 1 })).toEqual([{ line: 2, what: 'missing' }])
    expect(problemsOf([])).toEqual([])
  })

  it('neighbours that do not fit each other show that the log was another one', () => {
    const { db, log } = createLogDesk()
    log.append('7', many(2), 77)
    const [, ofAnother] = prepareSlice(db)(0, 9)
    if (ofAnother === undefined) throw new Error('two events')
    expect(problemsOf([first, ofAnother])).toEqual([{ line: 3, what: 'missing' }])
  })

  it('is seen in the stretch of which nothing may be missing: in it, before it and at its end', () => {
    expect(problemsOf([first, second, third], day(1, 3))).toEqual([])
    expect(problemsOf([first, third], day(1, 3))).toEqual([{ line: 3, what: 'missing' }])
    expect(problemsOf([second, third], day(1, 3))).toEqual([{ line: 2, what: 'missing' }])
    expect(problemsOf([third], day(1, 3))).toEqual([{ line: 2, what: 'missing' }])
    expect(problemsOf([first, second], day(1, 3))).toEqual([{ line: 4, what: 'missing' }])
    expect(problemsOf([], day(1, 3))).toEqual([{ line: 2, what: 'missing' }])
    expect(problemsOf([first, second, third], day(1, 3, first.hash))).toEqual([{ line: 2, what: 'missing' }])
  })

  it('before and after that stretch anything may lie between', () => {
    expect(problemsOf([first, third, fifth, sixth], day(5, 6, fifth.prev_hash))).toEqual([])
    expect(problemsOf([first, fifth, sixth], day(5, 6, beginning))).toEqual([{ line: 3, what: 'missing' }])
    expect(problemsOf([first, second, sixth], day(1, 2))).toEqual([])
    expect(problemsOf([first, third, sixth], day(5, 6, fifth.prev_hash))).toEqual([
      { line: 4, what: 'missing' },
    ])
    expect(problemsOf([fifth], day(5, 5, fifth.prev_hash))).toEqual([])
  })
})
