import { z } from 'zod'
import type { Database } from '../database/open.ts'
import type { NewId } from '../ports.ts'
import { createKept } from './kept.ts'

const idSchema = z.object({
  id: z.string().min(1),
  /** An anchor has been written for it: where there is none any more, it was lost. */
  anchored: z.boolean(),
})

/** What tells this database from every other, made once and carried along by its copies. */
export function createDatabaseId(db: Database, newId: NewId) {
  const kept = createKept(db, 'database', idSchema)
  return {
    get: () => kept.get(),
    /** Makes one where there is none. */
    require(): string {
      const known = kept.get()
      if (known !== null) return known.id
      const id = newId()
      kept.set({ id, anchored: false })
      return id
    },
    noteAnchored(): void {
      const known = kept.get()
      if (known?.anchored === false) kept.set({ ...known, anchored: true })
    },
  }
}
