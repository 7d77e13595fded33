import { spawn } from 'node:child_process'
import path from 'node:path'

export type Ran = { code: number | null; output: string; errors: string }

/** Runs one of the scripts as `npm run` would, and gives back what it printed. */
export function runScript(name: 'replay' | 'restore' | 'salvage', ...args: string[]): Promise<Ran> {
  const script = path.join(import.meta.dirname, '..', '..', 'scripts', `${name}.ts`)
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    const ran: Ran = { code: null, output: '', errors: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      ran.output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      ran.errors += text
    })
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ ...ran, code })
    })
  })
}
