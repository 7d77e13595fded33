import type { CrashPoint } from '../../electron/station/ports.ts'
import { createWorld, type World } from '../station/world.ts'
import { createChance, type Chance } from './chance.ts'
import { createCodes } from './codes.ts'
import { brokenPromises } from './invariants.ts'
import { createPacker } from './packer.ts'
import { drawPlan, openAnswers, setUp } from './plan.ts'
import { createWatch } from './watch.ts'
import { count, createBadNetwork, shopActs, type FaultCounts } from './trouble.ts'

export type RunResult = {
  seed: number
  steps: number
  acknowledged: number
  sealed: number
  confirmed: number
  needsPerson: number
  faults: FaultCounts
  /** How often each thing happened at the desk, by the log. */
  events: Record<string, number>
  broken: string[]
}

/** Thrown where the process is made to die: nothing after it is carried out. */
class Died extends Error {}

/** One desk's bad day: packers, network, shop and power all act up, from one seed; then calm, and the reckoning. */
export async function simulate(seed: number, steps = 80): Promise<RunResult> {
  const chance = createChance(seed)
  const faults: FaultCounts = {}
  const network = createBadNetwork(chance, faults)
  const plan = drawPlan(chance)
  const { orders, orderNos } = plan
  let deathAt: { point: CrashPoint; in: number } | null = null

  const world = await createWorld({
    orders,
    unchecked: true,
    assumptions: openAnswers(chance),
    random: chance.random,
    network: network.faultFor,
    mayBeDone: (call) => {
      watch.mayBeDone(call)
    },
    reached: (point) => {
      watch.reached(point)
      if (deathAt?.point !== point) return
      deathAt.in -= 1
      if (deathAt.in > 0) return
      deathAt = null
      count(faults, 'crashPoint')
      world.kill()
      throw new Died()
    },
  })
  const packer = createPacker(
    world,
    chance,
    createCodes(chance, plan, orderNos),
    plan.settings.forcedOrder === true,
  )
  const watch = createWatch(world)
  const broken: string[] = []
  await setUp(world, plan)
  if ((await world.snapshot()).connection.lastPullAt === null) await world.advance(30_000)

  async function step(): Promise<void> {
    switch (
      chance.weighted({
        pack: 40,
        pass: 12,
        cut: 1,
        mend: 3,
        kill: 1.5,
        crash: 2,
        shop: 1.5,
        person: 1.5,
        jump: 0.3,
      })
    ) {
      case 'pack':
        await packer.act()
        watch.acknowledged()
        return
      case 'pass':
        await world.advance(chance.below(chance.is(0.2) ? 40_000 : 3_000))
        return
      case 'cut':
        count(faults, 'cut')
        world.cutNetwork()
        return
      case 'mend':
        world.mendNetwork()
        return
      case 'kill':
        count(faults, 'kill')
        await revive()
        return
      case 'crash': {
        const points = ['beforeCommit', 'afterCommit', 'beforeSend', 'afterSend', 'beforeRecord'] as const
        deathAt = { point: chance.pick(points) ?? 'afterSend', in: 1 + chance.below(3) }
        return
      }
      case 'shop':
        shopActs(world, chance, orderNos, faults)
        return
      case 'person':
        await packer.seeToStuckBoxes()
        return
      case 'jump':
        world.sleep(chance.below(3 * 3_600_000))
    }
  }

  async function revive(): Promise<void> {
    const before = world.isDead() ? null : await watch.screen()
    await world.restart()
    broken.push(...watch.missing(), ...(await watch.notWhereItStood(before)))
  }

  // From a die of its own, so that a day goes as it would have gone without.
  const clock = createChance(seed + 0.5)
  for (let n = 0; n < steps; n += 1) {
    if (clock.is(0.05)) setClock(world, clock)
    try {
      await step()
    } catch (error) {
      if (!(error instanceof Died)) throw error
    }
    if (world.isDead()) await revive()
  }

  deathAt = null
  network.mend()
  world.mendNetwork()
  await revive()
  await settle(world)
  broken.push(...watch.broken, ...(await brokenPromises(world, orderNos)))
  if (world.limited.length > 0)
    broken.push(`the limiter turned the desk away ${String(world.limited.length)} times`)
  const boxes = world.db.prepare<[], { state: string; n: number }>(
    'SELECT state, count(*) AS n FROM intents GROUP BY state',
  )
  const events = watch.events()
  const states = new Map(boxes.all().map(({ state, n }) => [state, n]))
  world.end()
  return {
    seed,
    steps,
    acknowledged: watch.count(),
    sealed: [...states.values()].reduce((sum, n) => sum + n, 0),
    confirmed: states.get('confirmed') ?? 0,
    needsPerson: states.get('needsPerson') ?? 0,
    faults,
    events,
    broken,
  }
}

const [second, hour, day] = [1_000, 3_600_000, 86_400_000]

/** The desk's clock is set, ahead or back, by seconds or by years. Nothing else may come of it. */
function setClock(world: World, chance: Chance): void {
  const by = chance.pick([second, 90 * second, 3 * hour, 2 * day, 730 * day]) ?? hour
  world.setClock(chance.is(0.5) ? by : -by)
}

/** Everything on its way arrives; boxes stuck on something that has passed are tried once more by a person. */
async function settle(world: World): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    await world.advance(30_000)
    const { outbox } = await world.snapshot()
    if (outbox.waiting + outbox.sending + outbox.unknown === 0) return
  }
}
