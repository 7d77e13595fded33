import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rebuildProjections } from '../../electron/station/log/rebuild.ts'
import { verifyLog, type Progress } from '../../electron/station/log/log-verify.ts'
import type { Database } from '../../electron/station/database/open.ts'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { createWorld, type World } from '../station/world.ts'
import { pack, packedWorld, scans } from './history.ts'

const atOnce = { pause: () => Promise.resolve() }

/** What is kept of the queue's length is what is counted. */
async function expectCounted({ station }: World): Promise<void> {
  const { counts } = await station.methods.queue({ search: '', show: 'ready', limit: 1 })
  const { queueCount, outbox } = await station.methods.snapshot({})
  expect(queueCount).toBe(counts.ready)
  const unsent = await station.methods.unsent({ afterSeq: 0, limit: 500 })
  const inState = (state: string) => unsent.filter(({ dispatch }) => dispatch.state === state).length
  expect(outbox).toEqual({
    waiting: inState('waiting'),
    sending: inState('sending'),
    unknown: inState('unknown'),
    needsPerson: inState('needsPerson'),
    oldestAt: unsent[0]?.givenAt ?? null,
  })
}

const tables = (db: Database) => ({
  progress: db.prepare('SELECT * FROM packing_progress ORDER BY order_no').all(),
  waybills: db.prepare('SELECT * FROM waybills ORDER BY invoice_no').all(),
  serials: db.prepare('SELECT * FROM serials ORDER BY product, serial').all(),
  schema: db
    .prepare("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all(),
})

describe('rebuilding the tables from the log', () => {
  it('gives exactly what the desk has been writing, whatever was packed', { timeout: 120_000 }, async () => {
    let sealed = 0
    await fc.assert(
      fc.asyncProperty(scans, async (codes) => {
        const world = await createWorld()
        await pack(world, codes)
        await expectCounted(world)
        const live = tables(world.db)
        expect(await rebuildProjections(world.db, atOnce)).toMatchObject({ firstBreak: null })
        expect(tables(world.db)).toEqual(live)
        sealed += live.waybills.length
      }),
      { numRuns: 25 },
    )
    expect(sealed).toBeGreaterThan(20)
  })

  it('the same where units have serial numbers, boxes are opened again and given up', async () => {
    const seen = { reopened: 0, voided: 0, serials: 0 }
    const serial = fc.constantFrom('SN-1', 'SN-2', 'SN-3', 'SN-4')
    const boxful = fc
      .tuple(
        fc.constantFrom(['202410104747702', 'A-CITRUS-500'], ['202410104747862', 'O-SESAME-180']),
        serial,
        fc.constantFrom('waybill', 'void', commandBarcode('reopen')),
      )
      .map(([orderAndGoods, number, last]) => [
        commandBarcode('putDown'),
        ...orderAndGoods,
        number,
        'waybill',
        last,
      ])
    const act = fc.oneof(
      { weight: 4, arbitrary: boxful },
      { weight: 4, arbitrary: serial.map((number) => [number]) },
      { weight: 2, arbitrary: fc.constantFrom(['A-CITRUS-500'], ['O-SESAME-180'], ['waybill'], ['void']) },
      {
        weight: 3,
        arbitrary: fc.constantFrom('undo', 'reopen', 'emptyBox').map((each) => [commandBarcode(each)]),
      },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 30 }), async (acts) => {
        const world = await createWorld()
        const { methods } = world.station
        await methods.changeSettings({ graceSeconds: 600 })
        await methods.setPin({ current: '', next: '4821' })
        for (const sku of ['A-CITRUS-500', 'O-SESAME-180'])
          await methods.putProductRule({ sku, capture: 'serial' })
        for (const each of acts.flat()) {
          if (each !== 'void') await pack(world, [each])
          else {
            const [first] = await methods.unsent({ afterSeq: 0, limit: 500 })
            if (first === undefined) continue
            const { seq } = first
            await methods.resolveByHand({ seq, how: 'discarded', reason: '파손', pin: '4821' })
          }
        }
        await expectCounted(world)
        const live = tables(world.db)
        await methods.rebuild({})
        expect(tables(world.db)).toEqual(live)
        await pack(world, acts[0] ?? [])
        await expectCounted(world)
        const count = world.db
          .prepare<[string], number>('SELECT count(*) FROM packing_log WHERE type = ?')
          .pluck()
        seen.reopened += count.get('boxReopened') ?? 0
        seen.voided += count.get('boxVoided') ?? 0
        seen.serials += live.serials.length
        expect(world.reports).toEqual([])
      }),
      { numRuns: 20 },
    )
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(2)
  })

  it('repairs rows that are wrong, missing or made up, and the desk goes on with them', async () => {
    const world = await packedWorld()
    const live = tables(world.db)
    world.db.exec(`UPDATE packing_progress SET packed = 99, all_sealed = 1;
      DELETE FROM waybills WHERE invoice_no = '689200000025';
      INSERT INTO waybills VALUES ('111', '202410104747702', 7);
      INSERT INTO packing_progress VALUES ('1', 1, 1, 1, 1, NULL, NULL)`)
    expect(await rebuildProjections(world.db, atOnce)).toMatchObject({ orders: 3, gaps: [] })
    expect(tables(world.db)).toEqual(live)
    await world.scan('689200000036')
    expect(world.reports).toEqual([])
  })

  it('takes in what is packed while it runs, and scans do not wait for it', async () => {
    const world = await packedWorld(3_000)
    let pauses = 0
    const progress: Progress[] = []
    const result = await rebuildProjections(world.db, {
      pause: async () => {
        pauses += 1
        if (pauses === 2) await world.scanAll(commandBarcode('closeBox'), '689200000040')
      },
      progress: (step) => progress.push(step),
    })
    expect(pauses).toBeGreaterThan(2)
    expect(result.events).toBe(world.db.prepare('SELECT count(*) FROM packing_log').pluck().get())
    const rebuilt = tables(world.db)
    expect(rebuilt.waybills).toContainEqual(expect.objectContaining({ invoice_no: '689200000040' }))
    await rebuildProjections(world.db, atOnce)
    expect(tables(world.db)).toEqual(rebuilt)
    const shares = progress.map(({ done, total }) => done / total)
    expect(shares[0]).toBe(0)
    expect([...shares].sort((a, b) => a - b)).toEqual(shares)
    expect(shares.at(-1)).toBe(1)
  })

  it('takes in what is opened again while it runs: waybill and serial number are free', async () => {
    const world = await createWorld()
    const { methods } = world.station
    await methods.changeSettings({ graceSeconds: 600 })
    await methods.putProductRule({ sku: 'A-CITRUS-500', capture: 'serial' })
    const { rows } = await methods.queue({ search: '', show: 'ready', limit: 100 })
    for (const { orderNo } of rows) await world.scanAll(orderNo, commandBarcode('putDown'))
    await world.scanAll('202410104747702', 'A-CITRUS-500', 'SN1', '689200000051')
    const events = world.db.prepare<[], number>('SELECT count(*) FROM packing_log').pluck().get() ?? 0
    let folded = false
    let reopened = false
    await rebuildProjections(world.db, {
      progress: ({ done }) => {
        folded = done > events
      },
      pause: async () => {
        if (!folded || reopened) return
        reopened = true
        await world.scanAll(commandBarcode('reopen'), commandBarcode('takeOut'), 'A-CITRUS-500')
      },
    })
    expect(reopened).toBe(true)
    expect(tables(world.db)).toMatchObject({ waybills: [], serials: [] })
  })

  it('a log with a gap may give a number to two orders: it stays with one, and nothing breaks off', async () => {
    const world = await createWorld()
    const { methods } = world.station
    await methods.changeSettings({ graceSeconds: 600 })
    await methods.putProductRule({ sku: 'A-CITRUS-500', capture: 'serial' })
    const last = world.db.prepare<[], number>('SELECT max(seq) FROM packing_log').pluck()
    await world.scanAll('202410104747702', 'A-CITRUS-500', 'SN1', '689200000051')
    const before = last.get() ?? 0
    await world.scanAll(commandBarcode('reopen'), commandBarcode('takeOut'), 'A-CITRUS-500')
    const after = last.get() ?? 0
    await world.scanAll(commandBarcode('putDown'), '202410104747676', 'B-NURUNGJI-200')
    await world.scanAll(commandBarcode('closeBox'), '689200000062')
    await world.scanAll('A-CITRUS-500', 'SN1', commandBarcode('closeBox'), '689200000051')
    const { waybills, serials } = tables(world.db)
    expect(serials).toMatchObject([{ order_no: '202410104747676', box_number: 2 }])
    world.db.exec(`DELETE FROM packing_log WHERE seq > ${String(before)} AND seq <= ${String(after)};
      INSERT INTO log_gaps VALUES (${String(before)}, ${String(after + 1)}, 0)`)
    expect(await rebuildProjections(world.db, atOnce)).toMatchObject({ firstBreak: null, orders: 2 })
    expect(tables(world.db)).toMatchObject({ waybills, serials })
  })

  it('leaves the tables alone where the log does not hold, and names the first bad event', async () => {
    const world = await packedWorld(1_000)
    world.db.exec(
      `UPDATE packing_log SET at = at + 1 WHERE seq = 700; UPDATE packing_progress SET packed = 0`,
    )
    const wrong = tables(world.db)
    expect(await rebuildProjections(world.db, atOnce)).toMatchObject({ firstBreak: 700, orders: 0 })
    expect(tables(world.db)).toEqual(wrong)
  })

  it('the live tables stay as they were when it breaks off, and the next one clears up after it', async () => {
    const world = await packedWorld(1_000)
    const live = tables(world.db)
    const events = new Error('the app was closed')
    const brokenOff = rebuildProjections(world.db, {
      pause: () => Promise.resolve(),
      progress: ({ done, total }) => {
        if (done === total) throw events
      },
    })
    await expect(brokenOff).rejects.toBe(events)
    expect(tables(world.db)).toMatchObject({ progress: live.progress, waybills: live.waybills })
    await rebuildProjections(world.db, atOnce)
    expect(tables(world.db)).toEqual(live)
  })
})

describe('verifying the log', () => {
  it.each([
    ['a changed event', `UPDATE packing_log SET event = replace(event, '1', '2') WHERE seq = 5`, 5],
    ['an event moved to another order', `UPDATE packing_log SET order_no = '1' WHERE seq = 9`, 9],
    ['a missing event', `DELETE FROM packing_log WHERE seq = 450`, 450],
    ['a changed hash', `UPDATE packing_log SET hash = '0' WHERE seq = 1`, 1],
    [
      'a recorded gap that nothing follows',
      `INSERT INTO log_gaps SELECT max(seq), 9000, 0 FROM packing_log`,
      9000,
    ],
  ])('%s is named', async (_what, damage, firstBreak) => {
    const world = await packedWorld(500)
    expect(await verifyLog(world.db, atOnce)).toMatchObject({ firstBreak: null })
    world.db.exec(damage)
    expect(await verifyLog(world.db, atOnce)).toMatchObject({ firstBreak })
    expect(world.station.log.firstBreak()).toEqual(firstBreak === 9000 ? null : { seq: firstBreak })
  })
})
