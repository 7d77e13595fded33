import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { rootDir } from '../lib/paths.ts'

const readySchema = z.object({ url: z.url() })

export interface StoreProcess {
  readonly url: string
  readonly stop: () => Promise<void>
}

/**
 * Runs the demo store as a program of its own, so that it outlives whatever happens to the app. With a control secret,
 * whoever has it can play the shop.
 */
export async function startStore(
  dataFile: string,
  controlSecret: string | null = null,
): Promise<StoreProcess> {
  const control = controlSecret === null ? [] : ['--control', controlSecret]
  const child = spawn(
    process.execPath,
    [join(rootDir, 'scripts', 'demo-store.ts'), '--port', '0', '--data', dataFile, ...control],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      // A binding built for Electron does not fit the Node that runs the store.
      env: { ...process.env, PACKDESK_SQLITE_BINDING: undefined },
    },
  )
  const ended = once(child, 'exit')
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    ended.then(([code]) => {
      reject(new Error(`the demo store ended with code ${String(code)}`))
    }, reject)
  })
  const { url } = readySchema.parse(JSON.parse(line))
  return {
    url,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill()
      await ended
    },
  }
}
