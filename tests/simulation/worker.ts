import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { simulate } from './run.ts'

const { seeds } = z.object({ seeds: z.array(z.number().int()) }).parse(workerData)

for (const seed of seeds) parentPort?.postMessage(await simulate(seed))
