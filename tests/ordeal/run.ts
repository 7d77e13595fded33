import { createChance, type Chance } from '../simulation/chance.ts'
import { createAtStore, type NewOrder } from './at-store.ts'
import { createDesk } from './desk.ts'
import type { Failure } from './failures.ts'
import { judge, type DeskAtEnd, type Evidence } from './judge.ts'
import { kindNames, kindOf, mixed, type KindName, type Ordeal } from './kinds.ts'
import { createPacker, type Packer } from './packer.ts'
import { createRoad } from './road.ts'
import { shownBy } from './shown.ts'
import { tally, type Goods } from './store-reader.ts'
import { tallyOf, type Tally } from './tasks.ts'
import { createTime } from './time.ts'
import { createTrace } from './trace.ts'
import type { Scene } from './troubles/happenings.ts'
import { createShopHand } from './troubles/shop-acts.ts'
import { createWeather } from './weather.ts'

export type Outcome = Tally & {
  ordeal: Ordeal
  seed: number
  struck: Map<KindName, number>
  failures: Failure[]
  trace: string[]
}

export type RunOptions = {
  traced?: boolean
  /** How long the day is, and how long the desk polls after everything has landed, in minutes. */
  dayMinutes?: number
  pollMinutes?: number
}

const minute = 60_000

/** By then whatever is late has landed. */
const landedMs = 5 * minute

const skus = ['A-CITRUS-500', 'B-NURUNGJI-200', 'C-HONEY-350', 'T-GREEN-50']

function linesOf(chance: Chance): [string, number][] {
  const lines = skus.filter(() => chance.is(0.5)).map((sku): [string, number] => [sku, 1 + chance.below(3)])
  return lines.length > 0 ? lines : [['A-CITRUS-500', 1 + chance.below(4)]]
}

function activeIn(ordeal: Ordeal, chance: Chance): KindName[] {
  if (ordeal !== mixed) return [ordeal]
  const several = new Set<KindName>()
  const wanted = 3 + chance.below(5)
  while (several.size < wanted) several.add(chance.pick(kindNames) ?? 'calm')
  return [...several]
}

/** One day of a shop and its desks under one kind of trouble, or several; then calm, and the reckoning. */
export async function play(ordeal: Ordeal, seed: number, options: RunOptions = {}): Promise<Outcome> {
  const { traced = false, dayMinutes = 22, pollMinutes = 30 } = options
  const chance = createChance(seed)
  const active = activeIn(ordeal, chance)
  const plans = active.map(kindOf)
  const time = createTime(Date.UTC(2026, 10, 24))
  const trace = createTrace(time, traced)
  trace.note('day', `seed ${String(seed)}: ${active.join(', ')}`)

  const many = plans.find(({ orders }) => orders !== undefined)?.orders
  const orders = Array.from({ length: many ?? 4 }, (_, index): NewOrder => {
    const orderNo = 202_611_240_000_000 + index
    return { orderNo, minutesAgo: index, lines: linesOf(chance) }
  })
  const atStore = await createAtStore(time, chance, orders)
  const hand = createShopHand({ atStore, chance, trace, now: time.now })
  const weather = createWeather({ active, time, chance, trace })

  const deskCount = Math.max(1, ...plans.map(({ desks }) => desks ?? 1))
  const names = Array.from({ length: deskCount }, (_, index) => `desk ${String(index + 1)}`)
  const roads = names.map((name) => createRoad({ name, atStore, time, chance, trace, meets: weather.meets }))
  const packers = roads.map(({ transport }, index): Packer => {
    const name = names[index] ?? ''
    const desk = createDesk({ name, time, chance, trace, transport, atStore })
    const number = index + 1
    return createPacker({
      ...{ desk, number, time, chance, trace },
      wasHeard: (waybill) => atStore.landed.some(({ body }) => body.includes(waybill)),
      onSeal: ({ orderNo }) => {
        const isMeant = active.some((kind) => weather.isOn(kind) && chance.is(kindOf(kind).shopAtSeal ?? 0))
        if (!isMeant) return
        time.after(chance.below(10_000), () => void time.hold(hand.act(orderNo, 'before')))
      },
    })
  })
  const scene: Scene = { time, chance, trace, atStore, packers, roads, hand }

  for (const packer of packers) await packer.comesBack(null)
  await time.advance(10_000)
  weather.begin(scene)
  await day()
  await calm()
  const evidence = await gather()
  const failures = judge(evidence)
  for (const { name, what } of failures) trace.note('judge', `${name}: ${what}`)
  for (const packer of packers) packer.desk.end()
  atStore.store.close()
  return { ordeal, seed, ...tallyOf(evidence), struck: weather.struck, failures, trace: trace.lines }

  /** Packers work at their own pace; orders come in; now and then somebody has a break. */
  async function day(): Promise<void> {
    const end = time.now() + dayMinutes * minute
    const due = packers.map(() => time.now())
    let nextOrder = time.now() + minute
    while (time.now() < end) {
      for (const [index, packer] of packers.entries()) {
        if (time.now() < (due[index] ?? 0)) continue
        await packer.act()
        const breakMs = chance.is(0.02) ? chance.below(2 * minute) : 0
        due[index] = time.now() + 1_000 + chance.below(many === undefined ? 7_000 : 2_500) + breakMs
      }
      if (many === undefined && time.now() >= nextOrder) {
        await hand.newOrder(linesOf(chance))
        nextOrder = time.now() + chance.below(3 * minute)
      }
      await time.advance(500)
    }
  }

  /** Everything lands; then the desks have the time of many polls, and a lead sees to what stops them. */
  async function calm(): Promise<void> {
    weather.calms()
    for (const road of roads) road.mend()
    for (const { desk } of packers) desk.setDoom(null)
    await time.advance(2 * minute)
    for (const { desk } of packers) if (desk.isDead()) desk.restart()
    await time.advance(landedMs - 2 * minute)
    for (let passed = 0; passed < pollMinutes; passed += 1) {
      const rest: boolean[] = []
      for (const packer of packers) rest.push(await packer.seeTo())
      if (passed >= pollMinutes / 2 && !rest.includes(false)) break
      await time.advance(minute)
    }
    for (const packer of packers) await packer.comesBack(null)
    await time.advance(2 * minute)
  }

  async function gather(): Promise<Evidence> {
    const last = await atStore.reader.allOrders()
    const desks: DeskAtEnd[] = []
    for (const { desk, ledger } of packers) {
      const orderNos = [...new Set(ledger.boxes.map(({ orderNo }) => orderNo))]
      desks.push({ name: desk.name, ledger, shown: await shownBy(desk, orderNos) })
    }
    const ordered = new Map<string, Goods>()
    for (const { orderNo } of last) {
      const first = atStore.past.firstOf(orderNo)
      if (first !== null) ordered.set(orderNo, tally(first.sections.flatMap(({ goods }) => [...goods])))
    }
    return {
      desks,
      orders: new Map(last.map((order) => [order.orderNo, order])),
      ordered,
      addressAt: (orderNo, at) => atStore.past.orderAt(orderNo, at)?.sections[0]?.address ?? null,
      landed: atStore.landed,
      acts: hand.acts,
    }
  }
}
