import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import type { FaultPlan } from './guided-demo/call-faults.ts'
import { playDemo } from './guided-demo/play.ts'
import { prepareStage } from './lib/launch.ts'
import { demoDir, rootDir } from './lib/paths.ts'
import { main, say } from './lib/run.ts'

const help = `Usage: npm run demo [-- --faults SHARE] [--seed N]

Plays the guided demo in the real app against a demo store of its own.
  --faults SHARE  let this share of all calls to the store go wrong, 0.2 for one in five (default 0)
  --seed N        which calls, and how (default 1)
`

await main(async () => {
  const { values } = parseArgs({
    options: {
      faults: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    say(help)
    return 0
  }
  const plan = planOf(values.faults, values.seed)
  const { stage, stop } = await prepareStage()
  try {
    say('Playing the guided demo in the real app…')
    const result = await playDemo(stage, {
      outFolder: demoDir,
      say,
      ...(plan === null ? {} : { callFaults: plan }),
    })
    for (const { code, status, goods, invoiceNo } of result.after) {
      say(`The store has section ${code}: ${status}, ${JSON.stringify(goods)}, waybill ${String(invoiceNo)}.`)
    }
    if (result.callFaults !== null) {
      const { calls, list, struck } = result.callFaults
      say(`${String(list.length)} of ${String(calls)} calls went wrong: ${JSON.stringify(struck)}.`)
    }
    for (const fault of result.faults) say(`Wrong: ${fault}.`)
    say(result.ok ? 'The demo reached its end: two boxes, two sections.' : 'The demo failed.')
    say(`Screenshots and result.json: ${relative(rootDir, demoDir)}/`)
    return result.ok ? 0 : 1
  } finally {
    stop()
  }
})

/** Null where no call is to go wrong. */
function planOf(share: string, seedText: string): FaultPlan | null {
  const rate = Number(share)
  const seed = Number(seedText)
  if (!(rate >= 0 && rate < 1)) throw new Error(`--faults takes a share from 0 to below 1, not ${share}`)
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed takes a whole number, not ${seedText}`)
  return rate === 0 ? null : { rate, seed }
}
