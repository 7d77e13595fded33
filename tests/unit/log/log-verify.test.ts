import { describe, expect, it } from 'vitest'
import { checkChain, verifyLog, type Progress } from '../../../electron/station/log/log-verify.ts'
import { createLogDesk, many } from './log-desk.ts'

const atOnce = { pause: () => Promise.resolve() }

describe('checking the whole log', () => {
  it('counts an empty one, and one that fits into a slice, without a pause', async () => {
    const { db, log } = createLogDesk()
    const slices = { pause: () => Promise.reject(new Error('paused')) }
    expect(await verifyLog(db, slices)).toEqual({ events: 0, firstBreak: null, gaps: [] })
    log.append('7', many(399), 10)
    expect(await verifyLog(db, slices)).toEqual({ events: 399, firstBreak: null, gaps: [] })
  })

  it('goes on slice by slice, says how far it is, and takes in what is written meanwhile', async () => {
    const { db, log } = createLogDesk()
    log.append('7', many(800), 10)
    const seen: (Progress | 'pause')[] = []
    const { checker, ...check } = await checkChain(db, {
      progress: (progress) => seen.push(progress),
      pause: () => {
        seen.push('pause')
        if (seen.length === 2) log.append('7', many(1), 10)
        return Promise.resolve()
      },
    })
    expect(seen).toEqual([{ done: 400, total: 800 }, 'pause', { done: 800, total: 801 }, 'pause'])
    expect(check).toEqual({ events: 801, firstBreak: null, gaps: [] })
    expect(checker.last()).toBe(801)
  })

  it('a log of which nothing is left, although it is known to go on, was cut off', async () => {
    const { db, log } = createLogDesk()
    log.append('7', many(400), 10)
    db.exec('DELETE FROM packing_log; INSERT INTO log_gaps VALUES (0, 401, 0)')
    expect(await verifyLog(db, atOnce)).toEqual({
      events: 0,
      firstBreak: 401,
      gaps: [{ after: 0, resumes: 401 }],
    })
  })

  it('ends at the first event that is not what was written, and counts those before it', async () => {
    const { db, log } = createLogDesk()
    log.append('7', many(500), 10)
    db.exec('UPDATE packing_log SET at = 11 WHERE seq IN (451, 460)')
    expect(await verifyLog(db, atOnce)).toEqual({ events: 450, firstBreak: 451, gaps: [] })
    const { checker } = await checkChain(db, atOnce)
    expect(checker.last()).toBe(450)
  })

  it('steps over what is known to be lost; where the log does not go on after it, its end was cut off', async () => {
    const { db, log } = createLogDesk()
    log.append('7', many(10), 10)
    db.exec('DELETE FROM packing_log WHERE seq BETWEEN 4 AND 6; INSERT INTO log_gaps VALUES (3, 7, 0)')
    const gaps = [{ after: 3, resumes: 7 }]
    expect(await verifyLog(db, atOnce)).toEqual({ events: 7, firstBreak: null, gaps })
    db.exec('DELETE FROM packing_log WHERE seq > 3')
    expect(await verifyLog(db, atOnce)).toEqual({ events: 3, firstBreak: 7, gaps })
  })
})
