import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { salvageDatabase } from '../../electron/station/salvage/salvage.ts'
import { inputs } from '../../shared/contract/methods.ts'
import type * as registry from '../../shared/domain/intents/registry.ts'
import { guide } from '../station/guide.ts'
import { createWorld, type World } from '../station/world.ts'
import { inDatabase } from './damage.ts'
import { newFolder } from './folder.ts'

vi.mock('../../shared/domain/intents/registry.ts', async (load) => {
  const { withMadeUpKind } = await import('../station/made-up-kind.ts')
  return withMadeUpKind(await load<typeof registry>())
})

const now = Date.UTC(2026, 10, 25)

async function ask(world: World): Promise<void> {
  const sectionCode = world.storeSections(guide).order.sections[0]?.orderSectionCode
  const payload = { orderNo: guide, sectionCode }
  await world.station.methods.giveIntent(inputs.giveIntent.parse({ kind: 'makeReady', payload }))
}

async function giveUp(world: World): Promise<void> {
  const [row] = await world.station.methods.unsent({ afterSeq: 0, limit: 1 })
  const discarding = { how: 'discarded', reason: '잘못 누름', pin: '4711' } as const
  await world.station.methods.resolveByHand({ seq: row?.seq ?? 0, ...discarding })
}

/** What is made anew of a desk on which that was done while offline, its outbox lost. */
async function salvaged(then: (world: World) => Promise<void>) {
  const file = path.join(newFolder(), 'packdesk.db')
  const world = await createWorld({ file })
  await world.advance(30_000)
  await world.station.methods.setPin({ current: '', next: '4711' })
  world.cutNetwork()
  await then(world)
  world.end()
  inDatabase(file, (db) => db.exec('DELETE FROM intents'))
  const to = file.replace('.db', '-salvaged.db')
  const { outbox } = await salvageDatabase(file, to, now, () => Promise.resolve())
  const rows = inDatabase(to, (db) =>
    db.prepare('SELECT order_no, kind, box_id, state, section FROM intents').all(),
  )
  return { outbox, rows }
}

const row = { order_no: guide, kind: 'makeReady', box_id: null }

describe('what was asked for by itself, its row lost', () => {
  it('is made anew from the log, for a person to look at', async () => {
    const { outbox, rows } = await salvaged(ask)
    expect(outbox).toMatchObject({ remade: 1, toLookAt: 1 })
    expect(rows).toMatchObject([{ ...row, state: 'needsPerson' }])
  })

  it('is confirmed where the order shows that it was done', async () => {
    const { outbox, rows } = await salvaged(async (world) => {
      world.mendNetwork()
      await ask(world)
      await world.advance(60_000)
    })
    expect(outbox).toMatchObject({ remade: 1, toLookAt: 0 })
    expect(rows).toMatchObject([{ ...row, state: 'confirmed' }])
  })

  it('is not, once it was given up; and is once where it was asked for again', async () => {
    expect(
      await salvaged(async (world) => {
        await ask(world)
        await giveUp(world)
      }),
    ).toMatchObject({ outbox: { remade: 0 }, rows: [] })
    const again = await salvaged(async (world) => {
      await ask(world)
      await giveUp(world)
      await world.advance(1_000)
      await ask(world)
    })
    expect(again.rows).toMatchObject([{ ...row, state: 'needsPerson' }])
  })
})
