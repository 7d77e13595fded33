import fc from 'fast-check'
import type { Order } from '../../../shared/domain/orders/order.ts'
import type { DeskAction } from '../../../shared/domain/packing/action.ts'
import { lookAround, type Around, type Facts } from '../../../shared/domain/packing/around.ts'
import type { Reported } from '../../../shared/domain/packing/boxes/which-box.ts'
import { decide, heldAgainst } from '../../../shared/domain/packing/decide.ts'
import { refuse, type Decision } from '../../../shared/domain/packing/decision.ts'
import { identify, scanItem } from '../../../shared/domain/packing/goods/decide-goods.ts'
import type { LineMarks } from '../../../shared/domain/packing/goods/line.ts'
import { replay } from '../../../shared/domain/packing/log/evolve.ts'
import { nextStep } from '../../../shared/domain/packing/next-step.ts'
import { openOrder } from '../../../shared/domain/packing/order/decide-order.ts'
import {
  currentBox,
  lineToIdentify,
  nothingPacked,
  unitsUnidentified,
  type Packing,
} from '../../../shared/domain/packing/packing.ts'
import { shippedWhen } from '../../../shared/domain/packing/shipped-when.ts'
import { giveUp } from '../../../shared/domain/packing/waybill/hand-to-courier.ts'
import { item, order, section } from '../orders.ts'
import { unknown } from './desk-on-paper.ts'
import { following } from './following.ts'

/** B goes along by itself; each C has a serial number. */
const marks: LineMarks = ({ product }) => ({
  exempt: product.optionSku === 'B',
  capture: product.optionSku === 'C' ? 'serial' : null,
})

const registeredNumber = '7000000001'

/** The order as the shop may have it: as it was, changed, held back, from outside, with a waybill registered. */
function orderWith(how: 'same' | 'fewer' | 'more' | 'held' | 'registered', outside: boolean): Order {
  const units = { same: 3, fewer: 1, more: 4, held: 3, registered: 3 }[how]
  const invoice = how === 'registered' ? { courierIdx: 4, invoiceNo: registeredNumber } : null
  return order(
    [
      section('s1', [item('-001', units, 'A'), item('-002', 1, 'B')], { held: how === 'held', invoice }),
      section('s2', [item('-003', 2, 'A'), item('-004', 2, 'C')], { held: how === 'held' }),
    ],
    outside ? { channel: 'SMARTSTORE' } : {},
  )
}

const askings = fc.constantFrom('off' as const, 'required' as const)

/** What may stand around an order, the order itself apart. */
const facts = fc.record({
  rules: fc.record({
    forcedOrder: fc.boolean(),
    quantityFrom: fc.constantFrom(0, 2),
    boxType: askings,
    weight: askings,
    shipped: fc.constantFrom(...shippedWhen),
  }),
  mayPackUnscanned: fc.boolean(),
  courierIdx: fc.constantFrom(4, null),
  shop: fc.constantFrom(
    'same' as const,
    'same' as const,
    'fewer' as const,
    'more' as const,
    'held' as const,
    'registered' as const,
  ),
  reported: fc.constantFrom<Reported>('not', 'underWay', 'reported'),
  numberGone: fc.boolean(),
  serialGone: fc.boolean(),
})

type Circumstances = typeof facts extends fc.Arbitrary<infer T> ? T : never

const boxTypes = new Map([['01', 'small']])
export const ownDesk = '1'

const around = (
  packing: Packing,
  { shop, reported, numberGone, serialGone, ...ways }: Circumstances,
  outside: boolean,
): Around => {
  const known: Facts = {
    ...ways,
    marks,
    boxTypes,
    deskName: ownDesk,
    order: orderWith(shop, outside),
    ownSections: [],
    reported: () => reported,
    boxWithWaybill: (invoiceNo) =>
      numberGone && invoiceNo === registeredNumber ? { orderNo: 'other', box: 1 } : null,
    orderWithSerial: (_product, value) => (serialGone && value === 'S1' ? 'other' : null),
  }
  return lookAround(packing, known)
}

export const itemNos = ['-001', '-002', '-003', '-004'] as const

