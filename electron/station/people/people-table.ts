import { z } from 'zod'
import { roles } from '../../../shared/contract/people.ts'
import type { Database } from '../database/open.ts'
import { watchRows } from '../database/touched.ts'

const personSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  role: z.enum(roles),
  pin: z.string().nullable(),
  badge: z.string().nullable(),
  active: z.number().transform((value) => value === 1),
})

/** `pin` and `badge` are kept hashed: see people.ts. */
export type Person = z.infer<typeof personSchema>

/** The people who pack at this desk. Nobody is ever deleted: the log names them. */
export function createPeopleTable(db: Database) {
  const all = db.prepare<[], unknown>('SELECT * FROM people ORDER BY active DESC, name')
  const byId = db.prepare<[number], unknown>('SELECT * FROM people WHERE id = ?')
  const byBadge = db.prepare<[string], unknown>('SELECT * FROM people WHERE badge = ? AND active = 1')
  const named = db.prepare<[string], unknown>('SELECT * FROM people WHERE name = ?')
  const insert = db.prepare<[string, string, string | null]>(
    'INSERT INTO people (name, role, pin) VALUES (?, ?, ?)',
  )
  const update = db.prepare<[string, string, string | null, string | null, number, number]>(
    'UPDATE people SET name = ?, role = ?, pin = ?, badge = ?, active = ? WHERE id = ?',
  )
  const readAll = (): Person[] => all.all().map((row) => personSchema.parse(row))
  // Every snapshot asks for them: read again only when a row was written, or put back by a rollback.
  const touched = watchRows(db, 'people', 'id', ['people'])
  let current = readAll()
  const read = (row: unknown): Person | null => (row === undefined ? null : personSchema.parse(row))

  return {
    list(): Person[] {
      if (touched.take().length > 0) current = readAll()
      return current
    },
    get: (id: number): Person | null => read(byId.get(id)),
    withBadge: (badge: string): Person | null => read(byBadge.get(badge)),
    named: (name: string): Person | null => read(named.get(name)),
    add(name: string, role: Person['role'], pin: string | null): void {
      insert.run(name, role, pin)
    },
    save: ({ id, name, role, pin, badge, active }: Person): void => {
      update.run(name, role, pin, badge, active ? 1 : 0, id)
    },
  }
}

export type PeopleTable = ReturnType<typeof createPeopleTable>
