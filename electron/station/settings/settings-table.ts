import { z } from 'zod'
import { storeHabitsSchema, unknownHabits } from '../../../shared/domain/dispatch/habits.ts'
import { pinHashSchema } from './pin.ts'
import type { Database } from '../database/open.ts'

const settingsSchema = z.object({
  language: z.enum(['ko', 'en']).catch('ko'),
  volume: z.number().min(0).max(1).catch(0.7),
  courierIdx: z.number().int().nullable().catch(null),
  storeName: z.string().nullable().catch(null),
  unitCode: z.string().nullable().catch(null),
  pin: pinHashSchema.nullable().catch(null),
  habits: storeHabitsSchema.catch(unknownHabits),
})

export type Settings = z.infer<typeof settingsSchema>

/** The desk's settings: one row each, so that an unreadable one falls back alone. */
export function createSettingsTable(db: Database) {
  const all = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM settings')
  const put = db.prepare<[string, string]>(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  let current = settingsSchema.parse(Object.fromEntries(all.all().map(({ key, value }) => [key, readJson(value)])))

  return {
    get: (): Settings => current,
    change(changes: Partial<Settings>): void {
      const next = settingsSchema.parse({ ...current, ...changes })
      db.transaction(() => {
        for (const [key, value] of Object.entries(changes)) put.run(key, JSON.stringify(value))
      })()
      current = next
    },
  }
}

export type SettingsTable = ReturnType<typeof createSettingsTable>

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // An unreadable setting is as good as none: the schema gives its default.
    return undefined
  }
}
