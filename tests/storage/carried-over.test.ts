import { describe, expect, it } from 'vitest'
import { releasedMigrations } from '../../electron/station/database/migrations.ts'
import { openDatabase } from '../../electron/station/database/open.ts'
import { shipped, writesTo } from '../station/guide.ts'
import { leftAtVersion, orderNoOf, packOnWith, rowsIn } from './carried-over.ts'

const versions = Array.from({ length: releasedMigrations.length }, (_, index) => index + 1)

describe('the unsent boxes of an earlier database', () => {
  it('stand where they stood, each a dispatch: every column as it was, in every state', () => {
    const file = leftAtVersion(3)
    const before = rowsIn(file, 'SELECT * FROM outbox ORDER BY seq')
    expect(new Set(before.map(({ state }) => state))).toEqual(
      new Set(['waiting', 'sending', 'unknown', 'confirmed', 'needsPerson', 'handled']),
    )
    openDatabase({ file }).close()
    const open = before.filter(({ state }) => state !== 'confirmed' && state !== 'handled')
    const firsts = open.filter(
      (row) => open.find(({ order_no: orderNo }) => orderNo === row['order_no']) === row,
    )
    const carried = before.map((row) => {
      const { promise: payload, sealed_at: given_at, box_section: section, address_accepted, ...same } = row
      // What was tried may have reached the store; a write under way has no answer yet.
      const tried = row['last_answer'] !== null || Number(row['attempts']) > 0
      const sent_at = row['sent_at'] ?? (tried ? given_at : null)
      const last_answer = row['step'] === null ? row['last_answer'] : null
      const accepted = address_accepted === 1 ? '["addressChanged"]' : '[]'
      const head = firsts.includes(row) ? 1 : 0
      return { ...same, kind: 'dispatch', payload, given_at, section, accepted, head, sent_at, last_answer }
    })
    expect(rowsIn(file, 'SELECT * FROM intents ORDER BY seq')).toEqual(carried)
    expect(firsts.length).toBe(open.length - 1)
  })

  it('one told to go on in spite of another address still is', () => {
    const file = leftAtVersion(3)
    const db = openDatabase({ file, migrations: releasedMigrations.slice(0, 3) })
    db.exec('UPDATE outbox SET address_accepted = 1 WHERE seq = 2')
    db.close()
    openDatabase({ file }).close()
    expect(rowsIn(file, 'SELECT accepted FROM intents WHERE seq IN (1, 2)')).toEqual([
      { accepted: '[]' },
      { accepted: '["addressChanged"]' },
    ])
  })
})

/** What the store has of an order: the status, units and waybill of each section. */
const parcels = (...of: [status: string, units: number, invoiceNo: string | null][]) =>
  of.map(([status, units, invoiceNo]) => ({ status, goods: [['A-CITRUS-500', units]], invoiceNo }))

describe.each(versions)('a desk that stopped at version %i of the database', (version) => {
  it.each([true, false])('packs on: all is told once (a lost write of it done: %s)', async (landed) => {
    const world = await packOnWith(leftAtVersion(version), { landed })
    const stands = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => shipped(world, orderNoOf(digit)))
    expect(stands).toEqual([
      parcels(['SHIPPING', 2, '689200001090']),
      parcels(['SHIPPING', 2, '689200001086']),
      parcels(['SHIPPING', 2, '689200001053']),
      parcels(['SHIPPING', 2, '689200001005']),
      parcels(['CANCEL_REQUEST', 2, null]),
      parcels(['PRODUCT_PREPARATION', 2, null]),
      parcels(['PRODUCT_PREPARATION', 2, null]),
      parcels(['SHIPPING', 1, '689200001042'], ['PRODUCT_PREPARATION', 1, null]),
      parcels(['SHIPPING', 1, '689200001064'], ['SHIPPING', 1, '689200001075']),
    ])
    // Two writes for each whole box that nothing was done of, one where the first was done already.
    expect(
      writesTo(world)
        .map(({ path }) => path.split('/')[2]?.slice(-1))
        .sort()
        .join(''),
    ).toBe(landed ? '1122389' + '99' : '1122389' + '999')
    const states = world.db.prepare('SELECT state FROM intents ORDER BY seq').pluck().all()
    const [told, handled] = ['confirmed', 'handled']
    expect(states).toEqual([told, 'needsPerson', handled, handled, told, told, told, told, told, told])
    expect((await world.snapshot()).outbox).toMatchObject({ waiting: 0, unknown: 0, needsPerson: 1 })
    expect(world.reports).toEqual([])
    world.end()
  })
})
