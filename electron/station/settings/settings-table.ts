import { z } from 'zod'
import { storeHabitsSchema, unknownHabits } from '../../../shared/domain/intents/habits.ts'
import { readDeskSettings, type DeskSettings } from '../../../shared/contract/settings.ts'
import { pinHashSchema } from '../people/pin.ts'
import type { Database } from '../database/open.ts'

/** What the desk keeps for itself, beside what can be set. */
const innerSchema = z.object({
  courierIdx: z.number().int().nullable().catch(null),
  storeName: z.string().nullable().catch(null),
  unitCode: z.string().nullable().catch(null),
  pin: pinHashSchema.nullable().catch(null),
  habits: storeHabitsSchema.catch(unknownHabits),
})

type Inner = z.infer<typeof innerSchema>
export type Settings = DeskSettings & Inner

type Changes = { [K in keyof Settings]?: Settings[K] | undefined }

/** The desk's settings: one row each, so that an unreadable one falls back alone. */
export function createSettingsTable(db: Database) {
  const all = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM settings')
  const put = db.prepare<[string, string]>(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const kept = Object.fromEntries(all.all().map(({ key, value }) => [key, readJson(value)]))
  let view: DeskSettings = readDeskSettings(kept)
  let inner: Inner = innerSchema.parse(kept)

  return {
    get: (): Settings => ({ ...view, ...inner }),
    /** What the window may see of them. */
    view: (): DeskSettings => view,
    change(changes: Changes): void {
      const next = { ...view, ...inner, ...changes }
      const [nextView, nextInner] = [readDeskSettings(next), innerSchema.parse(next)]
      db.transaction(() => {
        for (const [key, value] of Object.entries(changes)) {
          if (value !== undefined) put.run(key, JSON.stringify(value))
        }
      })()
      view = nextView
      inner = nextInner
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
