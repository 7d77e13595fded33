import { beforeEach, describe, expect, it } from 'vitest'
import { rebuildProjections } from '../../../electron/station/log/rebuild.ts'
import { createShadow } from '../../../electron/station/log/rebuild-shadow.ts'
import type { Progress } from '../../../electron/station/log/log-verify.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { boxOpened, identified, invoice, opened, scanned, sealed } from '../packing/log-on-paper.ts'
import { createLogDesk, many, type LogDesk } from './log-desk.ts'

let desk: LogDesk
beforeEach(() => {
  desk = createLogDesk()
})

const atOnce = { pause: () => Promise.resolve() }
const derived = ['packing_progress', 'waybills', 'serials', 'handovers']
const tables = () => derived.map((table) => desk.rowsOf(table))
const schema = () =>
  desk.db.prepare("SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2").all()
const spoil = () => {
  desk.db.exec(derived.map((table) => `DELETE FROM ${table};`).join(' '))
}
/** Box 1 of an order, with a number and a waybill of its own. */
const boxOf = (orderNo: string): PackingEvent[] => [
  opened,
  boxOpened(1),
  scanned('B1'),
  identified('B1', `SN-${orderNo}`),
  {
    type: 'boxSealed',
    boxId: `B1`,
    sectionCode: 's',
    contents: [{ itemNo: '-001', qty: 1 }],
    invoice: { courierIdx: 4, invoiceNo: `55-${orderNo}` },
    shipped: 'atSeal',
  },
]

describe('the tables made anew', () => {
  it('are what the desk has written, whatever stood in them', async () => {
    desk.act('1', opened, boxOpened(1), scanned('B1'), identified('B1', 'SN-1'), sealed('B1'))
    desk.act('2', opened, { type: 'orderHeld', reason: '재고' })
    desk.log.append(null, many(1), 10)
    const [live, before] = [tables(), schema()]
    desk.db.exec(`UPDATE packing_progress SET packed = 99; DELETE FROM waybills; DELETE FROM serials;
      INSERT INTO waybills VALUES ('111', '2', 7); UPDATE handovers SET given_at = 5`)
    expect(await rebuildProjections(desk.db, atOnce)).toEqual({
      events: 8,
      firstBreak: null,
      gaps: [],
      orders: 2,
    })
    expect(tables()).toEqual(live)
    expect(schema()).toEqual(before)
  })

  it('go on from there, and can be made anew again', async () => {
    desk.act('1', ...boxOf('1'))
    await rebuildProjections(desk.db, atOnce)
    const after = createLogDesk()
    expect(schema()).toEqual(
      after.db
        .prepare("SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2")
        .all(),
    )
    expect(() => {
      desk.db.exec("INSERT INTO waybills VALUES ('55-1', '2', 1)")
    }).toThrow('UNIQUE')
    const live = tables()
    await rebuildProjections(desk.db, atOnce)
    expect(tables()).toEqual(live)
  })

  it('are filled twenty orders at a time, with a pause after each, and shown as far as they are', async () => {
    for (let n = 10; n < 50; n += 1) desk.act(String(n), opened)
    const live = tables()
    spoil()
    const seen: (Progress | 'pause')[] = []
    const result = await rebuildProjections(desk.db, {
      progress: (progress) => seen.push(progress),
      pause: () => {
        seen.push('pause')
        return Promise.resolve()
      },
    })
    expect(result).toMatchObject({ events: 40, orders: 40 })
    expect(tables()).toEqual(live)
    const at = (done: number): Progress => ({ done, total: 40 })
    expect(seen).toEqual([at(0), at(40), 'pause', at(40), 'pause', at(40)])
  })

  it('count towards what is shown as many orders as there were', async () => {
    for (let n = 10; n < 31; n += 1) desk.act(String(n), opened)
    const done: number[] = []
    await rebuildProjections(desk.db, {
      ...atOnce,
      progress: (progress) => {
        expect(progress.total).toBe(42)
        done.push(progress.done)
      },
    })
    expect(done).toEqual([0, 41, 42])
  })

  it('show how far the chain was looked at', async () => {
    desk.log.append(null, many(401), 10)
    const done: number[] = []
    await rebuildProjections(desk.db, { ...atOnce, progress: (progress) => done.push(progress.done) })
    expect(done).toEqual([0, 400, 401])
  })

  it('wait for the disk once for many orders', async () => {
    for (let n = 100; n < 540; n += 1) desk.act(String(n), opened)
    spoil()
    const written: unknown[] = []
    const count = "SELECT count(*) FROM sqlite_schema WHERE name = 'rebuilt_packing_progress'"
    await rebuildProjections(desk.db, {
      pause: () => {
        if (desk.db.prepare(count).pluck().get() === 1)
          written.push(desk.db.prepare('SELECT count(*) FROM rebuilt_packing_progress').pluck().get())
        return Promise.resolve()
      },
    })
    expect(written).toEqual([...Array.from({ length: 19 }, () => 0), 400, 400, 400])
    expect(desk.rowsOf('packing_progress')).toHaveLength(440)
  })
})

