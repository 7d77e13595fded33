import type { Chance } from '../../simulation/chance.ts'
import type { AtStore } from '../at-store.ts'
import type { Doom } from '../desk.ts'
import type { Packer } from '../packer.ts'
import type { RoadOfDesk } from '../road.ts'
import type { Time } from '../time.ts'
import type { Trace } from '../trace.ts'
import type { ShopHand } from './shop-acts.ts'

/** Where things happen: the store, the desks with their packers, and the ways between. */
export type Scene = {
  time: Time
  chance: Chance
  trace: Trace
  atStore: AtStore
  packers: readonly Packer[]
  roads: readonly RoadOfDesk[]
  hand: ShopHand
}

/** Something that happens by itself, at its time. */
export type Happening = (scene: Scene) => Promise<void>

const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000]

export const tokensEnd: Happening = async ({ atStore, trace }) => {
  trace.note('store', 'all access tokens have expired')
  atStore.store.control.expireTokens('access')
}

/** The cable is out for so long. */
const outFor =
  (shortest: number, longest: number): Happening =>
  async ({ roads, time, chance, trace }) => {
    const road = chance.pick(roads)
    const ms = shortest + chance.below(longest - shortest)
    trace.note('network', `cut for ${String(Math.round(ms / 1000))} s`)
    road?.cut()
    time.after(ms, () => {
      road?.mend()
    })
  }

export const networkCut = outFor(second, 90 * second)
export const longOutage = outFor(2 * minute, 8 * minute)

/** A desk's clock is set, or the store's. */
export const clockSet: Happening = async ({ packers, chance, atStore, trace }) => {
  if (chance.is(0.2)) {
    const ms = chance.pick([-5 * minute, -20 * second, 20 * second, 5 * minute, hour]) ?? minute
    trace.note('store', `its clock is set by ${String(ms / second)} s`)
    atStore.store.control.jumpClock(ms)
    return
  }
  const by = chance.pick([second, 30 * second, 5 * minute, 3 * hour, 2 * day, 730 * day]) ?? hour
  chance.pick(packers)?.desk.setClock(chance.is(0.5) ? by : -by)
}

const comeBack = ({ time, chance }: Scene, packer: Packer): void => {
  time.after(second + chance.below(chance.is(0.3) ? 120 * second : 10 * second), () => {
    if (packer.desk.isDead()) void time.hold(packer.comesBack(null))
  })
}

const deaths: readonly Doom['at'][] = [
  'await',
  'await',
  'await',
  'beforeCommit',
  'afterCommit',
  'beforeSend',
  'afterSend',
  'beforeRecord',
]

/** The process dies: now, or at something it comes by soon. */
export const processDies: Happening = async (scene) => {
  const { packers, chance, time } = scene
  const packer = chance.pick(packers)
  if (packer === undefined) return
  if (chance.is(0.3)) packer.desk.kill()
  else packer.desk.setDoom({ at: chance.pick(deaths) ?? 'await', in: 1 + chance.below(6) })
  // Whoever finds the desk dead starts it again.
  for (const ms of [5, 20, 45].map((seconds) => seconds * second))
    time.after(ms, () => {
      if (packer.desk.isDead()) comeBack(scene, packer)
    })
}

/** The database is copied now, and put back at a restart a while later; the file beside it stays as it is. */
export const olderDatabase: Happening = async ({ packers, chance, time, trace }) => {
  const packer = chance.pick(packers)
  if (packer === undefined || packer.desk.isDead()) return
  const { desk } = packer
  const copy = desk.copy()
  const copiedAt = time.now()
  time.after(5 * second + chance.below(90 * second), () => {
    trace.note(
      desk.name,
      `its database is put back by ${String(Math.round((time.now() - copiedAt) / 1000))} s`,
    )
    desk.kill()
    desk.putBack(copy)
    void time.hold(packer.comesBack(copiedAt))
  })
}

/** The shop does something to one of its orders, mostly to one that has just been packed. */
const shopActs =
  (moment: 'before' | 'after'): Happening =>
  async ({ packers, chance, hand, atStore }) => {
    const packed = packers.flatMap(({ ledger }) => ledger.boxes.slice(-4)).map(({ orderNo }) => orderNo)
    const orderNo = chance.pick(chance.is(0.7) && packed.length > 0 ? packed : atStore.past.orderNos())
    if (orderNo !== undefined) await hand.act(orderNo, moment)
  }

export const shopChanges = shopActs('before')
export const parcelChanges = shopActs('after')
