import type { BoxView, DeskView, DispatchView, LineView } from '../../../shared/contract/snapshot.ts'
import { channelWord, type Invoice, type Order, type Product } from '../../../shared/domain/orders/order.ts'
import { optionText } from '../../../shared/domain/orders/option-text.ts'
import type { Around } from '../../../shared/domain/packing/around.ts'
import type { Line } from '../../../shared/domain/packing/goods/line.ts'
import { mayCount } from '../../../shared/domain/packing/goods/decide-goods.ts'
import { expecting } from '../../../shared/domain/packing/expecting.ts'
import {
  currentBox,
  lineAt,
  lineToIdentify,
  unitsDone,
  unitsIn,
  unitsUnidentified,
  type Box,
  type Packing,
} from '../../../shared/domain/packing/packing.ts'
import { registeredFor } from '../../../shared/domain/packing/waybill/registered-waybill.ts'
import { nextStep } from '../../../shared/domain/packing/next-step.ts'
import { possibleByHand, possibleNow, possibleWith } from '../../../shared/domain/packing/possible.ts'
import type { IntentKind } from '../../../shared/domain/intents/registry.ts'
import type { Intent } from '../outbox/intent-table.ts'
import { dispatchView } from '../outbox/outbox-view.ts'

export type DeskSources = {
  around: Around
  outbox: Intent[]
  courierName: (idx: number) => string
  takingOut: boolean
  /** Where the picture of a product is, by its key; null where there is none. */
  pictureOf: (key: string) => string | null
}

/** The order on the desk as the window shows it. */
export function deskView(packing: Packing, sources: DeskSources): DeskView {
  const { around, takingOut, courierName, pictureOf } = sources
  const { order, stand, drift, rules } = around
  const lines = packing.lines.map((line) => ({
    ...lineView(packing, line, around),
    picture: pictureOf(line.product.key),
  }))
  return {
    orderNo: packing.orderNo,
    channel: channelWord(packing.channel),
    ordererName: packing.ordererName,
    receiver: packing.receiver,
    standing: stand.standing,
    odd: stand.standing === 'unreadable' ? stand.odd : null,
    drift,
    lines,
    boxes: packing.boxes.map((box) => boxView(packing, box, sources)),
    currentBoxId: packing.currentBoxId,
    expecting: expecting(packing, rules),
    identify: identifyView(packing),
    takingOut,
    registered: waybillView(registeredFor(order, currentBox(packing)?.sectionCode), courierName),
    waybill: waybillView(packing.waybill?.invoice ?? null, courierName),
    notes: packing.notes,
    unitsNeeded: lines.reduce((sum, line) => sum + line.needed, 0),
    unitsDone: lines.reduce((sum, line) => sum + line.done, 0),
    can: possibleNow(packing, around),
    next: nextStep(packing, around, takingOut),
  }
}

const waybillView = (
  invoice: Invoice | null,
  courierName: DeskSources['courierName'],
): DeskView['waybill'] =>
  invoice === null ? null : { courierName: courierName(invoice.courierIdx), invoiceNo: invoice.invoiceNo }

function identifyView(packing: Packing): DeskView['identify'] {
  const box = currentBox(packing)
  const line = box === undefined || box.state === 'sealed' ? undefined : lineToIdentify(packing, box)
  return box === undefined || line === undefined
    ? null
    : { name: line.product.name, units: unitsUnidentified(box, line) }
}

function lineView(packing: Packing, line: Line, around: Around): Omit<LineView, 'picture'> {
  const { product, sectionCode, itemNo } = line
  const box = currentBox(packing)
  const inBox =
    box?.sectionCode === sectionCode ? box.contents.find((content) => content.itemNo === itemNo) : undefined
  return {
    sectionCode,
    sectionNo: line.sectionNo,
    itemNo,
    name: product.name,
    options: optionText(product),
    codes: [
      ...new Set([product.optionSku, product.productSku, product.ownCode].filter((code) => code !== null)),
    ],
    gift: line.gift,
    exempt: line.exempt,
    capture: line.capture,
    countable: mayCount(line, around.rules),
    needed: line.qty,
    done: unitsDone(packing, line),
    inCurrentBox: inBox?.qty ?? 0,
    byHand: possibleByHand(packing, around, line),
  }
}

function boxView(packing: Packing, box: Box, sources: DeskSources): BoxView {
  const { around, courierName } = sources
  const { order, boxTypes } = around
  const isSealed = box.state === 'sealed' || box.state === 'voided'
  const newest = (kind: IntentKind): DispatchView | null => {
    const intent = sources.outbox.findLast((each) => each.kind === kind && each.boxId === box.id)
    return intent === undefined ? null : dispatchView(intent, order)
  }
  const section = order?.sections.find((candidate) => candidate.code === box.sectionCode)
  return {
    id: box.id,
    number: box.number,
    state: box.state,
    sectionNo:
      packing.lines.find((line) => line.sectionCode === box.sectionCode)?.sectionNo ?? section?.no ?? null,
    contents: box.contents.map(({ itemNo, qty }) => {
      const product = productOf(packing, box, itemNo, order)
      return {
        itemNo,
        qty,
        name: product?.name ?? itemNo,
        options: product === null ? '' : optionText(product),
      }
    }),
    units: unitsIn(box),
    type:
      box.typeCode === null ? null : { code: box.typeCode, name: boxTypes.get(box.typeCode) ?? box.typeCode },
    grams: box.grams,
    identities: box.identities,
    can: possibleWith(packing, around, box),
    invoice:
      isSealed && box.invoice !== null
        ? { ...box.invoice, courierName: courierName(box.invoice.courierIdx) }
        : null,
    shipped: isSealed ? box.shipped : null,
    withCourier: isSealed && box.withCourier,
    dispatch: newest('dispatch'),
    handOver: newest('handOver'),
    correction: newest('correctWaybill'),
  }
}

/** Goods of an earlier opening are no longer among the lines: the order itself still names them. */
function productOf(packing: Packing, box: Box, itemNo: string, order: Order | null): Product | null {
  const line = lineAt(packing, { sectionCode: box.sectionCode, itemNo })
  const item = order?.sections
    .flatMap((section) => section.items)
    .find((candidate) => candidate.itemNo === itemNo)
  return line?.product ?? item?.product ?? null
}
