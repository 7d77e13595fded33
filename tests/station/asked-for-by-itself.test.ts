import { beforeEach, describe, expect, it, vi } from 'vitest'
import { inputs } from '../../shared/contract/methods.ts'
import type * as registry from '../../shared/domain/intents/registry.ts'
import { a, guide, writesTo } from './guide.ts'
import { said } from './seen.ts'
import { createWorld, type World } from './world.ts'

vi.mock('../../shared/domain/intents/registry.ts', async (load) => {
  const { withMadeUpKind } = await import('./made-up-kind.ts')
  return withMadeUpKind(await load<typeof registry>())
})

let world: World
beforeEach(async () => {
  world = await createWorld({ orders: [{ orderNo: Number(guide), lines: [[a, 1]] }] })
  await world.advance(30_000)
})

const section = () => {
  const [first] = world.storeSections(guide).order.sections
  if (first === undefined) throw new Error('an order without a section')
  return first
}
const payload = () => ({ orderNo: guide, sectionCode: section().orderSectionCode })

/** As the window asks: through the contract. */
async function ask(what: object = payload()) {
  await world.station.methods.giveIntent(inputs.giveIntent.parse({ kind: 'makeReady', payload: what }))
  return said(world)
}
const unsent = () => world.station.methods.unsent({ afterSeq: 0, limit: 10 })
const events = async () =>
  (await world.station.methods.history({ orderNo: guide })).entries.map(({ event }) => event)
const given = { kind: 'intentGiven', orderNo: guide, what: 'makeReady' }
const untold = { waiting: 0, sending: 0, unknown: 0, needsPerson: 0 }

const ofBox = {
  ...{ boxId: '1-B1', orderNo: '1', sectionCode: 's', goods: [], receiver: null, shipped: 'atSeal' },
  invoice: { courierIdx: 4, invoiceNo: '689200000014' },
}

describe('what may be asked for', () => {
  it.each([
    ['a kind that is given with a box', { kind: 'dispatch', payload: ofBox }],
    ['a kind that is not there', { kind: 'other', payload: {} }],
    [
      'more than the kind’s payload',
      { kind: 'makeReady', payload: { orderNo: '1', sectionCode: 's', x: 1 } },
    ],
    ['less than it', { kind: 'makeReady', payload: { orderNo: '1' } }],
    ['no order’s number', { kind: 'makeReady', payload: { orderNo: 'one', sectionCode: 's' } }],
    ['more than kind and payload', { kind: 'makeReady', payload: { orderNo: '1', sectionCode: 's' }, x: 1 }],
  ])('is not %s', (_what, input) => {
    expect(inputs.giveIntent.safeParse(input).success).toBe(false)
  })
})

describe('an intent that is asked for by itself', () => {
  it('is promised, told, and confirmed; the log says that it was given', async () => {
    expect(await ask()).toEqual(given)
    await world.advance(60_000)
    expect(section().orderSectionStatus).toBe('SHIPPING_READY')
    expect((await world.snapshot()).outbox).toMatchObject(untold)
    expect(await events()).toEqual([{ type: 'intentGiven', kind: 'makeReady', payload: payload() }])
  })

  it('is unsent until then, named by its order and section, and may be taken to the end by another run', async () => {
    world.cutNetwork()
    await ask()
    const row = { kind: 'makeReady', orderNo: guide, boxId: null, box: null, waybill: null, contents: [] }
    expect(await unsent()).toMatchObject([
      { ...row, dispatch: { state: 'waiting', sectionCode: payload().sectionCode } },
    ])
    await world.restart()
    world.mendNetwork()
    await world.advance(120_000)
    expect(section().orderSectionStatus).toBe('SHIPPING_READY')
  })

  it('is promised once at a time, and only where the order is known and there is a way', async () => {
    world.cutNetwork()
    expect(await ask({ ...payload(), sectionCode: 'other' })).toEqual({
      ...{ kind: 'notAsItStands', orderNo: guide },
    })
    expect(await ask({ ...payload(), orderNo: '1' })).toEqual({ kind: 'unknownOrder' })
    await ask()
    expect(await ask()).toEqual({ kind: 'promisedAlready', orderNo: guide })
    expect(await unsent()).toHaveLength(1)
    world.mendNetwork()
    await world.advance(60_000)
    expect(await ask()).toEqual({ kind: 'nothingToDo' })
    expect(writesTo(world)).toHaveLength(1)
  })

  it('is asked for by somebody where packers sign in', async () => {
    const { methods } = world.station
    await methods.addPerson({ name: '이담당', role: 'lead', pin: '2580' })
    await methods.signIn({ id: 1, pin: '2580' })
    await methods.changeSettings({ signIn: true })
    await methods.signOut({})
    expect(await ask()).toEqual({ kind: 'signInFirst' })
    expect(await unsent()).toEqual([])
  })

  it('given up is told to nobody; the log says why, and it may be asked for again', async () => {
    const { methods } = world.station
    await methods.setPin({ current: '', next: '4711' })
    world.cutNetwork()
    await ask()
    const [row] = await unsent()
    await methods.resolveByHand({ seq: row?.seq ?? 0, how: 'discarded', reason: '잘못 누름', pin: '4711' })
    expect(await said(world)).toEqual({ ...given, kind: 'intentGivenUp' })
    expect((await events()).at(-1)).toEqual({
      ...{ type: 'intentGivenUp', kind: 'makeReady', payload: payload(), reason: '잘못 누름' },
    })
    world.mendNetwork()
    await world.advance(60_000)
    expect(writesTo(world)).toEqual([])
    expect(await ask()).toEqual(given)
  })

  it('left to a person is told by nobody else', async () => {
    world.cutNetwork()
    await ask()
    const [row] = await unsent()
    const handing = { how: 'handedOver', reason: '직접 처리', pin: '' } as const
    await world.station.methods.resolveByHand({ seq: row?.seq ?? 0, ...handing })
    expect(await said(world)).toEqual({ kind: 'handedToPerson', box: null })
    world.mendNetwork()
    await world.advance(60_000)
    expect(writesTo(world)).toEqual([])
  })
})
