import path from 'node:path'
import type { Database } from '../../electron/station/database/open.ts'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { createWorld, type World } from '../station/world.ts'
import { newFolder } from './folder.ts'

/** The tables of a database, by name. */
export const tablesIn = (db: Database): string[] =>
  db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all()

/** A desk that has something in every one of its tables; `then` goes on with it. */
export async function fullFile(then?: (world: World) => Promise<void>): Promise<string> {
  const file = path.join(newFolder(), 'packdesk.db')
  const world = await createWorld({ file })
  await world.advance(40_000)
  const { methods } = world.station
  await methods.addPerson({ name: '이바다', role: 'packer', pin: null })
  await methods.addPerson({ name: '김하늘', role: 'lead', pin: '4821' })
  await methods.putProductRule({ sku: 'O-SESAME-180', capture: 'serial' })
  await methods.bookPut({
    before: null,
    barcode: '8801234567893',
    sku: 'A-CITRUS-500',
    units: 12,
    name: '감귤',
  })
  await methods.changeSettings({ graceSeconds: 600, deskName: '3번', shipped: 'atHandover' })
  await world.scanAll('202410104747862', 'O-SESAME-180', 'SN-1', commandBarcode('closeBox'), '689200000051')
  await world.scanAll(commandBarcode('putDown'), '202410104747702', 'A-CITRUS-500', '689200000062')
  await then?.(world)
  if (world.reports.length > 0) throw new Error(world.reports.join('\n'))
  world.end()
  return file
}
