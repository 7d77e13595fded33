import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { copyAndCheck } from '../station/backup/backup.ts'

/** What this thread is started with; it answers once, with a DatabaseCheck. */
const { from, to, nativeBinding } = z
  .object({ from: z.string(), to: z.string(), nativeBinding: z.string().optional() })
  .parse(workerData)

parentPort?.postMessage(await copyAndCheck(from, to, nativeBinding))
