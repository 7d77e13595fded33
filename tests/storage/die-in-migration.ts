// Migrates a database and dies, as by a power cut, wherever a migration calls power_cut().
import Sqlite from 'better-sqlite3'
import { migrate } from '../../electron/station/database/migrate.ts'
import { upgrade } from './upgrade.ts'

const [file = '', statement = '0'] = process.argv.slice(2)
const db = new Sqlite(file)
db.function('power_cut', () => {
  process.kill(process.pid, 'SIGKILL')
  // The signal ends the process here; nothing is given back.
  return 0
})
migrate(db, upgrade(Number(statement)))
