import { beforeEach, describe, expect, it } from 'vitest'
import { unknownHabits } from '../../../shared/domain/intents/habits.ts'
import { invoice, otherInvoice, preparing, ready, shipping } from '../intents/boxes.ts'
import { order } from '../orders.ts'
import { boxId, createLaneWorld, free, orderNo, promise, type LaneWorld } from './outbox-world.ts'

let outbox: LaneWorld
beforeEach(() => {
  outbox = createLaneWorld()
})

const path = (rest: string) => `/order-section/os1/${rest}`

describe('a box on its way', () => {
  it('is sent step by step, each noted before it leaves, until the store has it', async () => {
    outbox.given([preparing('os1', 1, 2)])
    let noted = outbox.newest()
    outbox.duringWrite = () => {
      noted = outbox.newest()
      outbox.pass(40)
    }
    const prepared = await outbox.moved()
    expect(outbox.done).toEqual([
      'beforeSend',
      `PATCH ${path('shipping-operation')}`,
      'afterSend',
      'beforeRecord',
    ])
    expect(noted).toMatchObject({
      state: 'sending',
      since: 1_000_000,
      readFirst: false,
      section: null,
      step: { kind: 'prepare', sectionCode: 'os1' },
      before: [{ code: 'os1', status: 'PRODUCT_PREPARATION' }],
      sentAt: 1_000_000,
      problem: null,
      lastAnswer: null,
    })
    expect(prepared).toMatchObject({
      ...free,
      state: 'waiting',
      since: 1_000_040,
      nextAt: outbox.pace,
      attempts: 0,
      section: 'os1',
      lastAnswer: { kind: 'ok', words: null, at: 1_000_040 },
    })
    expect(outbox.orders.get(orderNo)?.sections[0]?.status).toBe('SHIPPING_READY')

    outbox.duringWrite = () => {
      noted = outbox.newest()
    }
    expect(await outbox.moved()).toMatchObject({ ...free, state: 'waiting', section: 'os1' })
    expect(noted).toMatchObject({ step: { kind: 'ship' }, sentAt: 1_000_040, lastAnswer: null })
    outbox.duringWrite = () => undefined
    expect(outbox.writes.map(({ orderNo: no, body }) => [no, body])).toEqual([
      [orderNo, expect.objectContaining({ orderSectionStatus: 'SHIPPING_READY' })],
      [
        orderNo,
        expect.objectContaining({
          ...{ orderSectionStatus: 'SHIPPING', invoiceNo: invoice.invoiceNo, parcelCompanyIdx: 4 },
        }),
      ],
    ])

    outbox.pass(1)
    expect(await outbox.moved()).toMatchObject({
      ...free,
      state: 'reported',
      since: 1_000_041,
      section: 'os1',
      problem: null,
    })
    expect(outbox.logged).toEqual([])
    expect(outbox.writes).toHaveLength(2)
    expect(outbox.done).not.toContain(`read ${orderNo}`)
  })

  it('has the section that the store made of its goods, and that is remembered of the store', async () => {
    outbox.given([preparing('os1', 2, 4)])
    outbox.answers = [
      {
        raw: {
          isNewSection: 'Y',
          newSectionData: {
            orderSectionCode: 'os2',
            orderSectionItemDataList: [
              { orderSectionItemNo: '-1', qty: 1 },
              { orderSectionItemNo: '-2', qty: 2 },
            ],
          },
        },
      },
    ]
    // Both sides look alike: what the store does is known.
    outbox.habits = { ...unknownHabits, newSectionHolds: 'part' }
    expect(await outbox.moved()).toMatchObject({ state: 'waiting', section: 'os2' })
    expect(outbox.habits.newSectionHolds).toBe('part')
    expect(outbox.orders.get(orderNo)?.sections.map(({ code, status }) => [code, status])).toEqual([
      ['os1', 'PRODUCT_PREPARATION'],
      ['os2', 'SHIPPING_READY'],
    ])
  })

  it('teaches what an answer shows of the store, by its own section among others', async () => {
    outbox.given([preparing('os0', 1, 0), preparing('os1', 3, 2)])
    outbox.answers = [
      {
        raw: {
          isNewSection: 'Y',
          newSectionData: {
            orderSectionCode: 'os2',
            orderSectionItemDataList: [{ orderSectionItemNo: '-1', qty: 2 }],
          },
        },
      },
    ]
    expect(await outbox.moved()).toMatchObject({ section: 'os1' })
    expect(outbox.habits).toEqual({ ...unknownHabits, newSectionHolds: 'rest' })
  })

  it('does not own a section that was only sent to 배송대기 whole so that it can be divided', async () => {
    outbox.given([preparing('os1', 2, 4)])
    outbox.habits = { ...unknownHabits, partNeedsReady: true }
    expect(await outbox.moved()).toMatchObject({ ...free, state: 'waiting', section: null })
    expect(outbox.writes[0]?.body).toEqual({ orderSectionStatus: 'SHIPPING_READY' })
    expect(outbox.orders.get(orderNo)?.sections[0]?.status).toBe('SHIPPING_READY')
  })

  it.each([
    [
      'speaks of other goods than were sent',
      (world: LaneWorld) => {
        world.answers = [
          {
            raw: {
              isNewSection: 'Y',
              newSectionData: {
                orderSectionCode: 'os2',
                orderSectionItemDataList: [{ orderSectionItemNo: '-1', qty: 9 }],
              },
            },
          },
        ]
      },
    ],
    [
      'comes when the order is no longer there',
      (world: LaneWorld) => {
        world.duringWrite = () => world.db.exec('DELETE FROM orders')
      },
    ],
    [
      'comes when nothing says how the section was',
      (world: LaneWorld) => {
        world.duringWrite = () => {
          world.table.change(1, { before: [] })
        }
      },
    ],
  ])('is read back where the answer %s', async (_what, arrange) => {
    outbox.given([preparing('os1', 1, 2)])
    arrange(outbox)
    expect(await outbox.moved()).toMatchObject({
      state: 'unknown',
      step: { kind: 'prepare' },
      nextAt: outbox.pace,
      lastAnswer: { kind: 'ok' },
    })
  })

  it('is let go where it was taken out of the outbox meanwhile', async () => {
    outbox.given([preparing('os1', 1, 2)])
    outbox.duringWrite = () => outbox.db.exec('DELETE FROM intents')
    await outbox.move(outbox.newest())
    expect(outbox.table.find(1)).toBeNull()
  })

  it('marks its order as touched before a write, after it, and by a read', async () => {
    outbox.given([preparing('os1', 1, 2)])
    const before = outbox.readings.moment()
    let during = before
    outbox.duringWrite = () => {
      expect(outbox.readings.isOutdone(orderNo, before)).toBe(true)
      during = outbox.readings.moment()
    }
    await outbox.moved()
    expect(outbox.readings.isOutdone(orderNo, during)).toBe(true)
    const after = outbox.readings.moment()
    outbox.read = order([ready('os1', 1, 2)])
    outbox.table.change(1, { readFirst: true })
    outbox.answers = [{ kind: 'undelivered', why: '' }]
    outbox.duringWrite = () => {
      throw new Error('no further')
    }
    await expect(outbox.moved()).rejects.toThrow('no further')
    expect(outbox.readings.isOutdone(orderNo, after)).toBe(true)
  })
})

