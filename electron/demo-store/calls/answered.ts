import type { Assumptions } from '../assumptions.ts'
import type { Order, Section, SectionItem } from '../order-document.ts'

const orderBlanks = nulls(['channelOrderNo', 'memberCode', 'memberUid', 'unipassNumber', 'device'])
const sectionBlanks = nulls([
  ...['deliverySendTime', 'deliveryCompleteTime', 'orderDeliveryCode', 'shippingServiceCode', 'pickupMemo'],
  ...['delivery', 'invoice', 'cancelInfo', 'returnInfo', 'exchangeInfo'],
])
const itemBlanks = nulls(['channelOrderItemNo', 'channelOrderItemMemo', 'possibleClaimType'])
const productBlanks = nulls([
  ...['optionDetailCode', 'optionInfo', 'optionInfoList', 'prodSkuNo', 'optionSkuNo', 'customProdCode'],
  ...['origin', 'maker', 'brand'],
])

function nulls(names: readonly string[]): Record<string, null> {
  return Object.fromEntries(names.map((name) => [name, null]))
}

/** An item as it is answered: as it is kept, or with null for what it has no value for. */
export const answeredItem = (item: SectionItem, assumptions: Assumptions): object =>
  assumptions.emptyFields === 'missing'
    ? item
    : { ...itemBlanks, ...item, productInfo: { ...productBlanks, ...item.productInfo } }

export const answeredSection = (section: Section, assumptions: Assumptions): object =>
  assumptions.emptyFields === 'missing'
    ? section
    : {
        ...sectionBlanks,
        ...section,
        sectionItems: section.sectionItems.map((it) => answeredItem(it, assumptions)),
      }

export const answeredOrder = (order: Order, assumptions: Assumptions): object =>
  assumptions.emptyFields === 'missing'
    ? order
    : { ...orderBlanks, ...order, sections: order.sections.map((s) => answeredSection(s, assumptions)) }
