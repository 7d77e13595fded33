import { releasedMigrations } from '../../electron/station/database/migrations.ts'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/station/database/open.ts'
import { storageFaultOf } from '../../electron/station/database/storage-fault.ts'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { createWorld, type World } from '../station/world.ts'
import { newFolder, problemOf } from './folder.ts'

const guide = '202410104747676'
const file = () => path.join(newFolder(), 'packdesk.db')

const pageCount = (world: World) => Number(world.db.pragma('page_count', { simple: true }))
const limit = (world: World, pages: number) => world.db.pragma(`max_page_count = ${String(pages)}`)

/** What a call failed with, as the window would be told. */
async function faultOf(call: () => Promise<unknown>): Promise<string | null> {
  try {
    await call()
    return 'none'
  } catch (error) {
    return storageFaultOf(error)
  }
}

/** Fills the disk and scans something until it does not fit any more; gives back the desk as last answered. */
async function scanUntilFull(world: World, code: string) {
  limit(world, pageCount(world))
  for (let scans = 0; scans < 1_000; scans += 1) {
    const before = (await world.snapshot()).desk
    const fault = await faultOf(() => world.scan(code))
    if (fault === 'none') continue
    expect(fault).toBe('diskFull')
    return before
  }
  throw new Error('the disk never was full')
}

describe('the disk is full', () => {
  it.each([1, 5, 20, 25])(
    'at the first start, after %i pages: named, and a later start with room works',
    async (maxPages) => {
      const at = file()
      expect(await problemOf(() => openDatabase({ file: at, maxPages }).close())).toBe('diskFull')
      openDatabase({ file: at }).close()
    },
  )

  it('at a later start: the desk does not begin what it could not write', async () => {
    const at = file()
    openDatabase({ file: at }).close()
    expect(
      await problemOf(() =>
        openDatabase({ file: at, migrations: [...releasedMigrations, 'CREATE TABLE t (a)'], maxPages: 1 }),
      ),
    ).toBe('diskFull')
    openDatabase({ file: at }).close()
  })

  it('while packing: the scan is not accepted, nothing moves ahead of the disk, and it works once there is room', async () => {
    const world = await createWorld({ file: file() })
    await world.scanAll(guide, 'A-CITRUS-500')
    const before = await scanUntilFull(world, 'B-NURUNGJI-200')
    expect((await world.snapshot()).desk).toEqual(before)
    expect(world.station.log.firstBreak()).toBeNull()
    limit(world, 1_000_000)
    expect(await world.scan(commandBarcode('undo'))).toMatchObject({ kind: 'undone' })
    await world.restart()
    expect((await world.snapshot()).desk?.unitsDone).toBe((before?.unitsDone ?? 0) - 1)
    world.db.close()
  })

  it('while goods are scanned and taken back: memory, disk and a new start agree', async () => {
    const world = await createWorld({ file: file() })
    await world.scan(guide)
    limit(world, pageCount(world))
    let refused = 0
    for (let round = 0; round < 400 && refused === 0; round += 1) {
      for (const code of ['A-CITRUS-500', commandBarcode('undo')]) {
        const before = (await world.snapshot()).desk
        if ((await faultOf(() => world.scan(code))) === 'none') continue
        refused += 1
        expect((await world.snapshot()).desk).toEqual(before)
        break
      }
    }
    expect(refused).toBe(1)
    const inMemory = (await world.snapshot()).desk
    await world.restart()
    expect((await world.snapshot()).desk).toEqual(inMemory)
    limit(world, 1_000_000)
    expect(await world.scan(inMemory?.unitsDone === 0 ? 'A-CITRUS-500' : 'B-NURUNGJI-200')).toMatchObject({
      kind: 'itemScanned',
    })
    world.db.close()
  })

  it('at a waybill: the box is not sealed, not promised, and the same waybill is taken when there is room', async () => {
    const world = await createWorld({ file: file() })
    await world.scanAll(guide, 'A-CITRUS-500')
    await scanUntilFull(world, 'nonsense')
    limit(world, pageCount(world) + 3)
    await world.scan(commandBarcode('closeBox'))
    const closed = (await world.snapshot()).desk
    await fillUp(world)
    expect(await faultOf(() => world.scan('689200000014'))).toBe('diskFull')
    expect((await world.snapshot()).desk).toEqual(closed)
    expect(await world.station.methods.unsent({ afterSeq: 0, limit: 500 })).toEqual([])
    limit(world, 1_000_000)
    expect(await world.scan('689200000014')).toMatchObject({ kind: 'boxSealed' })
    expect(await world.station.methods.unsent({ afterSeq: 0, limit: 500 })).toHaveLength(1)
    await world.restart()
    expect((await world.snapshot()).desk?.boxes[0]).toMatchObject({ state: 'sealed' })
    world.db.close()
  })
})

/** Until not even a refused scan can be written down. */
async function fillUp(world: World): Promise<void> {
  limit(world, pageCount(world))
  while ((await faultOf(() => world.scan('nonsense'))) === 'none');
}
