import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { simulate, type RunResult } from '../tests/simulation/run.ts'
import { main, say } from './lib/run.ts'
import { inWorkers } from './lib/workers.ts'

const help = `Usage: npm run simulate -- [--seeds N] [--from N] [--jobs N] [--seed N]

Plays desks on a simulated clock, disk and network against the demo store, and reckons up after each.

  --seeds N   how many runs (default 300)
  --from N    the first seed (default 1)
  --jobs N    how many at once (default: one a processor)
  --seed N    one run alone, told in full
`

await main(async () => {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '300' },
      from: { type: 'string', default: '1' },
      jobs: { type: 'string', default: String(cpus().length) },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    say(help)
    return 0
  }
  if (values.seed !== undefined) {
    const result = await simulate(Number(values.seed))
    say(JSON.stringify(result, null, 2))
    return result.broken.length === 0 ? 0 : 1
  }
  const from = Number(values.from)
  const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => from + index)
  const results = await runAll(seeds, Number(values.jobs))
  return report(results)
})

async function runAll(seeds: number[], jobs: number): Promise<RunResult[]> {
  const results: RunResult[] = []
  await inWorkers(new URL('../tests/simulation/worker.ts', import.meta.url), seeds, jobs, {
    name: 'seeds',
    onResult: (result: RunResult) => {
      results.push(result)
      if (result.broken.length > 0) say(`seed ${String(result.seed)}: ${result.broken.join('; ')}`)
      if (results.length % 500 === 0) say(`${String(results.length)} runs…`)
    },
  })
  return results
}

function report(results: readonly RunResult[]): number {
  const sum = (of: (result: RunResult) => number) => results.reduce((total, result) => total + of(result), 0)
  const faults = sums(results.flatMap((result) => Object.entries(result.faults)))
  const events = sums(results.flatMap((result) => Object.entries(result.events)))
  const failures = results.filter((result) => result.broken.length > 0)
  say(`runs                     ${String(results.length)}`)
  say(`steps                    ${String(sum(({ steps }) => steps))}`)
  say(`answers acknowledged     ${String(sum(({ acknowledged }) => acknowledged))}`)
  say(`boxes sealed             ${String(sum(({ sealed }) => sealed))}`)
  say(`boxes confirmed          ${String(sum(({ confirmed }) => confirmed))}`)
  say(`waiting for a person     ${String(sum(({ needsPerson }) => needsPerson))}`)
  for (const [name, n] of [...faults].sort(([a], [b]) => a.localeCompare(b)))
    say(`  ${name.padEnd(22)} ${String(n)}`)
  say('at the desk')
  for (const [name, n] of [...events].sort(([a], [b]) => a.localeCompare(b)))
    say(`  ${name.padEnd(22)} ${String(n)}`)
  say(`failures                 ${String(failures.length)}`)
  return failures.length === 0 ? 0 : 1
}

function sums(counts: readonly [string, number][]): Map<string, number> {
  const all = new Map<string, number>()
  for (const [name, n] of counts) all.set(name, (all.get(name) ?? 0) + n)
  return all
}
