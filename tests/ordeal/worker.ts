import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { ordeals } from './kinds.ts'
import { play } from './run.ts'

const { work } = z
  .object({ work: z.array(z.object({ ordeal: z.enum(ordeals), seed: z.number().int() })) })
  .parse(workerData)

for (const { ordeal, seed } of work) {
  try {
    parentPort?.postMessage(await play(ordeal, seed))
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
    throw new Error(`${ordeal}, seed ${String(seed)}: ${what}`, { cause: error })
  }
}
