import { releasedMigrations, type Migrations } from '../../electron/station/database/migrations.ts'

const statements = [
  'CREATE TABLE shelves (name TEXT PRIMARY KEY) STRICT;',
  "INSERT INTO shelves SELECT 'shelf ' || seq FROM packing_log;",
  'ALTER TABLE settings ADD COLUMN changed_at INTEGER;',
  'UPDATE settings SET changed_at = 1;',
  'DROP TABLE product_codes;',
]

/** How many statements the migration has. */
export const upgradeLength = statements.length

/** The released versions and one more; with `cutBefore`, the power goes off before that statement of it. */
export function upgrade(cutBefore: number | null = null): Migrations {
  const parts = cutBefore === null ? statements : statements.toSpliced(cutBefore, 0, 'SELECT power_cut();')
  return [...releasedMigrations, parts.join('\n')]
}