describe('what the end of an intent means', () => {
  it('is written with it, or neither is', async () => {
    outbox.given([shipping('os1', 1, 2)])
    outbox.read = order([shipping('os1', 1, 2)])
    outbox.table.change(1, { section: 'os1', readFirst: true })
    outbox.duringLog = () => {
      throw new Error('disk full')
    }
    await expect(outbox.moved()).rejects.toThrow('disk full')
    expect(outbox.newest().state).toBe('waiting')
  })

  it('is what its kind says', async () => {
    outbox.read = order([ready('os1', 1, 2, { invoice: otherInvoice })])
    const was = invoice
    outbox.give({ kind: 'correctWaybill', payload: { boxId, was, invoice: otherInvoice, reason: '' } })
    outbox.table.change(1, { section: 'os1' })
    await outbox.moved()
    expect(outbox.logged).toEqual([{ orderNo, events: [{ type: 'waybillFreed', boxId, invoice: was }] }])
  })

  it('takes the section from what is to be packed, in 배송대기 as well', async () => {
    const standing = () => outbox.db.prepare('SELECT standing FROM orders').pluck().get()
    outbox.given([ready('os1', 1, 2, { invoice })], { shipped: 'atHandover' })
    outbox.table.change(1, { section: 'os1' })
    expect(standing()).toBe('ready')
    expect((await outbox.moved()).state).toBe('reported')
    expect(standing()).toBe('packed')
  })
})

describe('an intent about a box reported before', () => {
  const handOver = { kind: 'handOver', payload: { boxId, invoice, receiver: null } } as const

  it("works on the box's section", async () => {
    outbox.given([ready('os1', 1, 2, { invoice, receiver: null })])
    outbox.table.change(1, { state: 'confirmed', section: 'os1' })
    outbox.give(handOver)
    expect(await outbox.moved()).toMatchObject({ state: 'waiting', section: 'os1' })
    expect(outbox.writes).toMatchObject([
      { path: path('shipping-operation'), body: { orderSectionStatus: 'SHIPPING' } },
    ])
  })

  it.each([
    ['is about no box', { box: null }],
    ['is about one that was not reported', {}],
  ])('is stuck where it %s', async (_what, changes) => {
    outbox.knows(order([ready('os1', 1, 2, { invoice })]))
    outbox.read = order([ready('os1', 1, 2, { invoice })])
    outbox.give({ ...handOver, ...changes })
    expect(await outbox.moved()).toMatchObject({
      state: 'needsPerson',
      problem: { kind: 'changedMeanwhile' },
    })
  })
})

describe("other boxes' sections", () => {
  const twoAlike = () =>
    order([ready('os1', 1, 2), ready('os2', 1, 2)].map((section) => ({ ...section, receiver: null })))

  /** Something that came before, about a section that the box's goods would fit. */
  const before = async (kind: 'dispatch' | 'handOver', id: string, section: string | null) => {
    outbox.knows(twoAlike())
    const payload = kind === 'dispatch' ? promise() : { boxId, invoice, receiver: null }
    outbox.give({ kind, box: { id, number: 2 }, payload })
    outbox.table.change(1, { state: 'confirmed', section })
    outbox.give({ payload: promise({ receiver: null }) })
    await outbox.moved()
    return outbox.writes.map((each) => each.path.split('/')[2])
  }

  it('are left alone', async () => {
    expect(await before('dispatch', 'other', 'os1')).toEqual(['os2'])
  })

  it.each([
    ["the box's own", 'dispatch', boxId, 'os1'],
    ['of another kind', 'handOver', 'other', 'os1'],
    ['not known', 'dispatch', 'other', null],
  ] as const)('are none where they are %s', async (_what, kind, id, section) => {
    expect(await before(kind, id, section)).toEqual(['os1'])
  })
})
