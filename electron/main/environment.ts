import path from 'node:path'
import { app } from 'electron'
import { z } from 'zod'

const loopback = /^(127\.0\.0\.1|\[::1\]|localhost)$/

const environmentSchema = z.object({
  PACKDESK_DATA_DIR: z.string().min(1).optional(),
  PACKDESK_STORE_URL: z
    .url({ protocol: /^https?$/ })
    .refine((text) => loopback.test(new URL(text).hostname), 'only a demo store on this machine can be named here')
    .optional(),
  PACKDESK_SQLITE_BINDING: z.string().min(1).optional(),
})

export type Environment = {
  /** Where database, settings and tokens live. */
  dataFolder: string
  /** A demo store that runs already; null for the embedded one. */
  storeUrl: string | null
  nativeBinding: string | undefined
}

/** The app's surroundings, read once; throws, naming the variable, where one makes no sense. */
export function readEnvironment(): Environment {
  const parsed = environmentSchema.safeParse(process.env)
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error))
  const { PACKDESK_DATA_DIR, PACKDESK_STORE_URL, PACKDESK_SQLITE_BINDING } = parsed.data
  return {
    dataFolder: path.resolve(PACKDESK_DATA_DIR ?? app.getPath('userData')),
    storeUrl: PACKDESK_STORE_URL?.replace(/\/$/, '') ?? null,
    nativeBinding: PACKDESK_SQLITE_BINDING,
  }
}
