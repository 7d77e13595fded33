import { createInterface } from 'node:readline'
import { utilityProcess } from 'electron'
import { z } from 'zod'

const readySchema = z.object({ url: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }) })

/**
 * Starts the demo store in a process of its own and resolves with its address once it listens. It ends with the app.
 * `control` is the secret that opens its control API.
 */
export function startEmbeddedStore(script: string, dataFile: string, control: string): Promise<string> {
  const child = utilityProcess.fork(script, ['--port', '0', '--data', dataFile, '--control', control], {
    stdio: ['ignore', 'pipe', 'inherit'],
    serviceName: 'Packdesk demo store',
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`the demo store ended with code ${String(code)}`))
    })
    if (child.stdout === null) {
      reject(new Error('the demo store has no output'))
      return
    }
    createInterface({ input: child.stdout }).once('line', (line) => {
      const ready = readySchema.safeParse(parseLine(line))
      if (ready.success) resolve(ready.data.url.replace(/\/$/, ''))
      else reject(new Error(`the demo store said: ${line}`))
    })
  })
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // Not the line that was promised; the caller quotes it.
    return undefined
  }
}
