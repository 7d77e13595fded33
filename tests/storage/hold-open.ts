// Has a desk's database open, idle, until its standard input ends.
import { openDatabase } from '../../electron/station/database/open.ts'

const db = openDatabase({ file: process.argv[2] ?? '' })
process.stdout.write('open\n')
process.stdin.resume().on('end', () => {
  db.close()
})
