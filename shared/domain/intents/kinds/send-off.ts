import { covers, goodsIn, sameGoods, without, type Content, type Goods } from '../../orders/goods.ts'
import {
  isOutsideChannel,
  sameInvoice,
  sameReceiver,
  type Invoice,
  type Order,
  type Receiver,
  type Section,
} from '../../orders/order.ts'
import { stuck, type IntentStanding, type NextStep } from './kind.ts'

/** A box whose section is known, and how far it is to be brought. */
export type SendOff = {
  /** What the section must hold; null: whatever it holds. */
  goods: Goods | null
  invoice: Invoice
  /** Whom the waybill was made out for. */
  receiver: Receiver | null
  /** ready: in 배송대기 with its waybill · shipping: 배송중. */
  upTo: 'ready' | 'shipping'
}

/** What is left to do for a section that is a box's own: its waybill, then 배송중. */
export function sendOff(box: SendOff, standing: IntentStanding, section: Section): NextStep {
  const { invoice } = box
  const { code: sectionCode } = section
  switch (section.status) {
    case 'SHIPPING':
    case 'SHIPPING_COMPLETE':
    case 'PURCHASE_CONFIRMATION':
      if (!sameInvoice(section.invoice, invoice)) return stuck('otherInvoice')
      if (box.goods !== null && !leftWith(box.goods, section, standing.order)) return stuck('otherGoods')
      return { kind: 'done', section: sectionCode }
    case 'SHIPPING_READY': {
      if (box.goods !== null && !sameGoods(goodsIn(section), box.goods)) return stuck('otherGoods')
      const registered = section.invoice !== null
      if (registered && !sameInvoice(section.invoice, invoice)) return stuck('otherInvoice')
      if (addressChanged(box.receiver, standing, section)) return stuck('addressChanged')
      if (registered && box.upTo === 'ready') return { kind: 'done', section: sectionCode }
      if (section.held) return stuck('sectionHeld')
      const registerOnly = box.upTo === 'ready' || (!registered && isOutsideChannel(standing.order.channel))
      return {
        kind: 'send',
        section: sectionCode,
        step: registerOnly
          ? { kind: 'register', sectionCode, contents: null, invoice }
          : {
              kind: 'ship',
              sectionCode,
              invoice: registered ? null : invoice,
              contents: guardFor(section, standing),
            },
      }
    }
    case 'CANCEL_REQUEST':
    case 'CANCEL_COMPLETE':
      return stuck('sectionCancelled')
    case 'PRODUCT_PREPARATION':
      return stuck('changedMeanwhile')
    default:
      // It comes back, or goes again in exchange: only what has left can.
      return { kind: 'done', section: sectionCode }
  }
}

/**
 * Whether these goods have left in the section: what is missing there is on its way back, which divides a section as well.
 */
function leftWith(goods: Goods, section: Section, { sections }: Order): boolean {
  const there = goodsIn(section)
  if (!covers(goods, there)) return false
  const back = sections.filter(comesBack).flatMap(goodsIn)
  return without(goods, there).every(
    ({ line, qty }) => back.reduce((sum, each) => sum + (each.line === line ? each.qty : 0), 0) >= qty,
  )
}

const comesBack = ({ status }: Section): boolean =>
  status.startsWith('RETURN_') || status.startsWith('EXCHANGE_')

/** All that the section holds as last heard, for the store to compare; outside channels take no lists. */
const guardFor = ({ items }: Section, { habits, order }: IntentStanding): Content[] | null =>
  habits.shipTakesList && !isOutsideChannel(order.channel)
    ? items.map(({ itemNo, qty }) => ({ itemNo, qty }))
    : null

export const addressChanged = (
  receiver: Receiver | null,
  { accepted }: IntentStanding,
  section: Section,
): boolean => !accepted.includes('addressChanged') && !sameReceiver(receiver, section.receiver)
