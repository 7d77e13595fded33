import { z } from 'zod'
import type { CopyDatabase } from '../station/backup/backup.ts'
import createCopyWorker from './copy-worker.ts?nodeWorker'

const answerSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    version: z.number(),
    events: z.number(),
    end: z.object({ seq: z.number(), hash: z.string() }),
  }),
  z.object({
    ok: z.literal(false),
    why: z.string(),
    fault: z.enum(['diskFull', 'databaseLocked', 'databaseDamaged', 'databaseUnwritable']).nullable(),
  }),
])

/** Copies databases in a thread of its own: writing and reading a large one takes seconds. */
export const copyInThread =
  (nativeBinding: string | undefined): CopyDatabase =>
  (from, to) =>
    new Promise((resolve, reject) => {
      const worker = createCopyWorker({ workerData: { from, to, nativeBinding } })
      worker.once('message', (answer: unknown) => {
        const parsed = answerSchema.safeParse(answer)
        if (parsed.success) resolve(parsed.data)
        else reject(new Error('the copying of the database gave no answer that makes sense'))
      })
      worker.once('error', reject)
      worker.once('exit', (code) => {
        reject(new Error(`the copying of the database ended with code ${String(code)}`))
      })
    })
