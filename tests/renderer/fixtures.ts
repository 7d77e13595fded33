import type { HandoverList, HandoverRow } from '../../shared/contract/handover.ts'
import type { Queue } from '../../shared/contract/queue.ts'
import { defaultSettings } from '../../shared/contract/settings.ts'
import type {
  BoxView,
  DeskView,
  DispatchView,
  LastScan,
  LineView,
  StationSnapshot,
  UnsentRow,
} from '../../shared/contract/snapshot.ts'
import type { Acceptance, Refusal } from '../../shared/domain/packing/answer.ts'
import { possible, possibleWith, stepFor } from './what-can-be-done.ts'

/** 24 November 2026, 14:05 in Seoul. */
export const afternoon = Date.UTC(2026, 10, 24, 5, 5)

const minute = 60_000

export const accepted = (id: number, code: string | null, said: Acceptance): LastScan => ({
  id,
  at: afternoon,
  code,
  answer: { ok: true, said },
})

export const refused = (id: number, code: string | null, said: Refusal): LastScan => ({
  id,
  at: afternoon,
  code,
  answer: { ok: false, said },
})

export const line = (itemNo: string, change: Partial<LineView> = {}): LineView => ({
  sectionCode: 's2026112435ee7f11aa9c1',
  sectionNo: '202611245870123-S1',
  itemNo,
  name: '유기농 면 티셔츠',
  options: '색상: 검정 / 크기: L',
  codes: ['TS-ORG-BK-L', '8809631270018'],
  picture: null,
  gift: false,
  exempt: false,
  capture: null,
  countable: false,
  needed: 2,
  done: 0,
  inCurrentBox: 0,
  byHand: null,
  ...change,
})

export const box = (number: number, change: Partial<BoxView> = {}): BoxView => {
  const id = `202611245870123-B${String(number)}`
  const shown = {
    id,
    number,
    state: 'open' as const,
    sectionNo: '202611245870123-S1',
    contents: [],
    units: 0,
    type: null,
    grams: null,
    identities: [],
    invoice: null,
    shipped: null,
    withCourier: false,
    dispatch: null,
    handOver: null,
    correction: null,
    ...change,
  }
  return { can: possibleWith(shown), ...shown }
}

export const dispatch = (state: DispatchView['state'], change: Partial<DispatchView> = {}): DispatchView => ({
  state,
  sectionCode: null,
  sectionStatus: null,
  since: afternoon - 2 * minute,
  attempts: 0,
  problem: null,
  ...change,
})

const shirt = line('oi-001', { done: 1, inCurrentBox: 1 })
const candle = line('oi-002', {
  name: '소이 캔들 180g',
  options: '향: 무화과',
  codes: ['CDL-FIG-180', '8809631270773'],
  needed: 4,
  done: 2,
  inCurrentBox: 2,
})
const postcard = line('oi-003', {
  name: '겨울 엽서 세트',
  options: '',
  codes: ['GIFT-PC-24W'],
  gift: true,
  needed: 1,
})

type DeskChange = Partial<Omit<DeskView, 'can'>> & { can?: Partial<DeskView['can']> }

export const desk = ({ can, ...change }: DeskChange = {}): DeskView => {
  const shown = { ...orderOnDesk, ...change }
  const next = change.next ?? stepFor(shown)
  const { orderNo, lines } = shown
  const stopped = next.kind === 'stop' || next.kind === 'changed'
  return {
    ...shown,
    next,
    lines: stopped ? lines.map((each) => ({ ...each, byHand: { kind: 'orderChanged', orderNo } })) : lines,
    can: { ...possible(shown), ...can },
  }
}

const orderOnDesk: Omit<DeskView, 'next' | 'can'> = {
  orderNo: '202611245870123',
  channel: 'IMWEB',
  ordererName: '김서연',
  receiver: {
    name: '박준호',
    phone: '010-2345-6789',
    zipcode: '06236',
    address: '서울 강남구 테헤란로 152 강남파이낸스센터 27층 물류기획팀',
    memo: '부재 시 경비실에 맡겨 주세요. 깨지기 쉬워요!',
    entranceCode: '#1204*',
  },
  standing: 'ready',
  odd: null,
  drift: null,
  lines: [shirt, candle, postcard],
  boxes: [
    box(1, {
      contents: [
        { itemNo: 'oi-001', name: '유기농 면 티셔츠', options: '색상: 검정 / 크기: L', qty: 1 },
        { itemNo: 'oi-002', name: '소이 캔들 180g', options: '향: 무화과', qty: 2 },
      ],
      units: 3,
    }),
  ],
  currentBoxId: '202611245870123-B1',
  expecting: 'item',
  identify: null,
  takingOut: false,
  registered: null,
  waybill: null,
  notes: [],
  unitsNeeded: 7,
  unitsDone: 3,
}

