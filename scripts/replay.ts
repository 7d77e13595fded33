import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { orderReport, replayLogFile, reportText } from '../electron/station/log/log-replay.ts'
import type { FileProblem } from '../electron/station/log/log-file.ts'
import { main, say } from './lib/run.ts'

const words: Record<FileProblem['what'], string> = {
  unreadable: 'is not an event',
  changed: 'is not what the desk wrote (its hash does not fit); left out',
  outOfOrder: 'stands in the wrong place; left out',
  missing: 'comes after events that are missing',
}

/** Prints each order of an exported log as the desk had it; ends with 1 where the file is not as the desk wrote it. */
await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new Error('Usage: npm run replay -- FILE [--json]')
  const { header, orders, problems } = replayLogFile(readFileSync(file, 'utf8'))
  const reports = orders.map(orderReport)
  if (values.json === true) {
    say(JSON.stringify({ header, problems, orders: reports }, null, 2))
  } else {
    const { what, events } = header
    say(`${what.kind === 'order' ? `order ${what.orderNo}` : what.day}: ${events} events\n`)
    for (const report of reports) say(`${reportText(report)}\n`)
    for (const problem of problems) say(`! line ${problem.line} ${words[problem.what]}`)
    say(problems.length === 0 ? 'Every line is as the desk wrote it.' : 'The file is not whole.')
  }
  return problems.length === 0 ? 0 : 1
})
