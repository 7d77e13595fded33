import type { Answer, Choice, Refusal } from '../../../shared/domain/packing/answer.ts'
import type { Around } from '../../../shared/domain/packing/around.ts'
import { decide, unlessStopped } from '../../../shared/domain/packing/decide.ts'
import {
  choiceOf,
  identify,
  packGoods,
  scanItem,
  takeOutOf,
  takeOutScanned,
  type CodeKnowledge,
} from '../../../shared/domain/packing/goods/decide-goods.ts'
import { refuse, type Decision } from '../../../shared/domain/packing/decision.ts'
import { expecting } from '../../../shared/domain/packing/expecting.ts'
import {
  currentBox,
  lineAt,
  lineToIdentify,
  unitsUnidentified,
  unsealedBoxes,
  type Packing,
} from '../../../shared/domain/packing/packing.ts'
import { boxAgainst, registeredFor } from '../../../shared/domain/packing/waybill/registered-waybill.ts'
import type { Rules } from '../../../shared/domain/packing/rules.ts'
import type { Invoice } from '../../../shared/domain/orders/order.ts'
import { matchItem } from '../../../shared/domain/packing/goods/match-item.ts'
import {
  bareNumber,
  readTrackingNumber,
  type TrackingDoubt,
} from '../../../shared/domain/codes/tracking-number.ts'
import type { WorkMode } from '../../../shared/contract/settings.ts'
import type { BarcodeBook } from '../catalog/barcode-book.ts'
import type { OrderTable } from '../orders/order-table.ts'
import type { Desk, Presented } from './desk.ts'
import { knowCode, type ReadCode } from './know-code.ts'
import type { PackingProjections } from '../log/projections.ts'

export type CodeParts = {
  orders: OrderTable
  book: BarcodeBook
  projections: PackingProjections
  rules: () => Rules
  workMode: () => WorkMode
  courierIdx: () => number | null
  couriers: { list: () => { idx: number; name: string }[]; name: (idx: number) => string }
  /** This year, by the desk's clock: it decides the century of printed dates. */
  year: () => number
}

