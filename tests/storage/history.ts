import { cjInvoiceNo } from '../../shared/domain/codes/courier-forms.ts'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { openDatabase } from '../../electron/station/database/open.ts'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { createWorld, type World } from '../station/world.ts'
import { newFolder } from './folder.ts'

const orders = ['202410104747676', '202410104747702', '202410104747820', '202410104747862', '202410104747952']
const goods = [
  'A-CITRUS-500',
  'B-NURUNGJI-200',
  'O-SESAME-180',
  'SAUCE-GOCHU',
  'WRAP-01',
  'T-GREEN-50',
  'nonsense',
]

const close = commandBarcode('closeBox')

/** What a packer scans next; 'waybill' stands for the next number on the roll. */
const one = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...orders) },
  { weight: 6, arbitrary: fc.constantFrom(...goods) },
  { weight: 4, arbitrary: fc.constantFrom('waybill', close, commandBarcode('nextBox')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(commandBarcode('undo'), commandBarcode('emptyBox'), commandBarcode('putDown')),
  },
)

const boxful = fc
  .constantFrom(
    ['202410104747676', 'A-CITRUS-500'],
    ['202410104747676', 'B-NURUNGJI-200'],
    ['202410104747702', 'A-CITRUS-500'],
    ['202410104747862', 'O-SESAME-180'],
  )
  .map((orderAndGoods) => [commandBarcode('putDown'), ...orderAndGoods, close, 'waybill'])

export const scans = fc
  .array(
    fc.oneof(
      one.map((code) => [code]),
      boxful,
    ),
    { minLength: 20, maxLength: 80 },
  )
  .map((parts) => parts.flat())

let roll = 70_000_000_000

/** Plays the scans, letting the store be told now and then. */
export async function pack(world: World, codes: readonly string[]): Promise<void> {
  for (const [index, code] of codes.entries()) {
    roll += 1
    await world.scan(code === 'waybill' ? cjInvoiceNo(String(roll)) : code)
    if (index % 25 === 24) await world.advance(5_000)
  }
}

/** The guide's order in two boxes, another in one, and a third begun: `rounds` scans of nothing make the log longer. */
export async function packedWorld(rounds = 0): Promise<World> {
  const world = await createWorld()
  await world.scanAll('202410104747676', 'A-CITRUS-500', 'B-NURUNGJI-200', close, '689200000014')
  for (let round = 0; round < rounds; round += 1)
    await world.scan(`nonsense ${String(round)} ${'.'.repeat(90)}`)
  await world.scanAll('A-CITRUS-500', 'B-NURUNGJI-200', 'B-NURUNGJI-200', 'B-NURUNGJI-200', '689200000025')
  await world.scanAll(commandBarcode('putDown'), '202410104747702', 'A-CITRUS-500', '689200000036')
  await world.scanAll(commandBarcode('putDown'), '202410104747862', 'O-SESAME-180')
  return world
}

const packed = new Map<number, Buffer>()

/** The same as a database on disk. Packed in memory, since every scan on disk waits for the disk. */
export async function packedFile(rounds = 0): Promise<string> {
  const bytes = packed.get(rounds) ?? (await packedWorld(rounds)).db.serialize()
  packed.set(rounds, bytes)
  const file = path.join(newFolder(), 'packdesk.db')
  writeFileSync(file, bytes)
  // As from a desk that has written no anchor yet: that of the world in memory is not beside the file.
  const db = openDatabase({ file })
  db.exec("DELETE FROM settings WHERE key = 'database'")
  db.close()
  return file
}
