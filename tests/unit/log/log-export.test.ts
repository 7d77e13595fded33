import { describe, expect, it } from 'vitest'
import { exportLog, type ExportRequest } from '../../../electron/station/log/log-export.ts'
import { readLogFile } from '../../../electron/station/log/log-file.ts'
import { prepareSlice } from '../../../electron/station/log/log-chain.ts'
import { createLogDesk, many, refused, type LogDesk } from './log-desk.ts'

const midnight = new Date(2026, 10, 25).getTime()
const nextMidnight = new Date(2026, 10, 26).getTime()
const today = { kind: 'day', day: '2026-11-25' } as const

const asked = (desk: LogDesk, what: ExportRequest, pause = () => Promise.resolve()) =>
  exportLog(what, { db: desk.db, pause, now: 99, app: '1.2.3' })

async function read(desk: LogDesk, what: ExportRequest) {
  const found = await asked(desk, what)
  if (found === null) throw new Error('nothing to export')
  const { header, rows, problems } = readLogFile(found.text)
  expect(problems).toEqual([])
  return { ...found, header, seqs: rows.map(({ seq }) => seq) }
}

const hashOf = (desk: LogDesk, seq: number) => prepareSlice(desk.db)(seq - 1, 1)[0]?.hash

describe('an order’s excerpt', () => {
  it('is its whole log and no other’s, under its number', async () => {
    const desk = createLogDesk()
    desk.log.append('7', many(2), 10)
    desk.log.append('8', many(1), 10)
    desk.log.append('7', many(1), 10)
    const { name, events, seqs, header } = await read(desk, { kind: 'order', orderNo: '7' })
    expect({ name, events, seqs }).toEqual({ name: 'packdesk-log-7.jsonl', events: 3, seqs: [1, 2, 4] })
    expect(header).toEqual({
      format: 'packdesk-log',
      version: 1,
      app: '1.2.3',
      exportedAt: 99,
      what: { kind: 'order', orderNo: '7' },
      events: 3,
      chain: null,
    })
  })

  it('is none where the desk has not had it', async () => {
    expect(await asked(createLogDesk(), { kind: 'order', orderNo: '7' })).toBeNull()
  })
})

describe('a day’s excerpt', () => {
  it('goes from midnight to midnight of the desk’s calendar', async () => {
    const desk = createLogDesk()
    desk.log.append(null, many(1), midnight - 1)
    desk.log.append(null, many(1), midnight)
    desk.log.append(null, many(2), nextMidnight - 1)
    desk.log.append(null, many(1), nextMidnight)
    const { name, events, seqs, header } = await read(desk, today)
    expect({ name, events, seqs }).toEqual({
      name: 'packdesk-log-2026-11-25.jsonl',
      events: 3,
      seqs: [2, 3, 4],
    })
    expect(header.what).toEqual({ ...today, from: midnight, to: nextMidnight })
    expect(header.chain).toEqual({ fromSeq: 2, toSeq: 4, previousHash: hashOf(desk, 1) })
  })

  it('is none for a day without events, nor for one that does not exist', async () => {
    const desk = createLogDesk()
    desk.log.append('7', many(1), midnight - 1)
    expect(await asked(desk, today)).toBeNull()
    expect(await asked(desk, { kind: 'day', day: '2026-02-30' })).toBeNull()
  })

  it('has what had happened before to the day’s orders, and nothing of after it or of others', async () => {
    const desk = createLogDesk()
    desk.log.append('7', [refused('the day before')], midnight - 1)
    desk.log.append('8', [refused('of an order that was not there that day')], midnight - 1)
    desk.log.append('7', many(1), midnight)
    desk.log.append(null, many(1), midnight)
    desk.log.append('7', many(1), nextMidnight)
    const { seqs, header } = await read(desk, today)
    expect(seqs).toEqual([1, 3, 4])
    expect(header).toMatchObject({
      events: 3,
      chain: { fromSeq: 3, toSeq: 4, previousHash: hashOf(desk, 2) },
    })
  })

  it('is in the order of the log, whichever order came first', async () => {
    const desk = createLogDesk()
    desk.log.append('8', many(1), midnight - 1)
    desk.log.append('7', many(1), midnight - 1)
    desk.log.append('7', many(1), midnight)
    desk.log.append('8', many(1), midnight)
    expect((await read(desk, today)).seqs).toEqual([1, 2, 3, 4])
  })

  it('promises nothing of a day whose events are no unbroken row', async () => {
    const desk = createLogDesk()
    desk.log.append(null, many(1), midnight)
    desk.log.append(null, many(1), midnight - 1)
    desk.log.append(null, many(2), midnight)
    expect(await read(desk, today)).toMatchObject({ seqs: [1, 3, 4], header: { chain: null } })
  })

  it('has what a clock that was put back wrote of its orders, up to the last event of the day', async () => {
    const desk = createLogDesk()
    desk.log.append('7', many(2), midnight)
    desk.log.append('7', many(1), midnight - 1)
    desk.log.append('7', many(1), midnight)
    desk.log.append('7', many(1), midnight - 1)
    expect((await read(desk, today)).seqs).toEqual([1, 2, 3, 4])
  })

  it('is looked for a slice at a time, with a pause for scans after each', async () => {
    const desk = createLogDesk()
    desk.log.append(null, many(1_000), midnight - 1)
    desk.log.append(null, many(1_000), midnight)
    desk.log.append(null, many(1), midnight)
    let pauses = 0
    const found = await asked(desk, today, () => {
      pauses += 1
      return Promise.resolve()
    })
    expect([found?.events, pauses]).toEqual([1_001, 2])
    const whole = createLogDesk()
    whole.log.append(null, many(1_000), midnight)
    expect((await asked(whole, today))?.events).toBe(1_000)
    const short = createLogDesk()
    short.log.append(null, many(999), midnight)
    const paused = () => Promise.reject(new Error('paused'))
    expect((await asked(short, today, paused))?.events).toBe(999)
  })
})
