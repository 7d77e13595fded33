import type { z } from 'zod'
import type { Database } from '../database/open.ts'

/** Something kept under a name of its own beside the settings; null where there is none that can be read. */
export function createKept<T>(db: Database, name: string, schema: z.ZodType<T>) {
  const get = db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck()
  const put = db.prepare<[string, string]>(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const remove = db.prepare<[string]>('DELETE FROM settings WHERE key = ?')

  function read(text: string): T | null {
    try {
      const found = schema.safeParse(JSON.parse(text))
      return found.success ? found.data : null
    } catch {
      return null
    }
  }

  return {
    get(): T | null {
      const text = get.get(name)
      return text === undefined ? null : read(text)
    },
    set(value: T): void {
      put.run(name, JSON.stringify(value))
    },
    remove(): void {
      remove.run(name)
    },
  }
}
