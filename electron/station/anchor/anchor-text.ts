import { z } from 'zod'

/** Of which database the log is, and its last event when this was written. `at` is for whoever reads the file. */
const anchorSchema = z.object({
  database: z.string().min(1).max(64),
  seq: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.number(),
})

export type Anchor = z.infer<typeof anchorSchema>

export const anchorText = (anchor: Anchor): string => `${JSON.stringify(anchor)}\n`

/** Null for a text that no desk wrote whole. */
export function readAnchor(text: string): Anchor | null {
  try {
    const read = anchorSchema.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    // Half written, overwritten or empty: it says nothing of the database.
    return null
  }
}
