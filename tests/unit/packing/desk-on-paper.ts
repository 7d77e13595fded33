import { openOrder } from '../../../shared/domain/packing/order/decide-order.ts'
import { scanItem, type CodeKnowledge } from '../../../shared/domain/packing/goods/decide-goods.ts'
import { seal } from '../../../shared/domain/packing/waybill/decide-seal.ts'
import type { Decision } from '../../../shared/domain/packing/decision.ts'
import { replay } from '../../../shared/domain/packing/log/evolve.ts'
import type { LoggedEvent } from '../../../shared/domain/packing/log/events.ts'
import { expecting } from '../../../shared/domain/packing/expecting.ts'
import { noMarks, type LineMarks } from '../../../shared/domain/packing/goods/line.ts'
import { nothingPacked, type Packing } from '../../../shared/domain/packing/packing.ts'
import type { Rules } from '../../../shared/domain/packing/rules.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import { guideOrder } from '../orders.ts'

/** A desk as it comes. */
export const plainRules: Rules = {
  forcedOrder: false,
  quantityFrom: 5,
  boxType: 'off',
  weight: 'off',
  shipped: 'atSeal',
}

export const unknown: CodeKnowledge = {
  book: null,
  knownProduct: null,
  orderNo: null,
  forms: [],
  printed: { serial: null, lot: null, units: 1 },
  unclear: false,
}

/** Asks for a number of every A. */
export const capturing =
  (kind: 'serial' | 'lot'): LineMarks =>
  ({ product }) => ({ exempt: false, capture: product.optionSku === 'A' ? kind : null })

const invoice = (invoiceNo: string) => ({ courierIdx: 4, invoiceNo })

type Ways = { rules?: Partial<Rules>; marks?: LineMarks }

/** A desk without a disk: decisions are carried out at once. */
export function deskWith(started: Order, { rules: changed = {}, marks = noMarks }: Ways = {}) {
  const rules = { ...plainRules, ...changed }
  let packing = nothingPacked(started.orderNo)
  let seq = 0
  const run = (decision: Decision) => {
    if (!decision.ok) return decision.said
    const events: LoggedEvent[] = decision.events.map((event) => ({ seq: ++seq, event }))
    packing = replay(packing, events)
    return decision.said
  }
  return {
    rules,
    get state(): Packing {
      return packing
    },
    get expecting() {
      return expecting(packing, rules)
    },
    open: (now: Order, settled = true, takeBack = false) =>
      run(openOrder(packing, now, { settled, takeBack, marks })),
    scan: (code: string, known: Partial<CodeKnowledge> = {}) =>
      run(scanItem(packing, code, { ...unknown, ...known }, rules)),
    do: (decision: (packing: Packing) => Decision) => run(decision(packing)),
    seal: (invoiceNo: string) => run(seal(packing, invoice(invoiceNo), rules)),
  }
}

export function opened(now: Order = guideOrder(), ways: Ways = {}) {
  const desk = deskWith(now, ways)
  desk.open(now)
  return desk
}
