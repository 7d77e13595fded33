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

/**
 * How SQLite goes through tables that grow, row by row from one end to the other; reading just the last row is none of it,
 * nor is going along an index that ends once a page is full, nor one that holds only the few orders set aside.
 */
function scansIn(db: Database, sql: string): string[] {
  if (/LIMIT 1$/.test(sql.trim()) && !/WHERE/.test(sql)) return []
  const plan = db
    .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/\?|@\w+/g, 'NULL')}`)
    .all()
  const details = plan.map(({ detail }) => detail)
  const isSorted = details.some((detail) => detail.includes('TEMP B-TREE FOR ORDER BY'))
  const isPage = / LIMIT \S+$/.test(sql.trim()) && !isSorted
  return details.filter(
    (detail) =>
      detail.startsWith('SCAN ') &&
      !small.some((name) => detail.startsWith(`SCAN ${name}`)) &&
      !/ INDEX packing_progress_aside$|^SCAN (a|aside|page)\b/.test(detail) &&
      !(isPage && detail.startsWith('SCAN o USING COVERING INDEX orders_find')),
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

  it('one unit of a product, in the mode for orders of that alone: the oldest is found without reading the others', async () => {
    const { world, plain, during } = await watchedWorld()
    await world.station.methods.changeSettings({ workMode: 'oneItem' })
    const asked = await during(() => world.scan(a))
    const oldest = asked.filter((sql) => sql.includes('one_item_codes') && sql.includes('SELECT'))
    expect(oldest).toHaveLength(1)
    for (const sql of oldest) {
      const plan = plain.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll('?', 'NULL')}`)
      expect(plan.all().map(({ detail }) => detail)).not.toContain('USE TEMP B-TREE FOR ORDER BY')
    }
    expect(asked.flatMap((sql) => scansIn(plain, sql))).toEqual([])
    world.end()
  })

  it('the queue is asked for again where it may look different, and not for each unit', async () => {
    const world = await createWorld()
    const versions: number[] = []
    for (const code of [
      guide,
      a,
      commandBarcode('undo'),
      a,
      b,
      close,
      '689200000014',
      commandBarcode('putDown'),
    ]) {
      await world.scan(code)
      versions.push((await world.snapshot()).queueVersion)
    }
    const raised = versions.map((version, at) => version - (versions[at - 1] ?? version))
    expect(raised).toEqual([0, 0, 0, 0, 0, 0, 1, 1])
    world.end()
  })
})