describe('what happens at the desk meanwhile', () => {
  /** Does something in the first pause in which orders are being read. */
  const meanwhile = async (act: () => void) => {
    for (let n = 10; n < 30; n += 1) desk.act(String(n), opened)
    let done = false
    return rebuildProjections(desk.db, {
      pause: () => {
        if (!done) act()
        done = true
        return Promise.resolve()
      },
    })
  }

  it('is in them too, of orders that were there and of one that was not', async () => {
    const result = await meanwhile(() => {
      desk.act('10', boxOpened(1), scanned('B1'), identified('B1', 'SN-1'), sealed('B1'))
      desk.act('40', opened)
      desk.log.append(null, many(1), 10)
    })
    expect(result).toMatchObject({ events: 26, firstBreak: null })
    expect(desk.rowsOf('packing_progress')).toHaveLength(21)
    expect(desk.projections.boxWithWaybill(invoice.invoiceNo)).toEqual({ orderNo: '10', box: 1 })
    const rebuilt = tables()
    await rebuildProjections(desk.db, atOnce)
    expect(tables()).toEqual(rebuilt)
  })

  it('is taken in however much it is', async () => {
    const result = await meanwhile(() => {
      desk.log.append(null, many(2_001), 10)
    })
    expect(result).toMatchObject({ events: 2_021, firstBreak: null })
  })

  it('undoes what was folded before: a box that is opened again has no waybill', async () => {
    desk.act('1', ...boxOf('1'))
    await meanwhile(() => {
      desk.act('1', { type: 'boxReopened', boxId: 'B1' })
    })
    expect(desk.projections.boxWithWaybill('55-1')).toBeNull()
  })

  it('and does not hold has the tables left as they were', async () => {
    const before = schema()
    const result = await meanwhile(() => {
      desk.log.append('10', many(2), 10)
      desk.db.exec('UPDATE packing_log SET at = 11 WHERE seq = 22; UPDATE packing_progress SET packed = 77')
    })
    expect(result).toEqual({ events: 20, firstBreak: 22, gaps: [], orders: 20 })
    expect(desk.db.prepare('SELECT DISTINCT packed FROM packing_progress').pluck().all()).toEqual([77])
    expect(schema()).toEqual(before)
  })
})

describe('a log that does not hold', () => {
  it('leaves the tables as they are, and its first bad event is named', async () => {
    desk.act('1', ...boxOf('1'))
    desk.db.exec('UPDATE packing_log SET at = 11 WHERE seq = 3; UPDATE packing_progress SET packed = 77')
    const before = tables()
    expect(await rebuildProjections(desk.db, atOnce)).toEqual({
      events: 2,
      firstBreak: 3,
      gaps: [],
      orders: 0,
    })
    expect(tables()).toEqual(before)
  })

  it('but for what is known to be lost is read; its events are those that are left', async () => {
    desk.act('1', ...boxOf('1'))
    desk.act('2', ...boxOf('2'))
    desk.db.exec(
      'DELETE FROM packing_log WHERE seq IN (4, 5, 8); INSERT INTO log_gaps VALUES (3, 6, 0), (7, 9, 0)',
    )
    expect(await rebuildProjections(desk.db, atOnce)).toMatchObject({
      events: 7,
      firstBreak: null,
      orders: 2,
    })
    expect(desk.rowsOf('waybills')).toMatchObject([{ invoice_no: '55-2', order_no: '2' }])
  })

  it('may give a number to two orders: it stays with the first, and nothing breaks off', async () => {
    const again = (orderNo: string): PackingEvent[] =>
      boxOf('1').map((event) => (event.type === 'itemIdentified' ? identified('B1', `SN-${orderNo}`) : event))
    desk.log.append('1', boxOf('1'), 10)
    desk.log.append('2', again('2'), 10)
    expect(await rebuildProjections(desk.db, atOnce)).toMatchObject({ firstBreak: null, orders: 2 })
    expect(desk.projections.boxWithWaybill('55-1')).toEqual({ orderNo: '1', box: 1 })
  })
})

describe('a table’s shadow', () => {
  beforeEach(() => {
    desk.db.exec(`CREATE TABLE shelf (no TEXT PRIMARY KEY, box INTEGER NOT NULL) STRICT;
      CREATE INDEX shelf_box ON shelf (box); INSERT INTO shelf VALUES ('a', 1)`)
  })
  const shapes = () =>
    desk.db.prepare("SELECT name FROM sqlite_schema WHERE name LIKE '%shelf%' ORDER BY 1").pluck().all()
  const live = ['shelf', 'shelf_box', 'sqlite_autoindex_shelf_1']

  it('is empty, and takes the table’s place with its indexes', () => {
    const shadow = createShadow(desk.db, 'shelf')
    expect([desk.rowsOf('rebuilt_shelf'), desk.rowsOf('shelf')]).toEqual([[], [{ no: 'a', box: 1 }]])
    desk.db.exec("INSERT INTO rebuilt_shelf VALUES ('b', 2)")
    shadow.takeOver()
    expect(desk.rowsOf('shelf')).toEqual([{ no: 'b', box: 2 }])
    expect(shapes()).toEqual(live)
    expect(() => desk.db.exec("INSERT INTO shelf VALUES ('b', 3)")).toThrow('UNIQUE')
  })

  it('can be made again of a table that took another’s place', () => {
    createShadow(desk.db, 'shelf').takeOver()
    createShadow(desk.db, 'shelf').takeOver()
    expect(shapes()).toEqual(live)
  })

  it('is dropped, and what another one has left is thrown away', () => {
    createShadow(desk.db, 'shelf')
    desk.db.exec("INSERT INTO rebuilt_shelf VALUES ('b', 2)")
    const shadow = createShadow(desk.db, 'shelf')
    expect(desk.rowsOf('rebuilt_shelf')).toEqual([])
    shadow.drop()
    expect([shapes(), desk.rowsOf('shelf')]).toEqual([live, [{ no: 'a', box: 1 }]])
  })

  it('is none of what is no table', () => {
    desk.db.exec('CREATE VIEW window_on AS SELECT * FROM shelf')
    for (const name of ['nothing', 'shelf_box', 'window_on'])
      expect(() => createShadow(desk.db, name)).toThrow(`no table ${name} to rebuild`)
    expect(desk.db.prepare("SELECT 1 FROM sqlite_schema WHERE name LIKE 'rebuilt%'").all()).toEqual([])
  })
})
