import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, it, onTestFinished } from 'vitest'
import { diceOf } from '../../scripts/crash/dice.ts'
import type { LifePlan } from '../../scripts/crash/kill-plan.ts'
import { runCrashes } from '../../scripts/crash/run.ts'

const full = { kind: 'fullDisk', action: 3, refusals: 3 } as const

const plans: readonly LifePlan[] = [
  { kind: 'scanning', action: 6, afterMs: 5 },
  {
    ...{ kind: 'beforeRecord', time: 2 },
    mishap: { kind: 'secondDesk', kill: { kind: 'telling', seals: 1, afterMs: 300 } },
  },
  { kind: 'afterSend', time: 3, mishap: { kind: 'wrongClock', aheadMs: -400 * 86_400_000 } },
  { kind: 'scanning', action: 8, afterMs: 5, mishap: { kind: 'oldFile', back: 1 } },
  { kind: 'scanning', action: 12, afterMs: 5, mishap: full },
]

it('killed with an older file, a wrong clock, a full disk and a second desk around it: nothing is lost unsaid or told twice', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'packdesk-crash-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const result = await runCrashes({ stage: inject('stage'), dataDir, plans, dice: diceOf(4) })
  expect(result.differences).toEqual([])
  expect([...result.mishaps.keys()].sort()).toEqual(['fullDisk', 'oldFile', 'secondDesk', 'wrongClock'])
  expect(result.wentOn).toBe(1)
  expect(result.eventsMissing).toBeGreaterThan(0)
  // Only root may mount a disk that can be filled.
  if (process.platform === 'linux' && process.getuid?.() === 0)
    expect(result.refusedByDisk).toBeGreaterThan(0)
  expect(result.sections).toBe(result.boxesSealed)
  expect(result.duplicates).toBe(0)
})
