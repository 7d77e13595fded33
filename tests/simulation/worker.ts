import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { simulate } from './run.ts'

const { seeds } = z.object({ seeds: z.array(z.number().int()) }).parse(workerData)

for (const seed of seeds) {
  try {
    parentPort?.postMessage(await simulate(seed))
  } catch (error) {
    throw new Error(`seed ${String(seed)}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}
