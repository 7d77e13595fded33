import { beforeAll, describe, expect, it } from 'vitest'
import { boxOne, boxTwo, isWrite, shipped, twoParcels } from './guide.ts'
import type { Fault, SeenCall } from './network.ts'
import { createWorld, type World } from './world.ts'

const [hour, day] = [3_600_000, 86_400_000]

/** How the clock is set, one after the other. */
const settings: [string, number[]][] = [
  ['back three hours', [-3 * hour]],
  ['back two years', [-730 * day]],
  ['ahead three hours', [3 * hour]],
  ['ahead two years', [730 * day]],
  ['ahead and back', [3 * hour, -3 * hour]],
  ['back and ahead', [-2 * day, 2 * day]],
]

/** When it is set: while the desk waits for nothing, or for one of all it can wait for. */
const moments = [
  'before the first scan',
  'while boxes wait for the network',
  'while a box may be taken back',
  'as a write goes out whose answer is lost',
  'as a write goes out that comes late',
  'as a write is turned away by the limiter',
  'while a poll is turned away by the limiter',
  'between two runs, with a write not answered',
  'between two runs, with boxes waiting',
] as const

type Moment = (typeof moments)[number]

/** What goes wrong with the first write at that moment. */
const faults: Partial<Record<Moment, Fault>> = {
  'as a write goes out whose answer is lost': 'loseAnswer',
  'as a write goes out that comes late': 'late',
  'as a write is turned away by the limiter': 'limited',
  'between two runs, with a write not answered': 'loseAnswer',
}

/**
 * Packs the guide's order while the clock is set at that moment, each setting after some time under the one before.
 * Answers with every call and when it really went out, and with what the store has in the end.
 */
async function pack(moment: Moment, set: readonly number[]) {
  const told: string[] = []
  const left = [...set]
  const setNext = (world: World) => {
    world.setClock(left.shift() ?? 0)
  }
  let faultsLeft = 1
  const world: World = await createWorld({
    random: () => 0.5,
    network(call: SeenCall): Fault {
      told.push(`${String(begun === null ? 0 : world.now() - begun)} ${call.method} ${call.path}`)
      const isPoll = moment === 'while a poll is turned away by the limiter'
      const fault = isPoll ? 'limited' : (faults[moment] ?? 'none')
      const isMeant = begun !== null && call.path.startsWith('/orders') && isWrite(call) !== isPoll
      if (fault === 'none' || !isMeant || faultsLeft === 0) return 'none'
      faultsLeft -= 1
      if (moment.startsWith('as ') || isPoll) setNext(world)
      return fault
    },
  })
  let begun: number | null = null
  await world.advance(40_000)
  begun = world.now()
  const isRestart = moment.startsWith('between')
  if (moment === 'before the first scan') setNext(world)
  if (moment === 'while a box may be taken back')
    await world.station.methods.changeSettings({ graceSeconds: 120 })
  const isCut = moment === 'while boxes wait for the network' || moment.endsWith('boxes waiting')
  if (isCut) world.cutNetwork()
  await world.scanAll(...boxOne, ...boxTwo)
  await world.advance(1_000)
  if (moment.startsWith('while ') && left.length === set.length) setNext(world)
  if (isRestart) {
    world.kill()
    setNext(world)
    await world.restart()
  }
  await world.advance(2_000)
  world.mendNetwork()
  while (left.length > 0) setNext(world)
  await world.advance(400_000)
  const { outbox, connection } = await world.snapshot()
  const result = { told, shipped: shipped(world), outbox, state: connection.state, reports: world.reports }
  world.end()
  return result
}

describe.each(moments)('the clock is set %s', (moment) => {
  let usual: Awaited<ReturnType<typeof pack>>
  beforeAll(async () => {
    usual = await pack(moment, [])
  })

  it('not at all: both boxes are sent', () => {
    expect(usual.shipped).toEqual(twoParcels)
    expect(usual).toMatchObject({ state: 'online', outbox: { waiting: 0, unknown: 0, needsPerson: 0 } })
  })

  it.each(settings)('%s: every call goes out when it would have', async (_how, set) => {
    const { told, ...rest } = await pack(moment, set)
    expect(told).toEqual(usual.told)
    expect(rest).toEqual({ ...usual, told: undefined })
  })
})
