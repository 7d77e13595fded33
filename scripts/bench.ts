import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Bench } from 'tinybench'
import { openDatabase } from '../electron/station/database/open.ts'
import { commandBarcode } from '../shared/domain/codes/command-barcode.ts'
import { createWorld, type World } from '../tests/station/world.ts'
import { grow, type Grown } from './bench/grown-desk.ts'
import { main, say } from './lib/run.ts'

const beside = (what: string): string => `a scan accepted and taken back, beside ${what}`

/** A desk without a network, with an order on it and so much beside; in memory, where no disk drowns what it costs. */
async function deskOf(size: Grown): Promise<World> {
  const world = await createWorld({
    orders: [
      { orderNo: Number(bigOrder), lines: [['A-CITRUS-500', 999]] },
      { orderNo: 202411240000002, lines: [['A-CITRUS-500', 1]] },
    ],
  })
  world.cutNetwork()
  if (size.unsent > 0)
    await world.scanAll('202411240000002', 'A-CITRUS-500', '689200000014', commandBarcode('putDown'))
  await world.scan(bigOrder)
  grow(world.db, size)
  await world.restart()
  const said = await world.scan('A-CITRUS-500')
  if (said.kind !== 'itemScanned') throw new Error(`the scan to be measured is not one: ${said.kind}`)
  return world
}

const scanAndUndo = (world: World) => async (): Promise<void> => {
  await world.scan('A-CITRUS-500')
  await world.scan(commandBarcode('undo'))
}

const bigOrder = '202611240000001'

/**
 * What a packer waits for, each as a multiple of the least it could cost: one row written to the same disk in one
 * transaction with synchronous=FULL, in the same run. Ratios carry from machine to machine; milliseconds do not.
 */
await main(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'packdesk-bench-'))
  try {
    const baseline = openDatabase({ file: path.join(folder, 'baseline.db') })
    baseline.exec('CREATE TABLE scans (seq INTEGER PRIMARY KEY, code TEXT NOT NULL) STRICT')
    const insert = baseline.prepare('INSERT INTO scans (code) VALUES (?)')
    const world = await createWorld({
      file: path.join(folder, 'desk.db'),
      generate: { orders: 2_000, seed: 1 },
      orders: [{ orderNo: Number(bigOrder), lines: [['A-CITRUS-500', 999]] }],
    })
    await world.advance(120_000)
    world.cutNetwork()
    await world.scan(bigOrder)
    const undo = commandBarcode('undo')

    const [small, grown] = [
      await deskOf({ orders: 360, unsent: 0, events: 0 }),
      await deskOf({ orders: 100_000, unsent: 10_000, events: 1_000_000 }),
    ]

    const bench = new Bench({ time: 1_500, warmupTime: 300 })
    bench
      .add('one row, durable (baseline)', () => {
        insert.run('A-CITRUS-500')
      })
      .add('a scan accepted and taken back, with two snapshots', async () => {
        await world.scan('A-CITRUS-500')
        await world.scan(undo)
      })
      .add('a scan refused, logged, with its snapshot', async () => {
        await world.scan('NO-SUCH-CODE')
      })
      .add('the queue searched', async () => {
        await world.station.methods.queue({ search: '감귤', show: 'ready', limit: 200 })
      })
      .add(beside('400 orders'), scanAndUndo(small))
      .add(beside('100,000 orders, 10,000 unsent boxes and a year’s log'), scanAndUndo(grown))
    await bench.run()

    const medians = bench.tasks.map((task) => {
      const { result } = task
      if (!('latency' in result)) throw new Error(`${task.name} did not run`)
      return { name: task.name, ms: result.latency.p50 }
    })
    const unit = medians[0]?.ms ?? Number.NaN
    say('median of each, as a multiple of the baseline in this run')
    for (const { name, ms } of medians)
      say(`${(ms / unit).toFixed(1).padStart(8)}×  ${name} (${ms.toFixed(3)} ms here)`)
    const [few, many] = medians.slice(-2).map(({ ms }) => ms)
    say(
      `${((many ?? Number.NaN) / (few ?? Number.NaN)).toFixed(2).padStart(8)}×  the last, of the one before it: at most 1.5`,
    )
    baseline.close()
    small.end()
    grown.end()
    world.end()
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
