import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { kindNames, kindOf, ordeals, type Ordeal } from '../tests/ordeal/kinds.ts'
import { report, toldAs } from '../tests/ordeal/report.ts'
import { play, type Outcome } from '../tests/ordeal/run.ts'
import { main, say } from './lib/run.ts'
import { inWorkers } from './lib/workers.ts'

const help = `Usage: npm run ordeal -- [--kind NAME] [--seeds N] [--from N] [--jobs N] [--seed N]

Plays desks against one kind of trouble at a time, and holds what packers were told against what the store has.

  --kind NAME   this kind alone, several with commas between (default: every one)
  --seeds N     how many runs of each (default 10)
  --from N      the first seed (default 1)
  --jobs N      how many at once (default: one a processor)
  --seed N      one run of one kind alone, told from beginning to end

${kindNames.map((name) => `  ${name.padEnd(16)}${kindOf(name).about}`).join('\n')}
  mixed           several of them at once, others with every seed
`

await main(async () => {
  const { values } = parseArgs({
    options: {
      kind: { type: 'string' },
      seeds: { type: 'string', default: '10' },
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
  const wanted = values.kind === undefined ? ordeals : values.kind.split(',').map(ordealCalled)
  if (values.seed !== undefined) return tell(wanted, Number(values.seed))
  const from = Number(values.from)
  const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => from + index)
  const work = wanted.flatMap((ordeal) => seeds.map((seed) => ({ ordeal, seed })))
  const outcomes: Outcome[] = []
  await inWorkers(new URL('../tests/ordeal/worker.ts', import.meta.url), work, Number(values.jobs), {
    name: 'work',
    onResult: (outcome: Outcome) => {
      outcomes.push(outcome)
      if (outcome.failures.length > 0) say(toldAs(outcome))
      if (outcomes.length % 50 === 0) say(`${String(outcomes.length)} of ${String(work.length)} runs…`)
    },
  })
  say(report(outcomes))
  return outcomes.some(({ failures }) => failures.length > 0) ? 1 : 0
})

function ordealCalled(name: string): Ordeal {
  const found = ordeals.find((ordeal) => ordeal === name)
  if (found === undefined) throw new Error(`There is no kind "${name}": ${ordeals.join(', ')}.`)
  return found
}

async function tell(wanted: readonly Ordeal[], seed: number): Promise<number> {
  const [ordeal] = wanted
  if (ordeal === undefined || wanted.length !== 1) throw new Error('One run is of one kind: --kind NAME.')
  const outcome = await play(ordeal, seed, { traced: true })
  for (const line of outcome.trace) say(line)
  say(report([outcome]))
  return outcome.failures.length === 0 ? 0 : 1
}
