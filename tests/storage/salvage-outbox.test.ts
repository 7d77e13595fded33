import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../electron/station/database/open.ts'
import { createIntentTable, type Intent } from '../../electron/station/outbox/intent-table.ts'
import { salvageDatabase } from '../../electron/station/salvage/salvage.ts'
import { a, b, close, guide } from '../station/guide.ts'
import type { SeenCall } from '../station/network.ts'
import { createWorld, type World } from '../station/world.ts'
import { rowsIn } from './carried-over.ts'
import { inDatabase } from './damage.ts'
import { newFolder } from './folder.ts'

const [one, two, three] = ['689200000014', '689200000025', '689200000036']
const boxId = `${guide}-B1`
const invoice = (invoiceNo: string) => ({ courierIdx: 4, invoiceNo })

/** A desk with one sealed box of the guide's order that ships at the handover; `graceSeconds` keeps the store from it. */
async function sealed(graceSeconds = 0): Promise<{ world: World; file: string }> {
  const file = path.join(newFolder(), 'packdesk.db')
  const world = await createWorld({ file })
  await world.station.methods.changeSettings({ shipped: 'atHandover', graceSeconds })
  await world.scanAll(guide, a, b, b, close, one)
  await world.advance(30_000)
  return { world, file }
}

/** A correction, a second before whatever comes next. */
async function correct(world: World, invoiceNo: string | null): Promise<void> {
  const wanted = invoiceNo === null ? null : invoice(invoiceNo)
  await world.station.methods.correctWaybill({ boxId, invoice: wanted, reason: '라벨 훼손' })
  await world.advance(1_000)
}

/** What a salvage makes of the file once `damage` has been done to its promises. */
async function salvaged(file: string, damage: (db: Database) => void) {
  inDatabase(file, damage)
  const to = file.replace('.db', '-salvaged.db')
  const found = await salvageDatabase(file, to, Date.UTC(2026, 10, 25), () => Promise.resolve())
  const promises = inDatabase(to, (db) => createIntentTable(db).ofOrder(guide))
  const heads = inDatabase(to, (db) => db.prepare('SELECT kind FROM intents WHERE head = 1').pluck().all())
  return { to, found: found.outbox, promises, heads }
}

const open = (promises: readonly Intent[]) =>
  promises
    .filter(({ state }) => state !== 'confirmed' && state !== 'handled')
    .map(({ kind, state, payload }) => ({ kind, state, payload }))

const lose = (condition: string) => (db: Database) => db.exec(`DELETE FROM intents WHERE ${condition}`)
const newest = 'seq = (SELECT max(seq) FROM intents)'

describe('a promise whose row is lost', () => {
  it('is not taken for kept by an older one of its kind about the same box', async () => {
    const { world, file } = await sealed()
    await correct(world, two)
    await world.advance(60_000)
    world.cutNetwork()
    await correct(world, three)
    world.end()
    const { found, promises } = await salvaged(file, lose(newest))
    expect(found).toMatchObject({ saved: 2, remade: 1, toLookAt: 1 })
    expect(open(promises)).toMatchObject([
      {
        ...{ kind: 'correctWaybill', state: 'needsPerson' },
        payload: { boxId, was: invoice(two), invoice: invoice(three) },
      },
    ])
  })

  it('nor by one that said the very same at another time', async () => {
    const { world, file } = await sealed()
    for (const there of [two, one]) {
      await correct(world, there)
      await world.advance(60_000)
    }
    world.cutNetwork()
    await correct(world, two)
    world.end()
    const { promises } = await salvaged(file, lose(newest))
    expect(promises.map(({ kind, state }) => [kind, state])).toEqual([
      ['dispatch', 'confirmed'],
      ['correctWaybill', 'confirmed'],
      ['correctWaybill', 'confirmed'],
      ['correctWaybill', 'needsPerson'],
    ])
  })

  it('comes back in its place: what was promised after it waits behind it', async () => {
    const { world, file } = await sealed(600)
    await world.station.methods.scanHandover({ code: one })
    world.end()
    const { promises, heads } = await salvaged(file, lose("kind = 'dispatch'"))
    expect(open(promises)).toMatchObject([
      { kind: 'dispatch', state: 'needsPerson' },
      { kind: 'handOver', state: 'waiting' },
    ])
    expect(heads).toEqual(['dispatch'])
  })

  it('is done where the store shows the number it had then, though another is promised since', async () => {
    const { world, file } = await sealed()
    world.cutNetwork()
    await correct(world, two)
    world.end()
    const { promises } = await salvaged(file, lose("kind = 'dispatch'"))
    expect(promises).toMatchObject([
      { kind: 'dispatch', state: 'confirmed', payload: { invoice: invoice(one) } },
      { kind: 'correctWaybill', state: 'waiting', payload: { invoice: invoice(two) } },
    ])
  })

  it('nor matters it that the store has the other number already', async () => {
    const { world, file } = await sealed()
    world.cutNetwork()
    await correct(world, two)
    world.end()
    const { promises } = await salvaged(file, (db) => {
      db.exec(`UPDATE orders SET document = replace(document, '${one}', '${two}')`)
      lose("kind = 'dispatch'")(db)
    })
    expect(promises).toMatchObject([
      { kind: 'dispatch', state: 'confirmed', payload: { invoice: invoice(two) } },
      { kind: 'correctWaybill', state: 'waiting', payload: { invoice: invoice(two) } },
    ])
  })

  it('is done where the store shows it, though no event says so: a number for a box that had none', async () => {
    const { world, file } = await sealed()
    for (const wanted of [null, two]) {
      await correct(world, wanted)
      await world.advance(60_000)
    }
    world.end()
    const { found, promises } = await salvaged(file, lose(newest))
    expect(found).toMatchObject({ remade: 1, toLookAt: 0 })
    expect(promises.map(({ kind, state }) => [kind, state])).toEqual([
      ['dispatch', 'confirmed'],
      ['correctWaybill', 'confirmed'],
      ['correctWaybill', 'confirmed'],
    ])
  })
})

