import { describe, expect, it } from 'vitest'
import { commandBarcode, orderBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { createWorld } from './world.ts'

const guide = '202410104747676'
const oneItem = '202410104747702'

describe('finding an order', () => {
  it.each([
    ['its number', guide],
    ["its section's number", `${guide}-S1`],
    ["its item's number", `${guide}-001`],
    ["its slip's barcode", orderBarcode(guide)],
    ['its number with the scanner’s AIM identifier', `]C1${guide}`],
  ])('by %s', async (_what, code) => {
    const world = await createWorld()
    expect(await world.scan(code)).toEqual({ kind: 'orderOpened', orderNo: guide, units: 6 })
  })

  it('by its section code, whatever the case', async () => {
    const world = await createWorld()
    const code = world.storeSections(guide).order.sections[0]?.orderSectionCode ?? ''
    expect(await world.scan(code.toUpperCase())).toMatchObject({ kind: 'orderOpened', orderNo: guide })
  })

  it.each([
    ['unpaid', '202410104747841'],
    ['held', '202410104747857'],
    ['notParcel', '202410104748017'],
  ])('an order that is %s is refused with that word', async (standing, orderNo) => {
    const world = await createWorld()
    expect(await world.scan(orderNo)).toEqual({ kind: 'standing', orderNo, standing })
  })

  it.each([
    ['cancelRequested', '202410104747889'],
    ['cancelled', '202410104747895'],
    ['done', '202410104748071'],
  ])(
    'an order not pulled because it is %s is looked up, then refused with that word',
    async (standing, orderNo) => {
      const world = await createWorld()
      expect(await world.scan(orderNo)).toEqual({ kind: 'lookingUpOrder' })
      await world.advance(1_000)
      const { lastScan } = await world.snapshot()
      expect(lastScan?.answer.said).toEqual({ kind: 'standing', orderNo, standing })
    },
  )

  it('an order nobody has is unknown, at once without the network and after a look-up with it', async () => {
    const world = await createWorld()
    expect(await world.scan('202499999999999')).toEqual({ kind: 'lookingUpOrder' })
    await world.advance(1_000)
    expect((await world.snapshot()).lastScan?.answer.said).toEqual({ kind: 'unknownOrder' })
    world.cutNetwork()
    await world.advance(20_000)
    expect(await world.scan('202499999999999')).toEqual({ kind: 'unknownOrder' })
  })

  it('a look-up that comes back late does not push aside what was scanned meanwhile', async () => {
    const world = await createWorld()
    await world.scan('202410104747895')
    await world.scan(guide)
    await world.advance(1_000)
    expect((await world.snapshot()).lastScan?.answer.said).toMatchObject({
      kind: 'orderOpened',
      orderNo: guide,
    })
  })

  it('goods scanned first are answered with what to do', async () => {
    const world = await createWorld()
    expect(await world.scan('A-CITRUS-500')).toEqual({ kind: 'scanOrderFirst' })
    expect(await world.scan('XYZ')).toEqual({ kind: 'unknownOrder' })
  })
})

describe('packing', () => {
  it('a barcode of the book counts its units', async () => {
    const world = await createWorld()
    world.station.book.putAll([{ barcode: '8809999009009', sku: 'A-CITRUS-500', units: 2, name: '상자' }])
    await world.scan(guide)
    expect(await world.scan('8809999009009')).toMatchObject({ kind: 'itemScanned', units: 2, done: 2 })
  })

  it.each([
    ['a product of another order', 'T-GREEN-50', { kind: 'wrongItem', name: '하동 우전 녹차 50g' }],
    ['a code nobody knows', '123', { kind: 'unknownCode' }],
    ['a code with Hangul in it', 'ㅁ-CITRUS', { kind: 'mangledCode' }],
    ['a command read wrong', '000711112', { kind: 'damagedCommand' }],
    ['the order itself', guide, { kind: 'sameOrder', orderNo: guide }],
  ])('%s is refused in words of its own', async (_what, code, said) => {
    const world = await createWorld()
    await world.scan(guide)
    expect(await world.scan(code)).toEqual(said)
  })

  it('a code that two products share is asked about, with both shown', async () => {
    const world = await createWorld()
    await world.scan('202410104747820')
    const said = await world.scan('WRAP-01')
    expect(said.kind === 'whichOne' ? said.choices : said).toHaveLength(2)
  })

  it('goods without a code are taken by hand', async () => {
    const world = await createWorld()
    await world.scan('202410104747761')
    const [line] = (await world.snapshot()).desk?.lines ?? []
    const { lastScan } = await world.station.methods.packByHand({
      sectionCode: line?.sectionCode ?? '',
      itemNo: line?.itemNo ?? '',
    })
    expect(lastScan?.answer.said).toMatchObject({ kind: 'orderComplete' })
  })

  it('another order is refused while goods lie in a box without a waybill, and taken once they have it', async () => {
    const world = await createWorld()
    await world.scanAll(guide, 'A-CITRUS-500')
    expect(await world.scan(oneItem)).toEqual({ kind: 'otherOrderOnDesk', orderNo: guide })
    await world.scanAll(commandBarcode('closeBox'), '689200000014')
    expect(await world.scan(oneItem)).toMatchObject({ kind: 'orderOpened', orderNo: oneItem })
  })

  it('a waybill number goes on one box only, of whatever order', async () => {
    const world = await createWorld()
    await world.scanAll(guide, 'A-CITRUS-500', commandBarcode('closeBox'), '6892-0000-0014')
    await world.scanAll('A-CITRUS-500', commandBarcode('closeBox'))
    expect(await world.scan('689200000014')).toEqual({ kind: 'trackingNumberUsed', orderNo: guide, box: 1 })
  })

  it.each([
    ['a product', 'T-GREEN-50', { kind: 'looksLikeProduct' }],
    ['another order', oneItem, { kind: 'looksLikeOrder', orderNo: oneItem }],
    ['too short a number', '12345', { kind: 'badTrackingNumber' }],
  ])('%s is not taken for a waybill', async (_what, code, said) => {
    const world = await createWorld()
    await world.scanAll(guide, 'A-CITRUS-500', commandBarcode('closeBox'))
    expect(await world.scan(code)).toEqual(said)
  })

  it('the part left over comes back into the queue once the store knows of the first box', async () => {
    const world = await createWorld()
    await world.scanAll(
      guide,
      'A-CITRUS-500',
      commandBarcode('closeBox'),
      '689200000014',
      commandBarcode('putDown'),
    )
    await world.advance(5_000)
    const { rows } = await world.station.methods.queue({ search: guide, show: 'ready', limit: 10 })
    expect(rows).toMatchObject([{ orderNo: guide, units: 5, packed: 0 }])
    expect(await world.scan(guide)).toEqual({ kind: 'orderOpened', orderNo: guide, units: 5 })
  })

  it('an order with all its boxes sealed leaves the queue, told or not', async () => {
    const world = await createWorld()
    world.cutNetwork()
    const before = (await world.snapshot()).queueCount
    await world.scanAll(oneItem, 'A-CITRUS-500', '689200000095')
    expect((await world.snapshot()).queueCount).toBe(before - 1)
    expect(await world.scan(commandBarcode('putDown'))).toMatchObject({ kind: 'orderPutDown' })
    expect(await world.scan(oneItem)).toEqual({ kind: 'allInBoxes', orderNo: oneItem })
    world.mendNetwork()
    await world.advance(60_000)
    expect((await world.snapshot()).queueCount).toBe(before - 1)
    expect(await world.scan(oneItem)).toEqual({ kind: 'standing', orderNo: oneItem, standing: 'done' })
  })

  it('undo takes the last scan back, on disk too', async () => {
    const world = await createWorld()
    await world.scanAll(guide, 'A-CITRUS-500', 'B-NURUNGJI-200')
    expect(await world.scan(commandBarcode('undo'))).toEqual({ kind: 'undone', what: 'itemScanned' })
    await world.restart()
    expect((await world.snapshot()).desk?.lines.map((line) => line.done)).toEqual([1, 0])
  })

  it('every scan is in the log, refused ones too, and the chain holds', async () => {
    const world = await createWorld()
    await world.scanAll(guide, 'A-CITRUS-500', 'nonsense', commandBarcode('undo'))
    expect(world.station.log.eventsOf(guide).map(({ event }) => event.type)).toEqual([
      'orderOpened',
      'boxOpened',
      'itemScanned',
      'scanRefused',
      'undone',
    ])
    expect(world.station.log.firstBreak()).toBeNull()
    world.db.exec(
      `UPDATE packing_log SET event = replace(event, 'nonsense', 'sense') WHERE type = 'scanRefused'`,
    )
    expect(world.station.log.firstBreak()).toEqual({ seq: 4 })
  })
})

describe('every kind of section goes its own way to 배송중', () => {
  const statuses = (sections: readonly { orderSectionStatus: string }[]) =>
    sections.map((section) => section.orderSectionStatus)

  it('part of a section already in 배송대기', async () => {
    const world = await createWorld()
    const orderNo = '202410104747862'
    await world.scanAll(orderNo, 'O-SESAME-180', commandBarcode('closeBox'), '689200000110')
    await world.advance(5_000)
    const { sections } = world.storeSections(orderNo).order
    expect(statuses(sections).sort()).toEqual(['SHIPPING', 'SHIPPING_READY'])
    expect((await world.snapshot()).desk?.boxes[0]?.dispatch?.state).toBe('confirmed')
  })

  it("an outside channel's order, waybill first", async () => {
    const world = await createWorld()
    const orderNo = '202410104747952'
    await world.scanAll(orderNo, 'O-SESAME-180', 'SAUCE-GOCHU', '689200000121')
    await world.advance(5_000)
    expect(statuses(world.storeSections(orderNo).order.sections)).toEqual(['SHIPPING'])
  })

  it("an outside channel's quantity is not divided: the desk says so before the store does", async () => {
    const world = await createWorld()
    await world.scanAll('202410104747975', 'G-LAVER-10', commandBarcode('closeBox'))
    expect(await world.scan('689200000132')).toMatchObject({ kind: 'undividable', inBox: 1, ordered: 2 })
  })

  it('a box the store refuses waits for a person, with the store’s words, and can be tried again', async () => {
    const world = await createWorld()
    world.plan('refuse', ({ method }) => method === 'PATCH')
    await world.scanAll('202410104747702', 'A-CITRUS-500', '689200000143')
    await world.advance(5_000)
    const [stuck] = await world.station.methods.unsent({ afterSeq: 0, limit: 500 })
    expect(stuck?.dispatch).toMatchObject({
      state: 'needsPerson',
      problem: { kind: 'refused', errorCode: '30077' },
    })
    await world.station.methods.retry({ seq: stuck?.seq ?? 0 })
    await world.advance(5_000)
    expect(statuses(world.storeSections('202410104747702').order.sections)).toEqual(['SHIPPING'])
  })
})

describe('the connection', () => {
  it('a token that has run out is renewed without anyone noticing', async () => {
    const world = await createWorld()
    const first = world.tokens
    world.sleep(3 * 3_600_000)
    await world.advance(30_000)
    expect((await world.snapshot()).connection.state).toBe('online')
    expect(world.tokens).not.toEqual(first)
    expect(world.reports).toEqual([])
  })

  it('packing goes on from the first second without a network, with what was pulled before', async () => {
    const world = await createWorld()
    world.cutNetwork()
    await world.restart()
    expect((await world.snapshot()).connection.state).toBe('offline')
    expect(await world.scan(guide)).toMatchObject({ kind: 'orderOpened' })
  })

  it('an order cancelled while it is on the desk stops the desk with the next pull', async () => {
    const world = await createWorld()
    await world.scanAll(guide, 'A-CITRUS-500')
    await world.ownerCall('PATCH', `/orders/${guide}/cancel-request`, { cancelReason: 'ETC' })
    await world.advance(20_000)
    expect((await world.snapshot()).desk?.standing).toBe('cancelRequested')
    expect(await world.scan('B-NURUNGJI-200')).toMatchObject({
      kind: 'standing',
      standing: 'cancelRequested',
    })
  })
})
