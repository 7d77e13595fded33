import { isToShip, sectionStatuses } from '../sections/status.ts'
import {
  code,
  entriesOf,
  fieldAt,
  isEmpty,
  isRecord,
  oddField,
  oneOf,
  otherWord,
  positiveNumber,
  shownText,
  yesOrNo,
  type Reader,
  type Spot,
} from './fields.ts'
import { deliveryTypes, type Invoice, type Receiver, type Section, type UnreadSection } from './order.ts'
import { readItems } from './read-items.ts'

type Sections = { sections: Section[]; unread: UnreadSection[] }

/** The order's sections, those that could be understood apart from those that could not. */
export function readSections(list: Spot, notUnderstood: (spot: Spot) => void): Sections {
  const read: Sections = { sections: [], unread: [] }
  const entries = entriesOf(list) ?? []
  if (entries.length === 0) notUnderstood(list)
  for (const entry of entries) {
    const known = read.sections.map((section) => section.code)
    const found = readSection(entry, (value) => {
      const own = code(value)
      return own === null || known.includes(own) ? null : own
    })
    if ('odd' in found) read.unread.push(found)
    else read.sections.push(found)
  }
  return read
}

/**
 * A section, if all is understood that the desk decides on: which one it is, its status and its items; while it waits to be
 * shipped also whether it is held, how it goes, and the waybill that the shop has registered for it. A section that is held
 * is not packed however it goes.
 */
function readSection(section: Spot, sectionCode: Reader<string>): Section | UnreadSection {
  const at = (name: string): Spot => fieldAt(section, name)
  const odd: Spot[] = []
  const need = <T>(spot: Spot, reader: Reader<T>): T | null => {
    const value = reader(spot.value)
    if (value === null) odd.push(spot)
    return value
  }
  const status = need(at('orderSectionStatus'), oneOf(sectionStatuses))
  const ownCode = need(at('orderSectionCode'), sectionCode)
  const waits = status === null || isToShip(status)
  const held = yesOrNo(at('isDeliveryHold').value)
  if (held === null && waits) odd.push(at('isDeliveryHold'))
  const deliveryType = oneOf(deliveryTypes)(at('deliveryType').value)
  if (deliveryType === null && waits && held !== true) odd.push(at('deliveryType'))
  const items = readItems(at('sectionItems'), (spot) => odd.push(spot))
  const invoice = readInvoice(at('invoice'), waits ? (spot) => odd.push(spot) : () => undefined)
  const [first] = odd
  if (first !== undefined || status === null || ownCode === null) {
    const otherWay = deliveryType !== null && deliveryType !== 'PARCEL'
    return {
      odd: oddField(first ?? section),
      status,
      aside: held === true || otherWay,
      codes: codesIn(section),
    }
  }
  return {
    code: ownCode,
    no: shownText(at('orderSectionNo').value) || ownCode,
    status,
    held: held ?? false,
    boxed: false,
    deliveryType: deliveryType ?? otherWord(at('deliveryType').value),
    receiver: readReceiver(at('delivery')),
    invoice,
    items,
  }
}

/** What is printed of a section that could not be read must still lead to its order. */
function codesIn(section: Spot): string[] {
  const own = [fieldAt(section, 'orderSectionCode'), fieldAt(section, 'orderSectionNo')]
  const items = (entriesOf(fieldAt(section, 'sectionItems')) ?? []).map((item) =>
    fieldAt(item, 'orderSectionItemNo'),
  )
  return [...own, ...items].map(({ value }) => code(value)).filter((value) => value !== null)
}

/** A number without a courier is a waybill nobody can tell: with it, no other could be registered. */
function readInvoice(invoice: Spot, notUnderstood: (spot: Spot) => void): Invoice | null {
  if (isEmpty(invoice.value)) return null
  const [number, courier] = [fieldAt(invoice, 'invoiceNo'), fieldAt(invoice, 'parcelCompanyIdx')]
  if (isRecord(invoice.value) && isEmpty(number.value)) return null
  const [invoiceNo, courierIdx] = [code(number.value), positiveNumber(courier.value)]
  if (invoiceNo === null) notUnderstood(isRecord(invoice.value) ? number : invoice)
  else if (courierIdx === null) notUnderstood(courier)
  return invoiceNo === null || courierIdx === null ? null : { courierIdx, invoiceNo }
}

function readReceiver(delivery: Spot): Receiver | null {
  if (!isRecord(delivery.value)) return null
  const text = (name: string): string => shownText(fieldAt(delivery, name).value)
  const local = [text('addr1'), text('addr2')]
  const abroad = [text('street'), text('building'), text('city'), text('state')]
  return {
    name: text('receiverName'),
    phone: text('receiverCall'),
    zipcode: text('zipcode'),
    address: (local[0] === '' ? abroad : local).filter((part) => part !== '').join(' '),
    memo: text('memo'),
    entranceCode: text('commonEntrancePassword'),
  }
}
