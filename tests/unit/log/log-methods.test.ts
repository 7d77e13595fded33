import { describe, expect, it } from 'vitest'
import { createLogMethods } from '../../../electron/station/log/log-methods.ts'
import { boxOpened, opened, scanned } from '../packing/log-on-paper.ts'
import { createLogDesk, many } from './log-desk.ts'

/** The methods on a log, with what they told whom; pauses end at once. */
function asked(events: number) {
  const desk = createLogDesk()
  desk.act('1', opened, boxOpened(1), scanned('B1'))
  desk.log.append(null, many(events), 10)
  const told: unknown[] = []
  const saved: [name: string, text: string][] = []
  const turns: number[] = []
  const log = createLogMethods({
    db: desk.db,
    clock: () => 99,
    schedule: (ms, run) => {
      turns.push(ms)
      queueMicrotask(run)
      return () => undefined
    },
    app: '1.2.3',
    saveExport: (name, text) => {
      saved.push([name, text])
      return Promise.resolve(`/exports/${name}`)
    },
    onProgress: () => told.push(log.rebuilding()),
    onRebuilt: () => told.push('rebuilt'),
  })
  return { desk, told, saved, turns, rebuilding: log.rebuilding, ...log.methods }
}

describe('a rebuild that is asked for', () => {
  it('makes the tables anew, and shows how far it is until it is done', async () => {
    const { desk, told, rebuilding, rebuild } = asked(797)
    const live = desk.rowsOf('packing_progress')
    desk.db.exec('DELETE FROM packing_progress')
    expect(rebuilding()).toBeNull()
    const result = rebuild()
    expect(rebuilding()).toEqual({ done: 400, total: 800 })
    expect(await result).toEqual({ events: 800, firstBreak: null, gaps: [], orders: 1 })
    expect(told).toEqual([
      { done: 0, total: 800 },
      { done: 400, total: 800 },
      { done: 800, total: 800 },
      'rebuilt',
      null,
    ])
    expect(rebuilding()).toBeNull()
    expect(desk.rowsOf('packing_progress')).toEqual(live)
  })

  it('tells of whole hundredths only: a snapshot for every slice would be more work than the slice', async () => {
    const { desk, told, rebuild } = asked(3_958)
    for (let n = 2; n <= 40; n += 1) desk.act(String(n), opened)
    await rebuild()
    const shown = [...Array.from({ length: 11 }, (_, at) => 400 * at), 4_040]
    expect(told).toEqual([...shown.map((done) => ({ done, total: 4_040 })), 'rebuilt', null])
  })

  it('runs once at a time: who asks meanwhile gets the same; afterwards it runs again', async () => {
    const { told, rebuild } = asked(0)
    const first = rebuild()
    expect(rebuild()).toBe(first)
    await first
    const second = rebuild()
    expect(second).not.toBe(first)
    await second
    expect(told.filter((each) => each === 'rebuilt')).toHaveLength(2)
  })

  it('is over, and can be asked for again, where it breaks off', async () => {
    const { desk, told, rebuilding, rebuild } = asked(0)
    desk.db.exec('ALTER TABLE waybills RENAME TO lost')
    await expect(rebuild()).rejects.toThrow('waybills')
    expect([told.slice(-2), rebuilding()]).toEqual([['rebuilt', null], null])
    desk.db.exec('ALTER TABLE lost RENAME TO waybills')
    expect(await rebuild()).toMatchObject({ orders: 1 })
  })

  it('of an empty log is done at once', async () => {
    const { desk, rebuild } = asked(0)
    desk.db.exec('DELETE FROM packing_log; DELETE FROM packing_progress')
    expect(await rebuild()).toEqual({ events: 0, firstBreak: null, gaps: [], orders: 0 })
  })
})

describe('what else can be asked of the log', () => {
  it('is checked to its end, with turns for scans', async () => {
    const { turns, verifyLog } = asked(500)
    expect(await verifyLog()).toEqual({ events: 503, firstBreak: null, gaps: [] })
    expect(turns).toEqual([0])
  })

  it('an excerpt is saved under its name; where there is nothing, nothing is', async () => {
    const { saved, exportLog } = asked(0)
    expect(await exportLog({ what: { kind: 'order', orderNo: '1' } })).toEqual({
      path: '/exports/packdesk-log-1.jsonl',
      events: 3,
    })
    expect(saved[0]?.[1]).toContain('"app":"1.2.3","exportedAt":99')
    expect(await exportLog({ what: { kind: 'order', orderNo: '2' } })).toEqual({ path: null, events: 0 })
    expect(saved).toHaveLength(1)
  })
})
