import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLogMethods } from '../../electron/station/log/log-methods.ts'
import { replayLogFile } from '../../electron/station/log/log-replay.ts'
import { inputs } from '../../shared/contract/methods.ts'
import type { StationSnapshot } from '../../shared/contract/snapshot.ts'
import type { World } from '../station/world.ts'
import { newFolder } from './folder.ts'
import { packedWorld } from './history.ts'

/** Lets the clock run until the answer is there. */
async function whileTimePasses<T>(world: World, answer: T | Promise<T>): Promise<T> {
  const state = { done: false }
  const settled = Promise.resolve(answer).finally(() => {
    state.done = true
  })
  while (!state.done) await world.advance(1)
  return settled
}

describe('what the window can ask of the log', () => {
  it('a rebuild shows how far it is, and scans are answered meanwhile', async () => {
    const world = await packedWorld(2_000)
    world.db.exec('DELETE FROM waybills')
    const seen: StationSnapshot['rebuilding'][] = []
    world.station.subscribe(({ snapshot: { rebuilding } }) => seen.push(rebuilding))
    const first = world.station.methods.rebuild({})
    expect(world.station.methods.rebuild({})).toBe(first)
    expect(await world.scan('nonsense')).toEqual({ kind: 'unknownCode' })
    const result = await whileTimePasses(world, first)
    expect(result).toMatchObject({ firstBreak: null, orders: 3 })
    const shares = seen.flatMap((progress) => (progress === null ? [] : [progress.done / progress.total]))
    expect(new Set(shares).size).toBeGreaterThan(3)
    expect(seen.at(-1)).toBeNull()
    expect((await world.snapshot()).rebuilding).toBeNull()
    expect(world.db.prepare('SELECT count(*) FROM waybills').pluck().get()).toBe(3)
  })

  it('the chain is checked to its end', async () => {
    const world = await packedWorld(900)
    const events = world.db.prepare('SELECT count(*) FROM packing_log').pluck().get()
    const check = () => whileTimePasses(world, world.station.methods.verifyLog({}))
    expect(await check()).toEqual({ events, firstBreak: null, gaps: [] })
    world.db.exec(`UPDATE packing_log SET event = '{}' WHERE seq = 801`)
    expect(await check()).toEqual({ events: 800, firstBreak: 801, gaps: [] })
  })

  it('an excerpt is saved under the name of what it is of; nothing is saved where there is nothing', async () => {
    const world = await packedWorld()
    const folder = newFolder()
    const { methods } = createLogMethods({
      db: world.db,
      clock: world.now,
      schedule: () => () => undefined,
      app: '1.2.3',
      saveExport: (name, text) => {
        writeFileSync(path.join(folder, name), text)
        return Promise.resolve(path.join(folder, name))
      },
      onProgress: () => undefined,
      onRebuilt: () => undefined,
    })
    const saved = await methods.exportLog({ what: { kind: 'order', orderNo: '202410104747676' } })
    expect(saved.path).toBe(path.join(folder, 'packdesk-log-202410104747676.jsonl'))
    const { header, orders } = replayLogFile(readFileSync(saved.path ?? '', 'utf8'))
    expect(header).toMatchObject({ app: '1.2.3', events: saved.events })
    expect(orders[0]?.boxes).toHaveLength(2)
    expect(await methods.exportLog({ what: { kind: 'day', day: '2001-01-01' } })).toEqual({
      path: null,
      events: 0,
    })
  })

  it.each([
    { kind: 'order', orderNo: '../../etc/passwd' },
    { kind: 'day', day: '2026-13-01' },
    { kind: 'everything' },
  ])('an excerpt of %o is not a question', (what) => {
    expect(inputs.exportLog.safeParse({ what }).success).toBe(false)
  })
})
