import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Bench } from 'tinybench'
import { openDatabase } from '../electron/station/database/open.ts'
import { commandBarcode } from '../shared/domain/codes/command-barcode.ts'
import { createWorld } from '../tests/station/world.ts'
import { main, say } from './lib/run.ts'

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
    baseline.close()
    world.end()
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
