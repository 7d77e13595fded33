import type { DeskView } from '../../shared/contract/snapshot.ts'
import { box, desk, dispatch, line } from './fixtures.ts'

const shirt = { itemNo: 'oi-001', name: '유기농 면 티셔츠', options: '색상: 검정 / 크기: L' }
const candle = { itemNo: 'oi-002', name: '소이 캔들 180g', options: '향: 무화과' }
const invoice = { courierIdx: 1, courierName: 'CJ대한통운', invoiceNo: '651234001201' }

const candleLine = line('oi-002', {
  name: candle.name,
  options: candle.options,
  codes: ['CDL-FIG-180', '8809631270773'],
  needed: 4,
  done: 3,
  inCurrentBox: 2,
})
const postcardLine = line('oi-003', {
  name: '겨울 엽서 세트',
  options: '',
  codes: ['GIFT-PC-24W'],
  gift: true,
  needed: 1,
})

const boxes = [
  box(1, {
    state: 'sealed',
    contents: [{ ...candle, qty: 1 }],
    units: 1,
    invoice,
    dispatch: dispatch('waiting'),
  }),
  box(2, {
    contents: [
      { ...shirt, qty: 1 },
      { ...candle, qty: 2 },
    ],
    units: 3,
  }),
]
const common = {
  boxes,
  currentBoxId: '202611245870123-B2',
  lines: [line('oi-001', { done: 1, inCurrentBox: 1 }), candleLine, postcardLine],
  unitsNeeded: 7,
  unitsDone: 4,
} satisfies Partial<DeskView>

/** Fewer candles than boxes hold, more shirts, postcards no longer, mugs added. */
export const changedLinesDesk = (change: Partial<DeskView> = {}): DeskView =>
  desk({
    ...common,
    drift: {
      lines: [
        { name: candle.name, was: 4, now: 2 },
        { name: shirt.name, was: 2, now: 3 },
        { name: '겨울 엽서 세트', was: 1, now: 0 },
        { name: '도자기 머그컵 350ml', was: 0, now: 1 },
      ],
      receiver: null,
    },
    ...change,
  })

/** Another street, with a box that already has its waybill. */
export const readdressedDesk = (): DeskView => {
  const before = desk()
  const receiver =
    before.receiver === null
      ? null
      : { ...before.receiver, zipcode: '04072', address: '서울 마포구 새싹로 77 새싹빌딩 3층 301호' }
  return desk({ ...common, drift: { lines: [{ name: shirt.name, was: 2, now: 1 }], receiver } })
}

/** After the change was taken over: two candles too many, one of them in a box that has its waybill. */
export const tooManyDesk = (change: Partial<DeskView> = {}): DeskView =>
  desk({
    ...common,
    lines: [
      line('oi-001', { done: 1, needed: 3, inCurrentBox: 1 }),
      { ...candleLine, needed: 1 },
      postcardLine,
    ],
    unitsNeeded: 5,
    ...change,
  })

/** A line that is gone, of which an open box still holds some. */
export const goneLineDesk = (): DeskView =>
  desk({
    ...common,
    lines: [line('oi-001', { done: 1, needed: 0, inCurrentBox: 1 }), candleLine, postcardLine],
  })
