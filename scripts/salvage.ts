import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { salvageDatabase, type Salvaged } from '../electron/station/salvage/salvage.ts'
import { main, say } from './lib/run.ts'

const usage = 'Usage: npm run salvage -- FILE [--to NEW]'

const lostText = (lost: number | null): string =>
  lost === null ? 'lost: nobody can tell how many' : `lost: ${lost}`

function tell({ log, outbox, tables, unopened }: Salvaged): void {
  if (unopened !== null) say(`The file could not be opened (${unopened}); it was read page by page.`)
  const lost = log.gaps.reduce((sum, { after, resumes }) => sum + resumes - after - 1, 0)
  say(`packing log: ${log.events} events saved, up to number ${log.last}; lost before it: ${lost}`)
  for (const { after, resumes } of log.gaps) {
    if (resumes > after + 1)
      say(
        `  events ${after + 1} to ${resumes - 1} are lost; those after them are kept and the gap is recorded`,
      )
    else say(`  event ${resumes} does not follow ${after}; it is kept and the place is recorded`)
  }
  say(
    `outbox: ${outbox.saved} boxes saved, ${lostText(outbox.lost)}; ${outbox.remade} made anew from the log`,
  )
  if (outbox.toLookAt > 0)
    say(`  ${outbox.toLookAt} of these may have been shipped already: each waits for a person to look`)
  for (const [table, { saved, lost: gone }] of Object.entries(tables))
    say(`${table}: ${saved} saved, ${lostText(gone)}`)
}

await main(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { to: { type: 'string' } } })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new Error(usage)
  const from = resolve(file)
  const to = resolve(values.to ?? `${from.replace(/\.db$/, '')}-salvaged.db`)
  const pause = (): Promise<void> => new Promise((done) => setImmediate(done))
  tell(await salvageDatabase(from, to, Date.now(), pause))
  say(
    `Written to ${to}; the damaged file is as it was. To put it in place: npm run restore -- ${to} --data FOLDER`,
  )
  return 0
})
