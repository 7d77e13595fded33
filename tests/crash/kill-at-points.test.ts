import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, it, onTestFinished } from 'vitest'
import { diceOf } from '../../scripts/crash/dice.ts'
import type { KillPlan } from '../../scripts/crash/kill-plan.ts'
import { runCrashes } from '../../scripts/crash/run.ts'

/** Every named point, early and late in a box's way, and kills from outside in between. */
const plans: readonly KillPlan[] = [
  { kind: 'beforeCommit', time: 3 },
  { kind: 'afterCommit', time: 4 },
  { kind: 'scanning', action: 6, afterMs: 12 },
  { kind: 'beforeSend', time: 1 },
  { kind: 'afterSend', time: 1 },
  { kind: 'beforeRecord', time: 2 },
  { kind: 'starting', afterMs: 1_200 },
  { kind: 'afterSend', time: 2 },
  { kind: 'telling', seals: 1, afterMs: 30 },
  { kind: 'beforeSend', time: 2 },
  { kind: 'beforeRecord', time: 1 },
  { kind: 'scanning', action: 3, afterMs: 0 },
]

it('loses no acknowledged scan and tells the store of no box twice, killed at every named point', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'packdesk-crash-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const result = await runCrashes({ stage: inject('stage'), dataDir, plans, dice: diceOf(4) })
  expect(result.differences).toEqual([])
  expect([...result.kills.keys()].sort()).toEqual([...new Set(plans.map(({ kind }) => kind))].sort())
  expect(result.acknowledged).toBeGreaterThan(plans.length)
  expect(result.boxesSealed).toBeGreaterThan(0)
  expect(result.sections).toBe(result.boxesSealed)
  expect(result.duplicates).toBe(0)
})
