import type { FakeStation } from '../fake-bridge.ts'
import { afternoon, dispatch, queue, snapshot } from '../fixtures.ts'

const orderNo = '202611245870123'
const minute = 60_000

const hour = (at: number, boxes: number, units: number) => ({ hour: at, boxes, units })

const product = (name: string, value: string) => ({
  key: name,
  name,
  options: [{ name: '색상', value }],
  optionSku: 'TS-ORG-BK-L',
  productSku: null,
  ownCode: null,
})

const lines = [
  { itemNo: 'oi-001', name: '유기농 면 티셔츠', value: '검정', qty: 2 },
  { itemNo: 'oi-002', name: '소이 캔들 180g', value: '무화과', qty: 1 },
].map(({ itemNo, name, value, qty }) => ({
  sectionCode: 's1',
  sectionNo: `${orderNo}-S1`,
  itemNo,
  orderItemCode: itemNo,
  qty,
  gift: false,
  exempt: false,
  capture: null,
  product: product(name, value),
}))

const box = { boxId: `${orderNo}-B1`, sectionCode: 's1' }
const scanned = {
  ...box,
  type: 'itemScanned',
  itemNo: 'oi-001',
  units: 1,
  code: 'TS-ORG-BK-L',
  how: 'scan',
} as const

const entry = (seq: number, event: NonNullable<FakeStation['history']>['entries'][number]['event']) => ({
  seq,
  at: afternoon - 90 * minute + seq * 4_000,
  by: seq > 6 ? null : '김서연',
  event,
  undid: event.type === 'undone' ? scanned : null,
})

const found = (no: string, name: string, boxes: number) => ({
  orderNo: no,
  ordererName: name,
  receiverName: name,
  placedAt: new Date(afternoon - 300 * minute).toISOString(),
  standing: 'done' as const,
  boxes,
  lastAt: afternoon - 12 * minute,
})

/** A day's work, and what is known of it afterwards. */
export const workScenes: Record<string, FakeStation> = {
  work: {
    queue,
    snapshot: snapshot(),
    batches: [
      { item: '유기농 면 티셔츠 / 색상: 검정 / 크기: L', orders: 18, units: 21 },
      { item: '소이 캔들 180g / 향: 무화과', orders: 7, units: 7 },
      { item: '도자기 머그컵 350ml', orders: 2, units: 4 },
    ],
    board: {
      orders: 86,
      boxes: 104,
      units: 412,
      hours: [
        hour(9, 12, 40),
        hour(10, 25, 96),
        hour(11, 22, 88),
        hour(12, 0, 0),
        hour(13, 28, 120),
        hour(14, 17, 68),
      ],
      packers: [
        {
          id: 1,
          name: '김서연',
          orders: 50,
          boxes: 60,
          units: 240,
          hours: [hour(9, 12, 40), hour(10, 20, 76), hour(11, 12, 48), hour(13, 16, 76)],
        },
        {
          id: 2,
          name: '박준호',
          orders: 32,
          boxes: 40,
          units: 160,
          hours: [hour(10, 5, 20), hour(11, 10, 40), hour(13, 12, 44), hour(14, 13, 56)],
        },
        { id: null, name: null, orders: 4, boxes: 4, units: 12, hours: [hour(14, 4, 12)] },
      ],
      refused: [
        { reason: 'wrongItem', count: 9 },
        { reason: 'tooMany', count: 5 },
        { reason: 'unknownCode', count: 3 },
        { reason: 'trackingNumberUsed', count: 1 },
      ],
      undone: 6,
    },
    found: [found(orderNo, '박준호', 1)],
    history: {
      orderNo,
      order: found(orderNo, '박준호', 1),
      items: {
        'oi-001': { name: '유기농 면 티셔츠', options: '색상: 검정' },
        'oi-002': { name: '소이 캔들 180g', options: '향: 무화과' },
      },
      boxes: [
        {
          boxId: box.boxId,
          number: 1,
          state: 'sealed',
          contents: [
            { name: '유기농 면 티셔츠', options: '색상: 검정', qty: 2 },
            { name: '소이 캔들 180g', options: '향: 무화과', qty: 1 },
          ],
          identities: [{ name: '소이 캔들 180g', kind: 'lot', value: 'LOT-2611', units: 1 }],
          grams: 840,
          invoice: { courierIdx: 1, courierName: 'CJ대한통운', invoiceNo: '651234001201' },
          sealedAt: afternoon - 89 * minute,
          dispatch: dispatch('confirmed', {
            sectionCode: 's2026112435ee7f11aa9c1',
            sectionStatus: 'SHIPPING',
            since: afternoon - 88 * minute,
          }),
          handled: null,
        },
      ],
      entries: [
        entry(1, { type: 'orderOpened', channel: 'IMWEB', ordererName: '박준호', receiver: null, lines }),
        entry(2, { type: 'boxOpened', boxId: box.boxId, number: 1 }),
        entry(3, scanned),
        entry(4, { type: 'scanRefused', code: 'T-GREEN-50', reason: 'wrongItem' }),
        entry(5, scanned),
        entry(6, { type: 'undone', seq: 5 }),
        entry(7, { ...scanned, code: '', how: 'hand' }),
        entry(8, { ...scanned, itemNo: 'oi-002', code: 'CDL-FIG-180' }),
        entry(9, { type: 'boxWeighed', boxId: box.boxId, grams: 840, before: null }),
        entry(10, { type: 'boxClosed', boxId: box.boxId }),
        entry(11, {
          ...box,
          type: 'boxSealed',
          contents: [
            { itemNo: 'oi-001', qty: 2 },
            { itemNo: 'oi-002', qty: 1 },
          ],
          invoice: { courierIdx: 1, invoiceNo: '651234001201' },
          shipped: 'atSeal',
        }),
      ],
    },
  },
}