type Step =
  | DeskAction
  | { do: 'scan'; code: string }
  | { do: 'identify'; value: string }
  | { do: 'void'; boxId: string }
  /** Does as the screen says. */
  | { do: 'goOn' }

const boxId = fc
  .constantFrom(1, 2, 3, 4)
  .map((number) => `${orderWith('same', false).orderNo}-B${String(number)}`)
const itemNo = fc.constantFrom(...itemNos)

const anyAction: fc.Arbitrary<DeskAction> = fc.oneof(
  fc.record({ do: fc.constantFrom('closeBox', 'nextBox', 'sealAll', 'takeRest', 'undo', 'takeOverChanges') }),
  fc.record({ do: fc.constantFrom('selectBox', 'reopenBox'), boxId }),
  fc.record({ do: fc.constant('emptyBox'), boxId: fc.oneof(boxId, fc.constant(null)) }),
  fc.record({ do: fc.constant('typeBox'), code: fc.constant('01') }),
  fc.record({ do: fc.constant('weighBox'), grams: fc.integer({ min: 1, max: 900 }) }),
  fc.record({ do: fc.constant('countItem'), units: fc.integer({ min: 2, max: 4 }) }),
  fc.record({ do: fc.constant('takeOut'), boxId, itemNo }),
  fc.record({
    do: fc.constant('moveItem'),
    boxId,
    toBoxId: fc.oneof(boxId, fc.constant(null)),
    itemNo,
    units: fc.constantFrom(1, 2),
  }),
  fc
    .constantFrom('s1', 's2')
    .chain((sectionCode) =>
      fc.record({ do: fc.constant('packByHand'), sectionCode: fc.constant(sectionCode), itemNo }),
    ),
  fc
    .integer({ min: 1, max: 60 })
    .map((n) => ({ do: 'seal' as const, invoice: { courierIdx: 4, invoiceNo: `10000000${String(n)}` } })),
)

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('scan'), code: fc.constantFrom('A', 'A', 'B', 'C') }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('identify'), value: fc.constantFrom('S1', 'S2', 'S3') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('void'), boxId }) },
  { weight: 6, arbitrary: anyAction },
  { weight: 12, arbitrary: fc.constant({ do: 'goOn' as const }) },
)

function decisionFor(packing: Packing, now: Around, step: Step, fresh: number): Decision {
  switch (step.do) {
    case 'goOn':
      return (
        following(packing, now, nextStep(packing, now, false), fresh).find(({ ok }) => ok) ??
        refuse({ kind: 'nothingToDo' })
      )
    case 'scan':
      return heldAgainst(packing, now, scanItem(packing, step.code, unknown, now.rules))
    case 'identify': {
      const box = currentBox(packing)
      const line = box === undefined ? undefined : lineToIdentify(packing, box)
      if (box === undefined || line === undefined) return refuse({ kind: 'nothingToDo' })
      const decided = identify(packing, line, step.value, unitsUnidentified(box, line))
      return heldAgainst(packing, now, decided)
    }
    case 'void':
      return giveUp(packing, { type: 'boxVoided', boxId: step.boxId, reason: 'damaged' })
    default:
      return decide(packing, now, step)
  }
}

/** An order on the desk after whatever has been done with it, and what stands around it now. */
export const anyDesk = fc
  .record({
    outside: fc.boolean(),
    steps: fc.array(anyStep, { maxLength: 60, size: 'max' }),
    before: facts,
    now: facts,
  })
  .map(({ outside, steps, before, now }) => {
    const opening = { settled: true, takeBack: false, marks }
    const known = orderWith('same', outside)
    let packing = nothingPacked(known.orderNo)
    let seq = 0
    const carryOut = (decision: Decision): void => {
      if (decision.ok)
        packing = replay(
          packing,
          decision.events.map((event) => ({ seq: ++seq, event })),
        )
    }
    carryOut(openOrder(packing, known, opening))
    for (const [index, step] of steps.entries()) {
      const circumstances = index < steps.length / 2 ? { ...before, shop: 'same' as const } : before
      carryOut(decisionFor(packing, around(packing, circumstances, outside), step, index))
    }
    return { packing, around: around(packing, now, outside) }
  })