const onInvoice = ({ path }: SeenCall) => path.endsWith('/invoice')

describe('a row that the log speaks against', () => {
  const rows = (file: string) => rowsIn(file, 'SELECT * FROM intents')

  const insert = (db: Database, old: readonly Record<string, unknown>[]) => {
    for (const row of old) {
      const columns = Object.keys(row)
      db.prepare(
        `INSERT INTO intents (${columns.join()}) VALUES (${columns.map((name) => `@${name}`).join()})`,
      ).run(row)
    }
  }

  /** Puts rows in the place of those that are there, as a page does that the disk has not written anew. */
  const stale = (old: readonly Record<string, unknown>[]) => (db: Database) => {
    db.exec('DELETE FROM intents')
    insert(db, old)
  }

  it('of an earlier seal does not stand for the later one, and is told to nobody', async () => {
    const { world, file } = await sealed(600)
    const old = rows(file)
    await world.station.methods.reopenBox({ boxId })
    await world.scanAll(b, close, two)
    world.end()
    const { found, promises } = await salvaged(file, stale(old))
    expect(found).toMatchObject({ saved: 0, lost: 1, remade: 1 })
    expect(open(promises)).toMatchObject([
      { kind: 'dispatch', state: 'needsPerson', payload: { boxId, invoice: invoice(two) } },
    ])
  })

  it('of a box that was opened again is gone', async () => {
    const { world, file } = await sealed(600)
    const old = rows(file)
    await world.station.methods.reopenBox({ boxId })
    world.end()
    expect((await salvaged(file, stale(old))).promises).toEqual([])
  })

  it('with the number the box had before is put right, and waits for a person', async () => {
    const { world, file } = await sealed(600)
    const old = rows(file)
    await correct(world, two)
    world.end()
    const { found, promises } = await salvaged(file, stale(old))
    expect(found).toMatchObject({ saved: 1, remade: 0, toLookAt: 1 })
    expect(open(promises)).toMatchObject([
      { kind: 'dispatch', state: 'needsPerson', payload: { invoice: invoice(two) } },
    ])
  })

  it.each(['its row is there', 'its row is lost'])(
    'for the courier under a number that the box did not get after all has the box’s own again: %s',
    async (which) => {
      const { world, file } = await sealed()
      await world.station.methods.changeSettings({ graceSeconds: 600 })
      await correct(world, two)
      await world.station.methods.scanHandover({ code: two })
      const given = rows(file).filter(({ kind }) => kind === 'handOver')
      await correct(world, one)
      world.end()
      const { promises } = await salvaged(file, (db) => {
        lose("kind = 'handOver'")(db)
        if (which === 'its row is there') insert(db, given)
      })
      expect(open(promises)).toMatchObject([
        { kind: 'handOver', state: 'needsPerson', payload: { boxId, invoice: invoice(one) } },
      ])
    },
  )

  it('still open where the log says that a person has ended it waits for a person', async () => {
    const { world, file } = await sealed()
    await world.station.methods.setPin({ current: '', next: '4821' })
    world.plan('loseRequest', onInvoice)
    await correct(world, two)
    await world.advance(1_000)
    const old = rows(file)
    world.plan('refuse', onInvoice)
    await world.advance(60_000)
    const [stuck] = await world.station.methods.unsent({ afterSeq: 0, limit: 10 })
    await world.station.methods.resolveByHand({
      ...{ seq: stuck?.seq ?? 0, how: 'discarded', reason: '그대로', pin: '4821' },
    })
    expect(await world.station.methods.unsent({ afterSeq: 0, limit: 10 })).toEqual([])
    world.end()
    const { promises } = await salvaged(file, stale(old))
    expect(promises.map(({ kind, state }) => [kind, state])).toEqual([
      ['dispatch', 'confirmed'],
      ['correctWaybill', 'needsPerson'],
    ])
  })

  it('given at a time when the log knows of no such promise waits for a person, as the promised one does', async () => {
    const { world, file } = await sealed(600)
    world.end()
    const { found, promises } = await salvaged(file, (db) => db.exec('UPDATE intents SET given_at = 1'))
    expect(found).toMatchObject({ saved: 1, remade: 1, toLookAt: 2 })
    expect(open(promises).map(({ state }) => state)).toEqual(['needsPerson', 'needsPerson'])
  })

  it('whose promise cannot be read by its kind is made anew', async () => {
    const { world, file } = await sealed(600)
    world.end()
    const { found, promises } = await salvaged(file, (db) => db.exec("UPDATE intents SET payload = '{}'"))
    expect(found).toMatchObject({ saved: 0, lost: 1, remade: 1, toLookAt: 1 })
    expect(open(promises)).toMatchObject([
      { kind: 'dispatch', state: 'needsPerson', payload: { invoice: invoice(one) } },
    ])
  })
})

it('a row that the log knows nothing of goes on as it was', async () => {
  const { world, file } = await sealed(600)
  world.end()
  const { promises } = await salvaged(file, (db) => {
    db.exec(`UPDATE intents SET box_id = '${guide}-B7'`)
  })
  expect(open(promises)).toMatchObject([
    { kind: 'dispatch', state: 'waiting' },
    { kind: 'dispatch', state: 'needsPerson', payload: { boxId } },
  ])
})
