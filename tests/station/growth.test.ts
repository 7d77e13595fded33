import { describe, expect, it } from 'vitest'
import type { Database } from '../../electron/station/database/open.ts'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { a, b, close, guide } from './guide.ts'
import { watchedDatabase } from './watched-database.ts'
import { createWorld, type World } from './world.ts'

const oneA = '202410104747702'

/** A world whose database tells what it is asked, while `asked` is there to take it down. */
async function watchedWorld(): Promise<{
  world: World
  plain: Database
  during: (act: () => Promise<unknown>) => Promise<string[]>
}> {
  let asked: Set<string> | null = null
  const opened: Database[] = []
  const world = await createWorld({
    wrap(db) {
      opened.push(db)
      return watchedDatabase(db, (sql) => asked?.add(sql))
    },
  })
  const [plain = world.db] = opened
  return {
    world,
    plain,
    async during(act) {
      const taken = new Set<string>()
      asked = taken
      await act()
      asked = null
      return [...taken]
    },
  }
}

/** These hold as many rows as somebody has entered; all others grow by the day. */
const small = ['settings', 'couriers', 'people', 'product_rules']

/** How SQLite goes through tables that grow, row by row from one end to the other; reading just the last row is none of it. */
function scansIn(db: Database, sql: string): string[] {
  if (/LIMIT 1$/.test(sql.trim()) && !/WHERE/.test(sql)) return []
  const plan = db
    .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/\?|@\w+/g, 'NULL')}`)
    .all()
  return plan
    .map(({ detail }) => detail)
    .filter(
      (detail) => detail.startsWith('SCAN ') && !small.some((name) => detail.startsWith(`SCAN ${name}`)),
    )
}

describe('what a scan asks of the database', () => {
  it.each([
    ['an order', [], guide],
    ['goods', [guide], a],
    ['a wrong code', [guide], 'NO-SUCH-CODE'],
    ['an unknown code on an empty desk', [], 'NO-SUCH-CODE'],
    ['a command', [guide, a], close],
    ['undo', [guide, a], commandBarcode('undo')],
    ['a waybill', [guide, a, b, close], '689200000014'],
    ['the last waybill', [oneA, a], '689200000014'],
    ['putting down', [guide], commandBarcode('putDown')],
  ])('%s: no table that grows is gone through', async (_what, first, code) => {
    const { world, plain, during } = await watchedWorld()
    await world.scanAll(...first)
    const asked = await during(() => world.scan(code))
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.flatMap((sql) => scansIn(plain, sql).map((scan) => `${scan}: ${sql}`))).toEqual([])
    world.end()
  })
})