/** Codes that are none of the desk's own: goods, orders, waybills, serial numbers. What is awaited decides. */
export function codeOnDesk(
  desk: Desk,
  { orders, book, projections, rules, workMode, courierIdx, couriers, year }: CodeParts,
) {
  const know = (read: ReadCode): CodeKnowledge => knowCode(read, { book, orders, thisYear: year() })

  /** What to say of a code that means no goods: where it was read wrong, that. */
  const strange = (said: Refusal, { gs1, checkDigit }: ReadCode): Refusal => {
    if (said.kind !== 'unknownCode') return said
    if (gs1?.ok === false) return { kind: gs1.why === 'ambiguous' ? 'gs1Ambiguous' : 'gs1Invalid' }
    return checkDigit === 'wrong' ? { kind: 'badCheckDigit' } : said
  }

  /** Whether a code is a waybill's number, with or without the hyphens that a shop may have typed. */
  const isNumberOf = (invoice: Invoice, code: string): boolean =>
    invoice.invoiceNo === code || bareNumber(invoice.invoiceNo) === bareNumber(code)

  /** The waybill that the shop has registered for a section of the order, if the code is its number. */
  function presented(orderNo: string, code: string): Presented | null {
    const section = orders
      .get(orderNo)
      ?.sections.find(({ invoice }) => invoice !== null && isNumberOf(invoice, code))
    return section?.invoice == null ? null : { sectionCode: section.code, invoice: section.invoice }
  }

  function openByCode(orderNo: string, code: string, takeBack = false): Answer {
    const waybill = presented(orderNo, code)
    const had = waybill === null ? null : projections.boxWithWaybill(waybill.invoice.invoiceNo)
    const used =
      had === null || waybill === null
        ? null
        : boxAgainst(desk.load(orderNo), orders.get(orderNo), waybill, had)
    if (used !== null) return desk.turnDown({ kind: 'trackingNumberUsed', ...used }, code)
    return desk.open(orderNo, { code, takeBack, presented: waybill })
  }

  /** A code that names an order: its registered waybill, if that is the one for what is in the box. */
  function readRegistered(current: Packing, around: Around, orderNo: string, code: string): Decision {
    const registered = presented(orderNo, code)
    const section = currentBox(current)?.sectionCode
    const used = registered !== null && projections.boxWithWaybill(registered.invoice.invoiceNo) !== null
    const fits = orderNo === current.orderNo && (section == null || registered?.sectionCode === section)
    return registered !== null && (fits || used)
      ? decide(current, around, { do: 'seal', invoice: registered.invoice })
      : refuse({ kind: 'looksLikeOrder', orderNo })
  }

  function readWaybill(current: Packing, around: Around, read: ReadCode, known: CodeKnowledge): Decision {
    const { code } = read
    const goods = scanItem(current, code, known, around.rules)
    const nobodysGoods = !goods.ok && (goods.said.kind === 'unknownCode' || goods.said.kind === 'wrongItem')
    if (!nobodysGoods) return goods
    if (known.book !== null || known.knownProduct !== null) return refuse({ kind: 'looksLikeProduct' })
    if (known.orderNo !== null) return readRegistered(current, around, known.orderNo, code)
    const courier = courierIdx()
    const names = couriers.list().map(({ name }) => name)
    const number = readTrackingNumber(code, courier === null ? null : couriers.name(courier), names)
    if (!number.ok)
      return refuse({ kind: number.why === 'product' ? 'looksLikeProduct' : 'badTrackingNumber' })
    const { invoiceNo, doubt } = number
    const sealWith = (invoice: Invoice) => decide(current, around, { do: 'seal', invoice })
    const registered = registeredFor(around.order, currentBox(current)?.sectionCode)
    if (registered !== null) {
      // With another number the seal is refused in words that name the right one.
      return sealWith(isNumberOf(registered, code) ? registered : { ...registered, invoiceNo })
    }
    if (courier === null) return refuse({ kind: 'noCourier' })
    if (doubt !== undefined && projections.boxWithWaybill(invoiceNo) === null) {
      return refuse({ kind: 'whichOne', choices: waybillChoices(courier, invoiceNo, doubt) })
    }
    return sealWith({ courierIdx: courier, invoiceNo })
  }

  /** The couriers that a doubtful number goes with, then the chosen one all the same. */
  function waybillChoices(chosen: number, invoiceNo: string, doubt: TrackingDoubt): Choice[] {
    const fitting = doubt.kind === 'otherCourier' ? doubt.couriers : []
    const others = couriers.list().filter(({ idx, name }) => idx !== chosen && fitting.includes(name))
    return [...others.map(({ idx }) => idx), chosen].map((courierIdx) => {
      return { kind: 'waybill', courierIdx, courierName: couriers.name(courierIdx), invoiceNo }
    })
  }

  /** The serial number or lot that a unit in the current box waits for. */
  function readIdentity(current: Packing, read: ReadCode, known: CodeKnowledge): Decision {
    const box = currentBox(current)
    const line = box === undefined ? undefined : lineToIdentify(current, box)
    if (box === undefined || line?.capture == null) return refuse({ kind: 'nothingToDo' })
    const { capture, product } = line
    if (known.unclear) return refuse({ kind: 'gs1Ambiguous' })
    const match = matchItem(current, [read.code, ...known.forms], known.book, null)
    const sameGoods = match.kind === 'line' && match.line.product.key === product.key
    const printed = known.printed[capture]
    const value = printed !== null && (sameGoods || match.kind === 'none') ? printed : read.code
    const strangeGoods = match.kind !== 'none' || known.book !== null || known.knownProduct !== null
    if (printed === null && strangeGoods)
      return refuse({ kind: 'identityFirst', name: product.name, capture })
    if (known.orderNo !== null) return refuse({ kind: 'notAnIdentity', capture })
    return identify(current, line, value, unitsUnidentified(box, line))
  }

  function onOrder(current: Packing, read: ReadCode, takingOut: boolean): Answer {
    const { code } = read
    const known = know(read)
    if (takingOut) return desk.actOn(() => takeOutScanned(current, code, known), code)
    switch (expecting(current, rules())) {
      case 'serial':
      case 'lot':
        return desk.actAndSeal(() => readIdentity(current, read, known), code)
      case 'invoice':
      case 'boxType':
      case 'weight':
        return desk.actOn((now, around) => readWaybill(now, around, read, known), code)
      case 'item':
      case 'nothing':
        return readGoods(current, read, known)
    }
  }

  function readGoods(current: Packing, read: ReadCode, known: CodeKnowledge): Answer {
    const { code } = read
    const item = scanItem(current, code, known, rules())
    const { orderNo } = known
    const handsFree = unsealedBoxes(current).length === 0
    const other = orderNo !== null && orderNo !== current.orderNo && handsFree ? orderNo : null
    const choice = item.ok && other !== null ? itemChoice(current, item) : null
    if (choice !== null && other !== null) {
      return desk.turnDown({ kind: 'whichOne', choices: [choice, { kind: 'order', orderNo: other }] }, code)
    }
    if (item.ok) return desk.actAndSeal((now, around) => unlessStopped(now, around, () => item), code)
    const nobodysGoods = item.said.kind === 'unknownCode'
    if (nobodysGoods && orderNo !== null) return openByCode(orderNo, code)
    const finished = expecting(current, rules()) === 'nothing'
    const wanted = item.said.kind === 'wrongItem' || item.said.kind === 'tooMany'
    if (finished && workMode() === 'oneItem' && wanted) return oneItem(code, known)
    return desk.turnDown(strange(item.said, read), code)
  }

  function itemChoice(current: Packing, item: Decision): Choice | null {
    const packed = item.ok ? item.events.find((event) => event.type === 'itemScanned') : undefined
    const line = packed === undefined ? undefined : lineAt(current, packed)
    return line === undefined ? null : choiceOf(line)
  }

  function onEmptyDesk(read: ReadCode): Answer {
    const { code } = read
    const known = know(read)
    if (known.orderNo !== null) return openByCode(known.orderNo, code)
    const goods = known.book !== null || known.knownProduct !== null
    if (goods && workMode() === 'oneItem') return oneItem(code, known)
    return desk.turnDown({ kind: goods ? 'scanOrderFirst' : 'unknownOrder' }, code)
  }

  /** Opens the oldest order of just this one unit, with the unit in its first box. */
  function oneItem(code: string, known: CodeKnowledge): Answer {
    const codes = [code, ...known.forms, ...(known.book?.units === 1 ? [known.book.sku] : [])]
    const waiting = codes.flatMap((each) => orders.oneItemOrders(each))
    const orderNo = waiting.find((each) => {
      const packing = desk.load(each)
      return packing.held === null && packing.handedTo === null
    })
    const name = known.book?.name ?? known.knownProduct ?? code
    if (orderNo === undefined) return desk.turnDown({ kind: 'noOneItemOrder', name }, code)
    const then = (opened: Packing, { rules: ways }: Around) => scanItem(opened, code, known, ways)
    return desk.open(orderNo, { code, then })
  }

  return {
    /** The order that a code names, if it names one. */
    orderIn: (code: string): string | null => orders.findByCode(code),
    /** Opens the order that a code names; with a registered waybill, that one is kept for its box. */
    open: openByCode,

    read(read: ReadCode, takingOut: boolean): Answer {
      const current = desk.packing()
      return current === null ? onEmptyDesk(read) : onOrder(current, read, takingOut)
    },

    /** What a code was said to mean. */
    goOnWith(choice: Exclude<Choice, { kind: 'holdReason' }>, read: ReadCode, takingOut: boolean): Answer {
      const { code } = read
      switch (choice.kind) {
        case 'order':
          return openByCode(choice.orderNo, code)
        case 'waybill': {
          const { courierIdx: courier, invoiceNo } = choice
          return desk.act({ do: 'seal', invoice: { courierIdx: courier, invoiceNo } }, code)
        }
        case 'item': {
          const { book: entry, printed } = know(read)
          return desk.actAndSeal((current, around) => {
            const line = lineAt(current, choice)
            if (line === undefined) return refuse({ kind: 'unknownCode' })
            if (takingOut) return takeOutOf(current, line)
            const units = (entry?.units ?? 1) * printed.units
            return unlessStopped(current, around, () =>
              packGoods(current, line, { units, code, how: 'scan', printed }, around.rules),
            )
          }, code)
        }
      }
    },
  }
}
