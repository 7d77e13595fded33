import { parseArgs } from 'node:util'
import { main, say } from './lib/run.ts'
import { sabotages } from './sabotage/bugs.ts'
import { onCopy, withBug } from './sabotage/copy.ts'
import { runTests, type Outcome } from './sabotage/run-tests.ts'
import type { Sabotage } from './sabotage/sabotage.ts'

const help = `Usage: npm run sabotage [-- --limit SECONDS]

Puts deliberate bugs into a temporary copy of the sources, one at a time, and runs the tests that are to catch
each. Fails if a bug is caught by no test, if the tests fail without a bug, or if a bug no longer fits the sources.
  --limit SECONDS  how long the tests of one bug may take (default 180)
`

await main(async () => {
  const { values } = parseArgs({
    options: { limit: { type: 'string', default: '180' }, help: { type: 'boolean', default: false } },
  })
  if (values.help) {
    say(help)
    return 0
  }
  const limitMs = Number(values.limit) * 1000
  if (!(limitMs > 0)) throw new Error(`--limit takes a number of seconds, not ${values.limit}`)

  return onCopy((folder) => runAll(folder, limitMs))
})

async function runAll(folder: string, limitMs: number): Promise<number> {
  const everyTest = [...new Set(sabotages.flatMap(({ tests }) => tests))]
  const sound = await timed(folder, null, everyTest, limitMs)
  if (sound.outcome.kind === 'unfinished')
    throw new Error(`Without a bug the tests do not end: ${sound.outcome.why}`)
  const { failed, passed } = sound.outcome
  if (failed.length > 0) throw new Error(`Without a bug these tests fail already:\n${failed.join('\n')}`)
  say(row('no bug', `${String(passed)} tests pass`, sound.seconds))

  let escaped = 0
  for (const bug of sabotages) {
    const { outcome, seconds } = await timed(folder, bug, bug.tests, limitMs)
    const [verdict, ...rest] = linesOf(outcome)
    say(row(bug.name, verdict, seconds))
    for (const line of rest) say(row('', line, ''))
    if (outcome.kind === 'unfinished' || outcome.failed.length === 0) escaped += 1
  }
  say(
    escaped === 0
      ? 'Every bug is caught.'
      : `${String(escaped)} of ${String(sabotages.length)} bugs are not caught.`,
  )
  return escaped === 0 ? 0 : 1
}

async function timed(folder: string, bug: Sabotage | null, tests: readonly string[], limitMs: number) {
  const startedAt = performance.now()
  const outcome = await withBug(folder, bug, () => runTests(folder, tests, limitMs))
  return { outcome, seconds: `${((performance.now() - startedAt) / 1000).toFixed(1)} s` }
}

/** The first three tests that failed, and how many more. */
function linesOf(outcome: Outcome): [string, ...string[]] {
  if (outcome.kind === 'unfinished') return [`NO VERDICT: ${outcome.why}`]
  const [first, ...others] = outcome.failed
  if (first === undefined) return [`NOT CAUGHT: ${String(outcome.passed)} tests pass`]
  const more = others.length - 2
  return [first, ...others.slice(0, 2), ...(more > 0 ? [`and ${String(more)} more`] : [])]
}

function row(bug: string, caughtBy: string, time: string): string {
  return `${bug.padEnd(28)} ${time.padStart(7)}  ${caughtBy}`
}
