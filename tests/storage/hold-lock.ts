// Holds a database for itself until its standard input ends.
import Sqlite from 'better-sqlite3'

const db = new Sqlite(process.argv[2] ?? '')
db.pragma('locking_mode = EXCLUSIVE')
db.exec('BEGIN EXCLUSIVE')
process.stdout.write('locked\n')
process.stdin.resume().on('end', () => {
  db.close()
})
