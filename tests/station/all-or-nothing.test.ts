import { describe, expect, it, vi } from 'vitest'
import { inputs } from '../../shared/contract/methods.ts'
import type { SettingsChange } from '../../shared/contract/settings.ts'
import type * as registry from '../../shared/domain/intents/registry.ts'
import { packingEventSchema } from '../../shared/domain/packing/log/events.ts'
import { boxBarcode, choiceBarcode, commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { a, b, close, guide, next, registered } from './guide.ts'
import { unsentOf } from './seen.ts'
import { createWorld, type NewOrder, type World } from './world.ts'

vi.mock('../../shared/domain/intents/registry.ts', async (load) => {
  const { withMadeUpKind } = await import('./made-up-kind.ts')
  return withMadeUpKind(await load<typeof registry>())
})

const waybill = '689200000014'
const undo = commandBarcode('undo')

const oneA = '202410104747702'
const orders: NewOrder[] = [
  {
    orderNo: Number(guide),
    lines: [
      [a, 2],
      [b, 4],
    ],
  },
  { orderNo: Number(oneA), lines: [[a, 1]] },
  registered,
]

type Act = (world: World) => unknown
const scan =
  (...codes: string[]): Act =>
  (world) =>
    world.scanAll(...codes)
const set =
  (changes: SettingsChange): Act =>
  async (world) =>
    world.station.methods.changeSettings(changes)

/** Things done one after the other. */
const first =
  (...acts: Act[]): Act =>
  async (world) => {
    for (const act of acts) await act(world)
  }

const boxes = async (world: World) => (await world.snapshot()).desk?.boxes ?? []
const goodsOf = async (world: World) => {
  const [box] = await boxes(world)
  return { boxId: box?.id ?? '', itemNo: box?.contents[0]?.itemNo ?? '' }
}
const boxId = `${guide}-B1`
const invoice = (invoiceNo: string) => ({ courierIdx: 4, invoiceNo })
const correct =
  (invoiceNo: string): Act =>
  (world) =>
    world.station.methods.correctWaybill({ boxId, invoice: invoice(invoiceNo), reason: '라벨 손상' })
/** A sealed box that the store has in 배송대기; what is promised from then on waits for a minute. */
const readyThere: Act = first(
  set({ shipped: 'atHandover', graceSeconds: 0 }),
  scan(guide, a, close, waybill),
  (world) => world.advance(5_000),
  set({ graceSeconds: 60 }),
)
const staffed: Act = async ({ station: { methods } }) => {
  await methods.addPerson({ name: '이담당', role: 'lead', pin: '2580' })
}
const signIn: Act = async ({ station: { methods } }) => {
  const [lead] = await methods.people({})
  return methods.signIn({ id: lead?.id ?? 0, pin: '2580' })
}
const serials: Act = async ({ station: { methods } }) => methods.putProductRule({ sku: a, capture: 'serial' })
const types: Act = set({
  askBoxType: 'optional',
  askWeight: 'optional',
  boxTypes: [{ code: '03', name: '중' }],
})

const askedFor: Act = (world) => {
  const sectionCode = world.storeSections(guide).order.sections[0]?.orderSectionCode
  const payload = { orderNo: guide, sectionCode }
  return world.station.methods.giveIntent(inputs.giveIntent.parse({ kind: 'makeReady', payload }))
}

/** A lead who is signed in, and another: one of two may go. */
const twoLeads: Act = first(staffed, signIn, ({ station: { methods } }) =>
  methods.addPerson({ name: '박담당', role: 'lead', pin: '1470' }),
)
const removeOneself: Act = async ({ station: { methods } }) => {
  const { person } = (await methods.snapshot({})).people
  return methods.changePerson({ id: person?.id ?? 0, active: false })
}

/** The data is in doubt, and the orders have been read again. */
const inDoubt: Act = async (world) => {
  world.anchor.text = ''
  await world.restart()
  await world.advance(60_000)
}

/** What a packer does, and what must have been done before. */
const actions: [what: string, before: Act, act: Act][] = [
  ['an order is opened', scan(), scan(guide)],
  ['whoever is at the desk is struck off', twoLeads, removeOneself],
  ['another order is taken on', scan(guide), scan(oneA)],
  ['an order is put down', scan(guide), scan(commandBarcode('putDown'))],
  ['an order is taken up again', scan(guide, a, close, waybill, commandBarcode('putDown')), scan(guide)],
  ['the first goods open a box', scan(guide), scan(a)],
  ['goods go into a box', scan(guide, a), scan(b)],
  ['the last goods end an order', scan(oneA), scan(a)],
  ['goods are taken out', scan(guide, a, b, commandBarcode('takeOut')), scan(a)],
  [
    'goods are moved to a new box',
    scan(guide, a, b),
    async (world) => world.station.methods.moveItem({ ...(await goodsOf(world)), toBoxId: null, units: 1 }),
  ],
  ['a serial number is given', first(serials, scan(guide, a)), scan('SN-1')],
  [
    'a box gets its type',
    first(types, scan(guide, a)),
    async (world) => world.station.methods.typeBox({ code: '03' }),
  ],
  [
    'a box is weighed',
    first(types, scan(guide, a)),
    async (world) => world.station.methods.weighBox({ grams: 500 }),
  ],
  ['a box is closed', scan(guide, a), scan(close)],
  ['the next box is begun', scan(guide, a), scan(next)],
  ['another box is chosen', scan(guide, a, next, b), scan(boxBarcode(1))],
  [
    'a box is emptied',
    scan(guide, a),
    async (world) => world.station.methods.emptyBox({ boxId: (await goodsOf(world)).boxId }),
  ],
  ['a box is sealed', scan(guide, a, close), scan(waybill)],
  ['the last box is sealed', first(serials, scan(oneA, a, 'SN-1')), scan(waybill)],
  [
    'a box is opened again',
    first(types, serials, scan(guide, a, 'SN-1', close, waybill)),
    scan(commandBarcode('reopen')),
  ],
  [
    'a box is given up',
    first(scan(guide, a, close, waybill), async (world) =>
      world.station.methods.setPin({ current: '', next: '4711' }),
    ),
    async (world) =>
      world.station.methods.resolveByHand({
        seq: await unsentOf(world, boxId),
        how: 'discarded',
        reason: '파손',
        pin: '4711',
      }),
  ],
  ['something is asked for by itself', scan(), askedFor],
  [
    'what was asked for by itself is given up',
    first(askedFor, async (world) => world.station.methods.setPin({ current: '', next: '4711' })),
    async (world) => {
      const [row] = await world.station.methods.unsent({ afterSeq: 0, limit: 1 })
      const discarding = { how: 'discarded', reason: '잘못 누름', pin: '4711' } as const
      return world.station.methods.resolveByHand({ seq: row?.seq ?? 0, ...discarding })
    },
  ],
  [
    'a waybill is corrected before the store knows it',
    scan(guide, a, close, waybill),
    correct('689200000025'),
  ],
  ['a waybill is corrected afterwards', readyThere, correct('689200000025')],
  ['a correction is given up', first(readyThere, correct('689200000025')), correct(waybill)],
  [
    'a box goes to the courier',
    readyThere,
    async (world) => world.station.methods.scanHandover({ code: waybill }),
  ],
  [
    'a box is taken back from the courier',
    first(readyThere, async (world) => world.station.methods.scanHandover({ code: waybill })),
    async (world) => world.station.methods.takeBackHandover({ boxId }),
  ],
  ['an order is set aside', scan(guide, a, commandBarcode('hold')), scan(choiceBarcode(1))],
  [
    'an order is handed over',
    scan(guide),
    async (world) => world.station.methods.handOver({ desk: '2', note: '' }),
  ],
  ['an order is taken back', scan(guide, commandBarcode('hold'), choiceBarcode(1), guide), scan(guide)],
  ['a note is written', scan(guide), async (world) => world.station.methods.writeNote({ text: '조심' })],
  [
    'a change is taken over',
    first(scan(guide, a), (world) => {
      world.shop.changeItem(Number(guide), `${guide}-001`, 5)
      return world.station.methods.pullNow({})
    }),
    async (world) => world.station.methods.takeOverChanges({}),
  ],
  ['a registered waybill opens its order', scan(), scan('680000000077')],
  ['a packer signs in', staffed, signIn],
  ['a packer signs out', first(staffed, signIn), async (world) => world.station.methods.signOut({})],
  ['the last thing is undone', scan(guide, a), scan(undo)],
  ['sending goes on from earlier data', inDoubt, ({ station: { methods } }) => methods.goOn({ pin: '' })],
  ['a scan is refused', scan(guide), scan('NOTHING-LIKE-IT')],
]

/** Makes the nth write to any table fail from now on, counted from here; 0 counts only. */
function armed(world: World) {
  let written = 0
  let failAt = 0
  world.db.function('written', { directOnly: false }, () => {
    written += 1
    if (written === failAt) throw new Error('the disk is gone')
    return null
  })
  const tables = world.db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all()
  for (const table of tables)
    for (const change of ['INSERT', 'UPDATE', 'DELETE'])
      world.db.exec(
        `CREATE TEMP TRIGGER "${table} ${change}" AFTER ${change} ON main."${table}" BEGIN SELECT written(); END`,
      )
  return {
    tables,
    failAt(n: number): void {
      written = 0
      failAt = n
    },
    written: () => written,
  }
}

const everythingIn = (world: World, tables: readonly string[]) =>
  tables.map((table) => [table, world.db.prepare(`SELECT * FROM "${table}"`).all()])

const eventsOf = (world: World) =>
  world.db.prepare<[], string>('SELECT DISTINCT type FROM packing_log').pluck().all()

/** Every kind of event that the actions above have written. */
const seen = new Set<string>()

describe('an action whose writing fails anywhere in the middle leaves nothing of itself, on disk or on the desk', () => {
  it.each(actions)('%s', async (_what, before, act) => {
    const world = await createWorld({ orders })
    await set({ graceSeconds: 600, signIn: false })(world)
    await before(world)
    const disk = armed(world)
    const stood = [everythingIn(world, disk.tables), await world.snapshot()]
    let fault = 0
    for (;;) {
      fault += 1
      disk.failAt(fault)
      const came = await Promise.resolve(world)
        .then(act)
        .then(
          () => 'done',
          (error: unknown) => (error instanceof Error ? error.message : 'odd'),
        )
      if (came === 'done') break
      expect(came).toBe('the disk is gone')
      disk.failAt(0)
      expect([everythingIn(world, disk.tables), await world.snapshot()]).toEqual(stood)
    }
    expect(disk.written()).toBeGreaterThan(0)
    expect(everythingIn(world, disk.tables)).not.toEqual(stood[0])
    for (const type of eventsOf(world)) seen.add(type)
    world.end()
  })

  it('is tried with every kind of event there is', () => {
    const kinds = packingEventSchema.options.map(({ shape }) => shape.type.value)
    expect([...seen].sort()).toEqual([...kinds].sort())
  })
})
