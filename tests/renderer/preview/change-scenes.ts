import { changedLinesDesk, readdressedDesk, tooManyDesk } from '../changed-orders.ts'
import type { FakeStation } from '../fake-bridge.ts'
import { accepted, afternoon, box, desk, dispatch, queue, refused, snapshot, unsent } from '../fixtures.ts'

const orderNo = '202611245870123'
const [stuck, ...others] = unsent
const addressProblem = { kind: 'addressChanged', errorCode: null, words: null } as const
const readdressed =
  stuck === undefined
    ? []
    : [{ ...stuck, dispatch: dispatch('needsPerson', { problem: addressProblem }), lastAnswer: null }]

const scannedCandle = accepted(4, '8809631270773', {
  kind: 'itemScanned',
  name: '소이 캔들 180g',
  units: 1,
  done: 3,
  needed: 4,
  box: 2,
})

/** Orders that move at the store while they are packed, and a disk that takes nothing. */
export const changeScenes: Record<string, FakeStation> = {
  changed: {
    queue,
    snapshot: snapshot({
      desk: changedLinesDesk(),
      lastScan: refused(5, '8809631270018', { kind: 'orderChanged', orderNo }),
    }),
  },
  readdressed: { queue, snapshot: snapshot({ desk: readdressedDesk(), lastScan: scannedCandle }) },
  tooMany: {
    queue,
    snapshot: snapshot({
      desk: tooManyDesk(),
      lastScan: accepted(6, null, { kind: 'orderUpdated', orderNo }),
    }),
  },
  addressBox: {
    queue,
    unsent: [...readdressed, ...others],
    snapshot: snapshot({
      outbox: { waiting: 1, sending: 1, unknown: 1, needsPerson: 1, oldestAt: afternoon - 26 * 60_000 },
      desk: desk({
        boxes: [
          box(1, {
            state: 'sealed',
            contents: [{ itemNo: 'oi-002', name: '소이 캔들 180g', options: '향: 무화과', qty: 2 }],
            units: 2,
            invoice: { courierIdx: 1, courierName: 'CJ대한통운', invoiceNo: '651234001201' },
            dispatch: dispatch('needsPerson', { attempts: 1, problem: addressProblem }),
          }),
          box(2),
        ],
        currentBoxId: `${orderNo}-B2`,
      }),
    }),
  },
  fileLost: {
    queue,
    scanFails: { code: 'storage', message: 'databaseLost' },
    snapshot: snapshot({
      desk: desk(),
      lastScan: scannedCandle,
      fileLost: {
        how: 'replaced',
        since: afternoon,
        copy: '/home/desk/.config/Packdesk/backups/packdesk-2026-11-24T061200Z-rescued.db',
      },
    }),
  },
  storage: {
    queue,
    scanFails: { code: 'storage', message: 'diskFull' },
    snapshot: snapshot({ desk: desk(), lastScan: scannedCandle }),
  },
}
