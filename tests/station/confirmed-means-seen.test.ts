import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { cjInvoiceNo } from '../../shared/domain/codes/courier-forms.ts'
import {
  a,
  b,
  boxOne,
  boxTwo,
  close as boxClose,
  guide,
  isWrite,
  shipped,
  twoParcels,
  writesTo,
} from './guide.ts'
import type { Fault } from './network.ts'
import { createWorld, type NewOrder, type World } from './world.ts'

const orderNo = '202411010000001'
const first = '689200000014'

const fiveReady: NewOrder = {
  orderNo: Number(orderNo),
  sections: [{ status: 'SHIPPING_READY', lines: [[a, 5]] }],
}

const minutes = 60_000

function planOnWrite(world: World, number: number, fault: Fault): void {
  let seen = -1
  world.plan(fault, (call) => {
    if (isWrite(call) && call.path.startsWith('/orders')) seen += 1
    return seen === number && isWrite(call)
  })
}

const states = (world: World): unknown[] =>
  world.db.prepare('SELECT state FROM intents ORDER BY seq').pluck().all()

const problems = (world: World): unknown[] =>
  world.db
    .prepare("SELECT json_extract(problem, '$.kind') FROM intents WHERE problem IS NOT NULL ORDER BY seq")
    .pluck()
    .all()

describe('confirmed means seen', () => {
  it('is reported when the store has said so, and confirmed when a reading has shown it', async () => {
    const world = await createWorld({ sightMs: 120_000 })
    await world.scanAll(...boxOne)
    await world.advance(4_000)
    expect(states(world)).toEqual(['reported'])
    const { desk, outbox } = await world.snapshot()
    expect(desk?.boxes[0]?.dispatch?.state).toBe('reported')
    expect(outbox).toMatchObject({ waiting: 0, unknown: 0, needsPerson: 0 })
    await world.advance(120_000)
    expect(states(world)).toEqual(['confirmed'])
  })

  it('is so after a restart as well', async () => {
    const world = await createWorld({ sightMs: 120_000 })
    await world.scanAll(...boxOne)
    await world.advance(4_000)
    world.kill()
    expect(states(world)).toEqual(['reported'])
    await world.restart()
    await world.advance(130_000)
    expect(states(world)).toEqual(['confirmed'])
  })

  it.each([0, 1, 2, 3])(
    'a yes to write %i that the store knows nothing of is found out, and it is done',
    async (number) => {
      const world = await createWorld()
      planOnWrite(world, number, 'untrue')
      await world.scanAll(...boxOne, ...boxTwo)
      await world.advance(30 * minutes)
      expect(shipped(world)).toEqual(twoParcels)
      expect(states(world)).toEqual(['confirmed', 'confirmed'])
    },
  )

  it('an answer that names somebody else’s section is found out, and nothing is done twice', async () => {
    const world = await createWorld()
    planOnWrite(world, 0, 'strange')
    await world.scanAll(...boxOne, ...boxTwo)
    await world.advance(30 * minutes)
    expect(shipped(world)).toEqual(twoParcels)
    expect(states(world)).toEqual(['confirmed', 'confirmed'])
    expect(writesTo(world)).toHaveLength(4)
  })

  it('what somebody changes days later is put before a person', async () => {
    const world = await createWorld()
    await world.scanAll(...boxOne, ...boxTwo)
    await world.advance(minutes)
    world.sleep(2 * 24 * 60 * minutes)
    const [section] = world
      .storeSections(guide)
      .order.sections.filter((each) => each.invoice?.invoiceNo === first)
    const path = `/orders/${guide}/order-section/${section?.orderSectionCode ?? ''}/invoice`
    await world.advance(minutes)
    await world.ownerCall('PATCH', path, { invoiceNo: '689299999999', parcelCompanyIdx: 4 })
    await world.scan(guide)
    await world.station.methods.resync({})
    await world.advance(minutes)
    await readOnDesk(world)
    expect(problems(world)).toEqual(['otherInvoice'])
    expect((await world.snapshot()).outbox.needsPerson).toBe(1)
  })
})

/** The order is read again, as for any reason. */
async function readOnDesk(world: World): Promise<void> {
  world.db.prepare('UPDATE orders SET to_read = 1 WHERE order_no = ?').run(guide)
  await world.advance(minutes)
}

