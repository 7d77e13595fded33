import path from 'node:path'
import { app } from 'electron'
import { z } from 'zod'
import { crashAtSchema, type CrashAt } from './crash-point.ts'

const loopback = /^(127\.0\.0\.1|\[::1\]|localhost)$/

const environmentSchema = z.object({
  PACKDESK_DATA_DIR: z.string().min(1).optional(),
  PACKDESK_STORE_URL: z
    .url({ protocol: /^https?$/ })
    .refine(
      (text) => loopback.test(new URL(text).hostname),
      'only a demo store on this machine can be named here',
    )
    .optional(),
  PACKDESK_STORE_CONTROL: z.string().min(1).optional(),
  PACKDESK_SQLITE_BINDING: z.string().min(1).optional(),
  PACKDESK_CRASH_AT: crashAtSchema.optional(),
  PACKDESK_CLOCK_AHEAD_MS: z
    .string()
    .regex(/^-?\d{1,12}$/)
    .transform(Number)
    .optional(),
})

export type Environment = {
  /** Where database, settings and tokens live. */
  dataFolder: string
  /** A demo store that runs already; null for the embedded one. */
  storeUrl: string | null
  /** The control secret of the store at `storeUrl`; null where it cannot be controlled from here. */
  storeControl: string | null
  nativeBinding: string | undefined
  /** Where a crash test makes the process die; never in a packaged app. */
  crashAt: CrashAt | null
  /** How far, in milliseconds, a crash test has set the desk's clock ahead, or back; never in a packaged app. */
  clockAheadMs: number
}

/** The app's surroundings, read once; throws, naming the variable, where one makes no sense. */
export function readEnvironment(): Environment {
  const parsed = environmentSchema.safeParse(process.env)
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error))
  const { PACKDESK_DATA_DIR, PACKDESK_STORE_URL, PACKDESK_STORE_CONTROL, PACKDESK_SQLITE_BINDING } =
    parsed.data
  return {
    dataFolder: path.resolve(PACKDESK_DATA_DIR ?? app.getPath('userData')),
    storeUrl: PACKDESK_STORE_URL?.replace(/\/$/, '') ?? null,
    storeControl: PACKDESK_STORE_CONTROL ?? null,
    nativeBinding: PACKDESK_SQLITE_BINDING,
    crashAt: app.isPackaged ? null : (parsed.data.PACKDESK_CRASH_AT ?? null),
    clockAheadMs: app.isPackaged ? 0 : (parsed.data.PACKDESK_CLOCK_AHEAD_MS ?? 0),
  }
}
