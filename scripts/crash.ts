import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { diceOf } from './crash/dice.ts'
import { killKinds, mishapKinds, planKills, type MishapKind } from './crash/kill-plan.ts'
import { minutes, runCrashes, type CrashResult } from './crash/run.ts'
import type { World } from './crash/life.ts'
import { prepareStage } from './lib/launch.ts'
import { main, say } from './lib/run.ts'

const words: Record<MishapKind, string> = {
  oldFile: 'an older file put back before',
  wrongClock: 'a wrong clock',
  fullDisk: 'a full disk',
  secondDesk: 'a second desk',
}

/** `crash [--kills N] [--seed N]`: packs at one desk while its app is killed again and again, and counts what is lost. */
await main(async () => {
  const { values } = parseArgs({
    options: { kills: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
  })
  const kills = wholeNumber('kills', values.kills)
  const dice = diceOf(wholeNumber('seed', values.seed))
  const dataDir = await mkdtemp(join(tmpdir(), 'packdesk-crash-'))
  const running: World[] = []
  let isStopped = false
  const stopAtOnce = (): void => {
    for (const { desk, disk, shop } of running) {
      desk?.kill()
      if (!isStopped) process.kill(shop.pid, 'SIGKILL')
      isStopped = true
      disk?.unmount()
    }
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
  // Before the screen's own: it ends this process when it is told to stop.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stopAtOnce)
  const { stage, stop } = await prepareStage()
  let isFine = false
  try {
    const plans = planKills(kills, dice)
    const onWorld = (world: World): void => {
      running.push(world)
    }
    const result = await runCrashes({ stage, dataDir, plans, dice, say, onWorld })
    for (const { text } of result.differences) say(`Wrong: ${text}.`)
    say(table(result))
    isFine = result.differences.length === 0
    return isFine ? 0 : 1
  } finally {
    stop()
    if (isFine) rmSync(dataDir, { recursive: true, force: true })
    else say(`The desk's and the store's files are kept in ${dataDir}.`)
  }
})

function wholeNumber(name: string, text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
  throw new Error(`--${name} takes a whole number from 1 on, not ${text}`)
}

function table(result: CrashResult): string {
  const all = [...result.kills.values()].reduce((sum, count) => sum + count, 0)
  const rows: [string, number | string][] = [
    ['kills', all],
    ...killKinds.map((kind): [string, number] => [`  ${kind}`, result.kills.get(kind) ?? 0]),
    ['  planned moment never came', result.kills.get('late') ?? 0],
    ...mishapKinds.map((kind): [string, number] => [`  with ${words[kind]}`, result.mishaps.get(kind) ?? 0]),
    ['scans acknowledged', result.acknowledged],
    ['  by key presses', result.byKeys],
    ['left without an answer, found done', result.doneUnanswered],
    ['left without an answer, found not done', result.undoneUnanswered],
    ['missing by an older file, and said so: scans', result.saidMissing],
    ['  events / gone on from by a lead', `${String(result.eventsMissing)} / ${String(result.wentOn)}`],
    ['refused by a full disk', result.refusedByDisk],
    ['acknowledged scans lost', result.lost],
    ['more than was acknowledged', result.extra],
    ['orders packed at', result.orders],
    ['boxes sealed', result.boxesSealed],
    ['sections in the store with their waybills', result.sections],
    ['duplicates in the store', result.duplicates],
    ['writes the store carried out', result.writesDone],
    ['writes the store refused', result.writesRefused],
    ['time', minutes(result.ms)],
  ]
  return rows.map(([name, value]) => `${name.padEnd(44)}${String(value).padStart(12)}`).join('\n')
}
