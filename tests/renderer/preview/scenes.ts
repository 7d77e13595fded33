import type { FakeStation } from '../fake-bridge.ts'
import { changeScenes } from './change-scenes.ts'
import { peopleScenes } from './people-scenes.ts'
import { workScenes } from './work-scenes.ts'
import {
  accepted,
  box,
  desk,
  dispatch,
  line,
  afternoon,
  queue,
  refused,
  snapshot,
  unsent,
} from '../fixtures.ts'

const half = [
  { itemNo: 'oi-001', name: '유기농 면 티셔츠', options: '색상: 검정 / 크기: L', qty: 1 },
  { itemNo: 'oi-002', name: '소이 캔들 180g', options: '향: 무화과', qty: 2 },
]
const invoice = (invoiceNo: string) => ({ courierIdx: 1, courierName: 'CJ대한통운', invoiceNo })
const offline = { ...snapshot().connection, state: 'offline' as const, since: afternoon - 12 * 60_000 }

const sealedBox = box(1, {
  state: 'sealed',
  contents: half,
  units: 3,
  invoice: invoice('651234001201'),
  dispatch: dispatch('confirmed', { sectionCode: 's2026112435ee7f11aa9c1', sectionStatus: 'SHIPPING' }),
})

/** The desk in the states worth looking at. */
export const scenes: Record<string, FakeStation> = {
  ...changeScenes,
  ...workScenes,
  ...peopleScenes,
  empty: { queue, snapshot: snapshot() },
  opened: {
    queue,
    snapshot: snapshot({
      desk: desk({
        boxes: [],
        currentBoxId: null,
        unitsDone: 0,
        can: { undo: { kind: 'nothingToUndo' } },
        lines: desk().lines.map((each) => ({ ...each, done: 0, inCurrentBox: 0 })),
      }),
      lastScan: accepted(1, '2026112458701230', {
        kind: 'orderOpened',
        orderNo: '202611245870123',
        units: 7,
      }),
    }),
  },
  packing: {
    queue,
    snapshot: snapshot({
      desk: desk(),
      lastScan: accepted(4, '8809631270773', {
        kind: 'itemScanned',
        name: '소이 캔들 180g',
        units: 1,
        done: 2,
        needed: 4,
        box: 1,
      }),
    }),
  },
  wrong: {
    queue,
    snapshot: snapshot({
      desk: desk(),
      lastScan: refused(5, '8809631279999', {
        kind: 'wrongItem',
        name: '핸드드립 세트 (드리퍼 + 서버 + 필터 100매)',
      }),
    }),
  },
  waybill: {
    queue,
    snapshot: snapshot({
      courierIdx: null,
      desk: desk({ boxes: [box(1, { state: 'closed', contents: half, units: 3 })], expecting: 'invoice' }),
      lastScan: accepted(6, '000711117', { kind: 'boxClosed', box: 1 }),
    }),
  },
  offline: {
    queue,
    snapshot: snapshot({
      connection: offline,
      outbox: { waiting: 1, sending: 0, unknown: 0, needsPerson: 0, oldestAt: afternoon - 4 * 60_000 },
      desk: desk({
        boxes: [
          sealedBox,
          box(2, {
            state: 'sealed',
            contents: half,
            units: 3,
            invoice: invoice('651234001202'),
            dispatch: dispatch('waiting'),
          }),
          box(3),
        ],
        currentBoxId: '202611245870123-B3',
        unitsDone: 6,
        can: { undo: { kind: 'nothingToUndo' } },
        lines: desk().lines.map((each) =>
          each.gift ? each : { ...each, done: each.needed, inCurrentBox: 0 },
        ),
      }),
      lastScan: accepted(12, '651234001202', {
        kind: 'boxSealed',
        box: 2,
        invoiceNo: '651234001202',
        last: false,
      }),
    }),
  },
  complete: {
    queue,
    snapshot: snapshot({
      desk: desk({
        standing: 'done',
        expecting: 'nothing',
        boxes: [
          sealedBox,
          box(2, {
            state: 'sealed',
            contents: half,
            units: 3,
            invoice: invoice('651234001202'),
            dispatch: dispatch('sending', { attempts: 1 }),
          }),
        ],
        currentBoxId: '202611245870123-B2',
        unitsDone: 7,
        can: { undo: { kind: 'nothingToUndo' } },
        lines: desk().lines.map((each) => ({ ...each, done: each.needed })),
      }),
      outbox: { waiting: 0, sending: 1, unknown: 0, needsPerson: 0, oldestAt: afternoon - 30_000 },
      lastScan: accepted(14, '651234001202', {
        kind: 'boxSealed',
        box: 2,
        invoiceNo: '651234001202',
        last: true,
      }),
    }),
  },
  stop: {
    queue,
    snapshot: snapshot({
      desk: desk({ standing: 'cancelled' }),
      lastScan: accepted(4, '8809631270773', {
        kind: 'itemScanned',
        name: '소이 캔들 180g',
        units: 1,
        done: 2,
        needed: 4,
        box: 1,
      }),
    }),
  },
  problems: {
    queue,
    unsent,
    snapshot: snapshot({
      outbox: { waiting: 1, sending: 1, unknown: 1, needsPerson: 1, oldestAt: afternoon - 26 * 60_000 },
      desk: desk({
        boxes: [
          box(1, {
            state: 'sealed',
            contents: half,
            units: 3,
            invoice: invoice('651234001201'),
            dispatch: dispatch('needsPerson', {
              attempts: 4,
              problem: {
                kind: 'otherInvoice',
                errorCode: '30136',
                words: '이미 등록된 송장번호가 있습니다.',
              },
            }),
          }),
          box(2, { state: 'closed', contents: half, units: 3 }),
          box(3),
        ],
        currentBoxId: '202611245870123-B3',
      }),
      lastScan: refused(9, '651234001201', {
        kind: 'trackingNumberUsed',
        orderNo: '202611245870123',
        box: 1,
      }),
    }),
  },
  twelve: {
    queue,
    snapshot: snapshot({
      desk: desk({
        channel: 'COUPANG',
        lines: Array.from({ length: 12 }, (_, place) =>
          line(`oi-1${String(place)}`, {
            name:
              place % 3 === 0
                ? '핸드드립 세트 (드리퍼 + 서버 + 필터 100매) 선물 포장'
                : '도자기 머그컵 350ml',
            options: place % 2 === 0 ? '색상: 오트밀 / 각인: 없음' : '',
            codes: [`MUG-350-${String(place)}`],
            needed: 1 + (place % 3),
            done: place < 5 ? 1 + (place % 3) : place === 5 ? 1 : 0,
            gift: place === 11,
            ...(place > 6 ? { sectionCode: 's2', sectionNo: '202611245870123-S2' } : {}),
          }),
        ),
        unitsNeeded: 23,
        unitsDone: 10,
      }),
      lastScan: refused(8, 'MUG-350-3', {
        kind: 'tooMany',
        name: '핸드드립 세트 (드리퍼 + 서버 + 필터 100매) 선물 포장',
        needed: 1,
        done: 1,
        units: 1,
      }),
    }),
  },
  startup: {
    snapshot: snapshot(),
    startupProblem: {
      kind: 'databaseDamaged',
      detail: 'packdesk.db: database disk image is malformed (page 42)',
    },
  },
}
