import { describe, expect, it } from 'vitest'
import { salvageDatabase } from '../../electron/station/salvage/salvage.ts'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { createWorld } from '../station/world.ts'
import { inDatabase } from './damage.ts'
import { fullFile, tablesIn } from './full-desk.ts'

const now = Date.UTC(2026, 10, 25)

/** Every row of every table, a table's rows in an order that says nothing. */
const everything = (file: string) =>
  inDatabase(file, (db) =>
    Object.fromEntries(
      tablesIn(db).map((name) => {
        const rows = db.prepare<[], object>(`SELECT * FROM ${name}`).all()
        return [name, rows.map((row) => JSON.stringify(row)).sort()]
      }),
    ),
  )

async function salvage(file: string) {
  const to = file.replace('.db', '-salvaged.db')
  return { to, found: await salvageDatabase(file, to, now, () => Promise.resolve()) }
}

describe('salvaging a database that is whole', () => {
  it('gives every row of every table again; boxes on their way are read before they are told on', async () => {
    const file = await fullFile()
    const { to, found } = await salvage(file)
    const before = everything(file)
    for (const [name, rows] of Object.entries(before))
      if (name !== 'log_gaps') expect(rows, name).not.toEqual([])
    expect(everything(to)).toEqual({
      ...before,
      intents: before['intents']?.map((row) => row.replace('"read_first":0', '"read_first":1')),
    })
    expect(found.outbox).toMatchObject({ remade: 0, toLookAt: 0 })
  })

  it('makes no box of one that was opened again', async () => {
    const file = await fullFile(async (world) => {
      expect(await world.scan(commandBarcode('reopen'))).toMatchObject({ kind: 'boxReopened' })
    })
    const { to, found } = await salvage(file)
    expect(found.outbox).toMatchObject({ saved: 1, remade: 0, toLookAt: 0 })
    expect(everything(to)['intents']).toHaveLength(1)
  })

  it('makes no box of one that a person has given up, though its row is lost', async () => {
    const file = await fullFile(async (world) => {
      const [, second] = await world.station.methods.unsent({ afterSeq: 0, limit: 500 })
      await world.station.methods.signIn({ id: 2, pin: '4821' })
      await world.station.methods.resolveByHand({
        seq: second?.seq ?? 0,
        how: 'discarded',
        reason: '파손',
        pin: '',
      })
    })
    inDatabase(file, (db) => db.exec('DELETE FROM intents'))
    const { found } = await salvage(file)
    expect(found.outbox).toMatchObject({ saved: 0, remade: 1 })
  })

  it('goes on as the desk would have: whoever was signed in, what is asked of a product, the place in the lists', async () => {
    const file = await fullFile(async (world) => {
      await world.station.methods.changeSettings({ signIn: true })
      await world.station.methods.signIn({ id: 2, pin: '4821' })
    })
    const { to } = await salvage(file)
    const world = await createWorld({ file: to })
    const { people } = await world.snapshot()
    expect(people).toMatchObject({ person: { name: '김하늘' }, required: true })
    expect(await world.station.methods.productRules({})).toEqual([{ sku: 'O-SESAME-180', capture: 'serial' }])
    world.end()
  })
})