export const snapshot = (change: Partial<StationSnapshot> = {}): StationSnapshot => ({
  sequence: 1,
  desk: null,
  lastScan: null,
  asked: null,
  connection: {
    state: 'online',
    since: afternoon - 180 * minute,
    storeName: '온담 스토어',
    demo: true,
    lastPullAt: afternoon - 2 * minute,
  },
  outbox: { waiting: 0, sending: 0, unknown: 0, needsPerson: 0, oldestAt: null },
  couriers: [
    { idx: 1, name: 'CJ대한통운' },
    { idx: 2, name: '한진택배' },
    { idx: 3, name: '우체국택배' },
  ],
  courierIdx: 1,
  settings: { ...defaultSettings, guideDone: true },
  people: { person: null, required: false, people: 0 },
  pinSet: false,
  queueVersion: 1,
  queueCount: 34,
  rebuilding: null,
  backup: { lastAt: afternoon - 5 * 3_600_000, failedAt: null },
  ...{ doubt: null, fileLost: null },
  ...change,
})

const names = [
  '박준호',
  '이하은',
  '최민재',
  '정유진',
  '강도윤',
  '조서아',
  '윤지후',
  '장예린',
  '임건우',
  '한소율',
  '오시우',
  '서다인',
]
const goods = ['유기농 면 티셔츠', '소이 캔들 180g', '핸드드립 세트', '린넨 앞치마', '도자기 머그컵 350ml']

export const queue: Queue = {
  total: 134,
  counts: { ready: 134, blocked: 6, handedOver: 2, all: 142 },
  rows: names.map((name, place) => ({
    orderNo: place === 0 ? '202611245870123' : `2026112458702${String(10 + place)}`,
    channel: place % 5 === 3 ? 'SMARTSTORE' : 'IMWEB',
    ordererName: name,
    receiverName: name,
    placedAt: new Date(afternoon - (place + 1) * 47 * minute).toISOString(),
    standing: place === 4 ? 'held' : place === 7 ? 'unpaid' : 'ready',
    oddField: null,
    oddValue: null,
    lines: 1 + (place % 4),
    units: 1 + ((place * 3) % 8),
    packed: place === 2 ? 3 : 0,
    firstItem: goods[place % goods.length] ?? '',
    deskHold: place === 6 ? 'missing' : null,
    handedTo: place === 8 ? '2번 포장대' : null,
  })),
}

/** Stuck, or not begun. */
const restFrom = (
  { state, sectionCode }: DispatchView,
  { step = null }: Partial<UnsentRow>,
): number | null =>
  state === 'needsPerson' || (state === 'waiting' && step === null && sectionCode === null) ? 0 : null

const unsentRow = (box: number, dispatchView: DispatchView, change: Partial<UnsentRow> = {}): UnsentRow => ({
  seq: box,
  kind: 'dispatch',
  orderNo: '202611245870123',
  boxId: `202611245870123-B${String(box)}`,
  box,
  givenAt: afternoon - 26 * minute,
  waybill: { invoiceNo: `65123400120${String(box)}`, courierName: 'CJ대한통운' },
  contents: [
    { name: '유기농 면 티셔츠', qty: 1 },
    { name: '소이 캔들 180g', qty: 2 },
  ],
  step: null,
  lastAnswer: null,
  can: { handOver: restFrom(dispatchView, change), discard: restFrom(dispatchView, change) },
  dispatch: dispatchView,
  ...change,
})

export const unsent: UnsentRow[] = [
  unsentRow(
    1,
    dispatch('needsPerson', {
      attempts: 4,
      problem: { kind: 'otherInvoice', errorCode: '30136', words: '이미 등록된 송장번호가 있습니다.' },
    }),
    {
      lastAnswer: { kind: 'refused', words: '이미 등록된 송장번호가 있습니다.', at: afternoon - 2 * minute },
    },
  ),
  unsentRow(2, dispatch('waiting', { attempts: 2 })),
  unsentRow(3, dispatch('unknown', { attempts: 1 }), {
    step: 'prepare',
    lastAnswer: { kind: 'unanswered', words: null, at: afternoon - minute },
  }),
  unsentRow(4, dispatch('sending', { attempts: 1 }), { step: 'ship' }),
]

const handoverRow = (box: number, change: Partial<HandoverRow> = {}): HandoverRow => ({
  boxId: `202611245870123-B${String(box)}`,
  orderNo: '202611245870123',
  box,
  invoiceNo: `65123400120${String(box)}`,
  courierIdx: 1,
  courierName: 'CJ대한통운',
  receiverName: '박준호',
  sealedAt: afternoon - 40 * minute,
  givenAt: null,
  dispatch: null,
  canTakeBack: false,
  stop: null,
  canUnpack: false,
  ...change,
})

export const handover: HandoverList = {
  couriers: [
    { idx: 1, name: 'CJ대한통운', missing: 2, given: 1 },
    { idx: 2, name: '한진택배', missing: 1, given: 1 },
  ],
  missing: [
    handoverRow(1),
    handoverRow(2, { invoiceNo: null, receiverName: '이서연' }),
    handoverRow(3, { courierIdx: 2, courierName: '한진택배', receiverName: '김지우' }),
  ],
  missingTotal: 3,
  given: [
    handoverRow(4, { givenAt: afternoon - minute, dispatch: dispatch('waiting'), canTakeBack: true }),
    handoverRow(5, { givenAt: afternoon - 3 * minute, dispatch: dispatch('confirmed') }),
  ],
  givenTotal: 2,
}
