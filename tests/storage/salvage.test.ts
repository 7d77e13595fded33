import { copyFileSync, existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { restoreDatabase } from '../../electron/station/salvage/restore.ts'
import { openDatabase } from '../../electron/station/database/open.ts'
import { salvageDatabase } from '../../electron/station/salvage/salvage.ts'
import { createIntentTable } from '../../electron/station/outbox/intent-table.ts'
import { createPackingLog } from '../../electron/station/log/log.ts'
import { verifyLog } from '../../electron/station/log/log-verify.ts'
import { createWorld } from '../station/world.ts'
import { eventsIn, inDatabase, overwrite, overwritePages, pagesOf, pageSize } from './damage.ts'
import { problemOf } from './folder.ts'
import { packedFile } from './history.ts'
import { runScript } from './script.ts'

const now = Date.UTC(2026, 10, 25)
const pause = () => Promise.resolve()

const salvage = async (file: string) => {
  const to = file.replace('.db', '-salvaged.db')
  return { to, found: await salvageDatabase(file, to, now, pause) }
}

const outboxIn = (file: string) =>
  inDatabase(file, (db) => db.prepare('SELECT * FROM intents ORDER BY box_id').all())
const ordersIn = (file: string) =>
  inDatabase(file, (db) =>
    db.prepare('SELECT order_no, document, standing, search, to_ship FROM orders ORDER BY order_no').all(),
  )
const orderNumbersIn = (file: string) =>
  inDatabase(file, (db) => db.prepare('SELECT order_no FROM orders ORDER BY order_no').pluck().all())

const sweepIn = (file: string) =>
  inDatabase(file, (db) => db.prepare("SELECT count(*) FROM settings WHERE key = 'sweep'").pluck().get())

const tables = (file: string) =>
  inDatabase(file, (db) => [
    db.prepare('SELECT * FROM packing_progress ORDER BY order_no').all(),
    db.prepare('SELECT * FROM waybills ORDER BY invoice_no').all(),
  ])

describe('salvaging a database', () => {
  it('that is whole gives the same log, boxes, orders and tables', async () => {
    const file = await packedFile(600)
    const { to, found } = await salvage(file)
    expect(found.log).toMatchObject({ events: eventsIn(file).length, gaps: [] })
    expect(found.outbox).toMatchObject({ saved: 3, lost: 0, remade: 0 })
    expect(found.tables['orders']).toMatchObject({ lost: 0 })
    expect(eventsIn(to)).toEqual(eventsIn(file))
    expect(ordersIn(to)).toEqual(ordersIn(file))
    expect(tables(to)).toEqual(tables(file))
    const readFirst = inDatabase(to, (db) =>
      db.prepare('SELECT DISTINCT read_first FROM intents').pluck().all(),
    )
    expect(readFirst).toEqual([1])
  })

  it('with pages in the middle of its log overwritten keeps every event before and after, and records the gap', async () => {
    const file = await packedFile(600)
    const written = eventsIn(file)
    const leaves = pagesOf(file, 'packing_log')
    const middle = Math.floor(leaves.length / 2)
    overwritePages(file, leaves.slice(middle, middle + 3))
    const damaged = readFileSync(file)
    expect(await problemOf(() => openDatabase({ file }))).toBe('databaseDamaged')
    const { to, found } = await salvage(file)

    expect(found.log.gaps).toHaveLength(1)
    const [gap = { after: 0, resumes: 0 }] = found.log.gaps
    expect(gap.resumes - gap.after).toBeGreaterThan(10)
    expect(eventsIn(to)).toEqual(written.filter(({ seq }) => seq <= gap.after || seq >= gap.resumes))
    expect(found.log).toMatchObject({ events: eventsIn(to).length, last: written.length })
    expect(readFileSync(file)).toEqual(damaged)

    const db = openDatabase({ file: to })
    expect(await verifyLog(db, { pause })).toEqual({
      events: found.log.events,
      firstBreak: null,
      gaps: [gap],
    })
    const [event] = createPackingLog(db).append(
      null,
      [{ type: 'scanRefused', code: 'x', reason: 'unknownCode' }],
      now,
    )
    expect(event?.seq).toBe(written.length + 1)
    expect(createPackingLog(db).firstBreak()).toBeNull()
    db.exec(`UPDATE packing_log SET at = 1 WHERE seq = ${String(gap.resumes + 1)}`)
    expect(await verifyLog(db, { pause })).toMatchObject({ firstBreak: gap.resumes + 1 })
    db.close()
  })

  it.each([
    [
      'the pages that lead to the log',
      (file: string) => overwritePages(file, pagesOf(file, 'packing_log', 'internal')),
    ],
    ['the header and the list of tables', (file: string) => overwritePages(file, [1])],
    ['only the header', (file: string) => overwrite(file, 0, Buffer.alloc(100))],
  ])('without %s loses no event', async (_what, damage) => {
    const file = await packedFile(600)
    const written = eventsIn(file)
    damage(file)
    const { to, found } = await salvage(file)
    expect(found.log.gaps).toEqual([])
    expect(eventsIn(to)).toEqual(written)
  })

  it('keeps out of the log what no longer fits its hash, and records the place', async () => {
    const file = await packedFile(600)
    const written = eventsIn(file)
    const at = readFileSync(file).indexOf('nonsense 300')
    overwrite(file, at, Buffer.from('NONSENSE'))
    const { to, found } = await salvage(file)
    const [gap] = found.log.gaps
    expect(found.log.gaps).toHaveLength(1)
    expect(gap?.resumes).toBe((gap?.after ?? 0) + 2)
    expect(eventsIn(to)).toEqual(written.filter(({ seq }) => seq !== (gap?.after ?? 0) + 1))
  })

  it('cut off at any point keeps a verified log of what is left', async () => {
    const file = await packedFile(600)
    const written = new Map(eventsIn(file).map((event) => [event.seq, event]))
    const pages = readFileSync(file).length / pageSize
    let kept = 0
    for (const share of [0.1, 0.4, 0.7, 0.95]) {
      const cut = `${file}.${String(share)}.db`
      copyFileSync(file, cut)
      truncateSync(cut, Math.floor(pages * share) * pageSize)
      const { to, found } = await salvage(cut)
      for (const event of eventsIn(to)) expect(event).toEqual(written.get(event.seq))
      expect(found.log.events).toBeGreaterThanOrEqual(kept)
      kept = found.log.events
    }
    expect(kept).toBeGreaterThan(400)
  })

  it('takes in a write-ahead log that had not been brought in yet', async () => {
    const file = await packedFile(50)
    const desk = openDatabase({ file })
    const log = createPackingLog(desk)
    for (let scans = 0; scans < 40; scans += 1) {
      // Every fourth is longer than a page, and than two.
      const code = 'late '.repeat(scans % 4 === 0 ? 300 * scans : 1)
      log.append(null, [{ type: 'scanRefused', code, reason: 'x' }], now)
    }
    const crashed = file.replace('.db', '-crashed.db')
    for (const suffix of ['', '-wal']) copyFileSync(`${file}${suffix}`, `${crashed}${suffix}`)
    desk.close()
    overwritePages(crashed, [1])
    expect(pagesOf(file, 'packing_log', 'overflow').length).toBeGreaterThan(20)
    for (const source of [crashed, file]) {
      const { to, found } = await salvage(source)
      expect(found.log.gaps).toEqual([])
      expect(eventsIn(to)).toEqual(eventsIn(file))
    }
  })
})

describe('boxes whose rows are lost', () => {
  it('are made anew from the log, for a person to look at: none is told to the store by itself', async () => {
    const file = await packedFile(20)
    const before = inDatabase(file, (db) => createIntentTable(db).openAfter(0, 500))
    expect(before).toHaveLength(3)
    overwritePages(file, pagesOf(file, 'intents'))
    const { to, found } = await salvage(file)
    expect(found.outbox).toMatchObject({ saved: 0, remade: 3, toLookAt: 3 })
    const after = inDatabase(to, (db) => createIntentTable(db).openAfter(0, 500))
    expect(after.map(({ payload, boxNumber, givenAt }) => ({ payload, boxNumber, givenAt }))).toEqual(
      before.map(({ payload, boxNumber, givenAt }) => ({ payload, boxNumber, givenAt })),
    )
    const world = await createWorld({ file: to })
    await world.advance(60_000)
    expect(world.calls.filter(({ method }) => method === 'PATCH')).toEqual([])
    world.db.close()
  })

  it('are confirmed where the order shows their waybill in 배송중', async () => {
    const file = await packedFile(20)
    const world = await createWorld({ file })
    await world.advance(60_000)
    expect(await world.station.methods.unsent({ afterSeq: 0, limit: 500 })).toEqual([])
    world.kill()
    world.db.close()
    const confirmed = outboxIn(file).length
    overwritePages(file, pagesOf(file, 'intents'))
    const { to, found } = await salvage(file)
    expect(found.outbox).toMatchObject({ remade: confirmed, toLookAt: 0 })
    expect(inDatabase(to, (db) => db.prepare('SELECT DISTINCT state FROM intents').pluck().all())).toEqual([
      'confirmed',
    ])
  })

  it('orders on damaged pages come back from the store, the others are kept', async () => {
    const file = await packedFile(20)
    const all = ordersIn(file)
    const numbers = orderNumbersIn(file)
    overwritePages(file, pagesOf(file, 'orders').slice(1, 3))
    const { to, found } = await salvage(file)
    const kept = ordersIn(to)
    expect(kept.length).toBeLessThan(all.length)
    expect(all).toEqual(expect.arrayContaining(kept))
    expect(found.tables['orders']).toEqual({ saved: kept.length, lost: all.length - kept.length })
    expect([sweepIn(file), sweepIn(to)]).toEqual([1, 0])
    const world = await createWorld({ file: to })
    await world.advance(60_000)
    world.kill()
    world.db.close()
    expect(orderNumbersIn(to)).toEqual(numbers)
  })
})

describe('npm run salvage', () => {
  it('says what was saved and lost; restoring the result puts it in place, the damaged file is moved aside', async () => {
    const file = await packedFile(600)
    const leaves = pagesOf(file, 'packing_log')
    overwritePages(file, leaves.slice(4, 6))
    const damaged = readFileSync(file)
    const ran = await runScript('salvage', file)
    expect(ran).toMatchObject({ code: 0, errors: '' })
    expect(ran.output).toMatch(/events \d+ to \d+ are lost/)
    expect(ran.output).toContain('outbox: 3 boxes saved, lost: 0')
    const to = file.replace('.db', '-salvaged.db')
    expect(readdirSync(path.dirname(file)).sort()).toEqual(['packdesk-salvaged.db', 'packdesk.db'])
    const { movedTo } = await restoreDatabase(to, file, now)
    expect(readFileSync(movedTo ?? '')).toEqual(damaged)
    const world = await createWorld({ file })
    expect((await world.snapshot()).desk?.orderNo).toBe('202410104747862')
    world.db.close()
  })

  it('writes where it is told, never over something, and says where nothing can be found', async () => {
    const file = await packedFile()
    const other = file.replace('.db', '-other.db')
    expect(await runScript('salvage', file, '--to', other)).toMatchObject({ code: 0 })
    const again = await runScript('salvage', file, '--to', other)
    expect(again.code).toBe(1)
    expect(again.errors).toContain('exists already')
    writeFileSync(`${file}.txt`, 'nothing of a database in here '.repeat(500))
    const nothing = await runScript('salvage', `${file}.txt`, '--to', `${file}.none.db`)
    expect(nothing.output).toContain('packing log: 0 events saved')
    expect(await runScript('salvage', `${file}.gone`)).toMatchObject({ code: 1 })
    expect(existsSync(`${file}.gone-salvaged.db`)).toBe(false)
  })
})
