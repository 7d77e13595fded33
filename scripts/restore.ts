import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { restoreDatabase } from '../electron/station/salvage/restore.ts'
import { main, say } from './lib/run.ts'

const usage = 'Usage: npm run restore -- FILE [--data FOLDER]'

/** A backup lies in `backups` of its own data folder; anything else has to be told where it belongs. */
function dataFolder(file: string, given: string | undefined): string {
  const folder = given ?? process.env['PACKDESK_DATA_DIR']
  if (folder !== undefined) return resolve(folder)
  const parent = dirname(resolve(file))
  if (basename(parent) === 'backups') return dirname(parent)
  throw new Error(`${usage}\n${file} is not in a "backups" folder: name the app's data folder with --data.`)
}

await main(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { data: { type: 'string' } } })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new Error(usage)
  const database = join(dataFolder(file, values.data), 'packdesk.db')
  const { events, movedTo, toLookAt } = await restoreDatabase(resolve(file), database, Date.now())
  say(`${database} now holds ${String(events)} events, as in ${file}.`)
  if (movedTo !== null) say(`What was there is kept as ${movedTo}.`)
  if (toLookAt > 0)
    say(`${String(toLookAt)} boxes may have been shipped since; each waits for a person to look.`)
  return 0
})