describe('one waybill on two sections', () => {
  it('by a proxy that carries a split out twice: a person is asked, and it is not sent again', async () => {
    const world = await createWorld({ orders: [fiveReady] })
    planOnWrite(world, 0, 'twice')
    await world.scanAll(orderNo, a, a, boxClose, first)
    await world.advance(5 * minutes)
    expect(problems(world)).toEqual(['waybillTwice'])
    const before = writesTo(world).length
    await world.advance(60 * minutes)
    expect(writesTo(world)).toHaveLength(before)
  })

  it('by a write that lands after every time given to it: a person is asked', async () => {
    const world = await createWorld({ orders: [fiveReady] })
    planOnWrite(world, 0, 'tooLate')
    await world.scanAll(orderNo, a, a, boxClose, first)
    await world.advance(30 * minutes)
    expect(shipped(world, orderNo).filter(({ invoiceNo }) => invoiceNo === first)).toHaveLength(2)
    await world.station.methods.resync({})
    await world.advance(minutes)
    expect(problems(world)).toEqual(['waybillTwice'])
  })

  it('is put right by a person, and goes on then', async () => {
    const world = await createWorld({ orders: [fiveReady] })
    planOnWrite(world, 0, 'twice')
    await world.scanAll(orderNo, a, a, boxClose, first)
    await world.advance(5 * minutes)
    const wrong = world
      .storeSections(orderNo)
      .order.sections.find(
        ({ orderSectionStatus: status, invoice }) => status === 'SHIPPING_READY' && invoice,
      )
    const path = `/orders/${orderNo}/order-section/${wrong?.orderSectionCode ?? ''}/invoice`
    await world.ownerCall('PATCH', path, { invoiceNo: '689299999999', parcelCompanyIdx: 4 })
    await world.station.methods.retry({ seq: 1 })
    await world.advance(5 * minutes)
    expect(states(world)).toEqual(['confirmed'])
    expect(shipped(world, orderNo).filter(({ invoiceNo }) => invoiceNo === first)).toMatchObject([
      { status: 'SHIPPING' },
    ])
  })
})

describe('readings that lag behind the desk’s own writes', () => {
  /** For a while everything that is read is as it was at first. */
  async function lagging(lagMs: number): Promise<World> {
    const kept = new Map<string, { at: number; data: unknown }[]>()
    const world: World = await createWorld({
      says: (path, data) => {
        if (!path.startsWith('/orders') || path.includes('parcel-company')) return data
        const seen = kept.get(path) ?? []
        seen.push({ at: world.now(), data })
        kept.set(path, seen)
        return seen.findLast(({ at }) => at <= world.now() - lagMs)?.data ?? seen[0]?.data
      },
      start: false,
    })
    void world.station.start()
    await world.advance(1)
    return world
  }

  it.each([10_000, 60_000])(
    'by %i ms: what has left is not offered again, and nothing is sent twice',
    async (lagMs) => {
      const world = await lagging(lagMs)
      await world.scanAll(...boxOne, ...boxTwo)
      for (let second = 0; second < 150; second += 5) {
        await world.advance(5_000)
        if (!states(world).every((state) => state === 'reported' || state === 'confirmed')) continue
        const { rows } = await world.station.methods.queue({ search: guide, show: 'ready', limit: 9 })
        expect(rows.filter((row) => row.orderNo === guide)).toEqual([])
      }
      await world.advance(20 * minutes)
      expect(shipped(world)).toEqual(twoParcels)
      expect(states(world)).toEqual(['confirmed', 'confirmed'])
      expect(problems(world)).toEqual([])
    },
  )
})

describe('a backlog of sixty boxes', () => {
  const count = 60
  const numberOf = (n: number): string => String(202411010000100 + n)

  async function backlog(): Promise<World> {
    const orders = Array.from({ length: count }, (_, n): NewOrder => ({
      orderNo: Number(numberOf(n)),
      sections: [{ status: 'PRODUCT_PREPARATION', lines: [[b, 1]] }],
    }))
    const world = await createWorld({ orders, sightMs: 120_000 })
    await world.advance(30_000)
    world.cutNetwork()
    await world.advance(30_000)
    for (let n = 0; n < count; n += 1) {
      await world.scanAll(numberOf(n), b, cjInvoiceNo(String(68_000_000_000 + n)))
    }
    world.mendNetwork()
    return world
  }

  it('is read together: for each box a tenth of a call more than its own two writes', async () => {
    const world = await backlog()
    world.calls.length = 0
    await world.advance(6 * minutes)
    expect(states(world)).toEqual(Array.from({ length: count }, () => 'confirmed'))
    expect(writesTo(world)).toHaveLength(2 * count)
    const polls = Math.ceil((6 * minutes) / 11_250) * 2
    const reads = world.calls.filter(({ method, path }) => method === 'GET' && path.startsWith('/orders'))
    expect(reads.filter(({ path }) => path !== '/orders')).toEqual([])
    expect(reads.length - polls).toBeLessThanOrEqual(count / 10)
  })
})

describe('a store that gives a split-off part another line’s code', () => {
  it('gets both parcels, and they are seen', async () => {
    const world = await createWorld({
      says: (path, data) => (path === `/orders/${guide}` ? recoded(data) : data),
    })
    await world.scanAll(...boxOne)
    await world.advance(minutes)
    await world.scanAll(...boxTwo)
    await world.advance(5 * minutes)
    expect(shipped(world)).toEqual(twoParcels)
    expect(states(world)).toEqual(['confirmed', 'confirmed'])
  })
})

const sectionsOf = z.looseObject({
  sections: z.array(z.looseObject({ sectionItems: z.array(z.looseObject({ orderItemCode: z.string() })) })),
})

/** Every section but the first has codes of its own for its lines. */
function recoded(data: unknown): unknown {
  const { sections, ...order } = sectionsOf.parse(data)
  const renamed = sections.map((section, n) => ({
    ...section,
    sectionItems: section.sectionItems.map((item) => ({
      ...item,
      orderItemCode: n === 0 ? item.orderItemCode : `${item.orderItemCode}-${String(n)}`,
    })),
  }))
  return { ...order, sections: renamed }
}
