import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright'
import { launchApp, type Stage } from '../lib/launch.ts'
import { messageOf } from '../lib/run.ts'
import { askStore, type StoreSection } from './ask-store.ts'
import type { FaultPlan } from './call-faults.ts'
import { faultyProxyTo, type FaultTally } from './faulty-proxy.ts'
import { networkTo } from './network.ts'
import { packerAt } from './packer.ts'
import { guideOrder, steps } from './steps.ts'
import { startStore } from './store-process.ts'
import { faultsOf } from './verdict.ts'

export interface DemoResult {
  readonly ok: boolean
  readonly faults: readonly string[]
  readonly orderNo: string
  readonly before: readonly StoreSection[]
  readonly after: readonly StoreSection[]
  readonly steps: readonly { name: string; ms: number; screenshot: string | null }[]
  /** What the calls to the store suffered; null where the network was sound. */
  readonly callFaults: (FaultPlan & FaultTally) | null
}

export interface PlayOptions {
  /** Where screenshots and result.json go; none are made without it. */
  readonly outFolder?: string
  /** The app is killed after this step (by number, from 0) and started again. */
  readonly killAfter?: number
  /** Lets this share of all the app's calls to the store go wrong. */
  readonly callFaults?: FaultPlan
  readonly say?: (sentence: string) => void
}

/** How long anything may take that hangs on the network: where calls fail, the tries between waits add up. */
const patienceMs = { sound: 30_000, faulty: 120_000 } as const

/** Plays the guided demo in the real app against a demo store of its own, and asks the store at the end. */
export async function playDemo(stage: Stage, options: PlayOptions = {}): Promise<DemoResult> {
  const { outFolder, killAfter, callFaults, say = () => undefined } = options
  const dataDir = await mkdtemp(join(tmpdir(), 'packdesk-demo-'))
  if (outFolder !== undefined) {
    await rm(outFolder, { recursive: true, force: true })
    await mkdir(outFolder, { recursive: true })
  }
  const store = await startStore(join(dataDir, 'store.db'))
  const proxy = callFaults === undefined ? null : await faultyProxyTo(store.url, callFaults)
  const network = await networkTo(proxy?.url ?? store.url)
  proxy?.onOutage(network.interrupt)
  const patience = proxy === null ? patienceMs.sound : patienceMs.faulty
  const launch = async () => {
    const launched = await launchApp(stage, { dataDir: join(dataDir, 'desk'), storeUrl: network.url })
    const page = await launched.firstWindow()
    await page.getByTestId('last-scan').waitFor()
    return launched
  }
  let app: ElectronApplication | null = null
  try {
    app = await launch()
    const before = await askStore(store.url, guideOrder)
    const done: DemoResult['steps'][number][] = []
    for (const [index, step] of steps.entries()) {
      const startedAt = performance.now()
      const page = await app.firstWindow()
      await step.run(packerAt(page, patience), network)
      const ms = Math.round(performance.now() - startedAt)
      const name = `${String(index).padStart(2, '0')}-${step.name}`
      const screenshot = outFolder === undefined ? null : `${name}.png`
      if (outFolder !== undefined && screenshot !== null)
        await page.screenshot({ path: join(outFolder, screenshot) })
      done.push({ name: step.name, ms, screenshot })
      say(`  ${name} (${String(ms)} ms)`)
      if (index === killAfter) {
        await kill(app)
        app = await launch()
      }
    }
    const after = await askStore(store.url, guideOrder)
    const faults = faultsOf(before, after)
    const result: DemoResult = {
      ok: faults.length === 0,
      faults,
      orderNo: guideOrder,
      before,
      after,
      steps: done,
      callFaults: proxy === null || callFaults === undefined ? null : { ...callFaults, ...proxy.tally() },
    }
    if (outFolder !== undefined)
      await writeFile(join(outFolder, 'result.json'), `${JSON.stringify(result, null, 2)}\n`)
    return result
  } catch (error) {
    if (proxy === null) throw error
    throw new Error(`${messageOf(error)}\nUntil then: ${JSON.stringify(proxy.tally())}`, { cause: error })
  } finally {
    await app?.close()
    await network.close()
    await proxy?.close()
    await store.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** SIGKILL: the app gets no chance to tidy up. */
async function kill(app: ElectronApplication): Promise<void> {
  const child = app.process()
  const ended = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else
      child.once('exit', () => {
        resolve()
      })
  })
  child.kill('SIGKILL')
  await ended
}
