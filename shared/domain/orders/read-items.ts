import {
  code,
  entriesOf,
  fieldAt,
  isEmpty,
  isRecord,
  quantity,
  shownText,
  yesOrNo,
  type Reader,
  type Spot,
} from './fields.ts'
import type { Product, SectionItem } from './order.ts'

/** A section's items; each field that a unit is told by must be understood, and no two items have one number. */
export function readItems(list: Spot, notUnderstood: (spot: Spot) => void): SectionItem[] {
  const entries = entriesOf(list) ?? []
  if (entries.length === 0) notUnderstood(list)
  const items: SectionItem[] = []
  for (const entry of entries) {
    const item = readItem(entry, notUnderstood)
    if (item === null) continue
    if (items.some(({ itemNo }) => itemNo === item.itemNo))
      notUnderstood(fieldAt(entry, 'orderSectionItemNo'))
    else items.push(item)
  }
  return items
}

function readItem(entry: Spot, notUnderstood: (spot: Spot) => void): SectionItem | null {
  const odd: Spot[] = []
  const need = <T>(name: string, reader: Reader<T>): T | null => {
    const spot = fieldAt(entry, name)
    const value = reader(spot.value)
    if (value === null) odd.push(spot)
    return value
  }
  const itemNo = need('orderSectionItemNo', code)
  const orderItemCode = need('orderItemCode', code)
  const qty = need('qty', quantity)
  const product = readProduct(fieldAt(entry, 'productInfo'), orderItemCode ?? '', (spot) => odd.push(spot))
  const gift = yesOrNo(fieldAt(entry, 'isPromotion').value) ?? false
  for (const spot of odd) notUnderstood(spot)
  if (odd.length > 0 || itemNo === null || orderItemCode === null || qty === null) return null
  return { itemNo, orderItemCode, qty, gift, product }
}

const nameless = (orderItemCode: string): Product => ({
  key: orderItemCode,
  name: orderItemCode,
  options: [],
  optionSku: null,
  productSku: null,
  ownCode: null,
})

/**
 * The product of an item. Its number and codes tell it from others; an item without any product is packed by hand. Where
 * nothing understood tells its variant, it is of the same kind as no other.
 */
function readProduct(info: Spot, orderItemCode: string, notUnderstood: (spot: Spot) => void): Product {
  if (isEmpty(info.value)) return nameless(orderItemCode)
  if (!isRecord(info.value)) {
    notUnderstood(info)
    return nameless(orderItemCode)
  }
  const optional = (name: string): string | null => {
    const spot = fieldAt(info, name)
    const value = code(spot.value)
    if (value === null && !isBlank(spot.value)) notUnderstood(spot)
    return value
  }
  const number = fieldAt(info, 'prodNo')
  const prodNo = code(number.value)
  if (prodNo === null) notUnderstood(number)
  const optionInfo = fieldAt(info, 'optionInfo').value
  const options = optionsOf(optionInfo)
  const told = isEmpty(optionInfo) || isRecord(optionInfo)
  const variant =
    optional('optionDetailCode') ?? (told ? options.map(({ value }) => value).join('/') : orderItemCode)
  return {
    key: `${prodNo ?? ''}:${variant}`,
    name: shownText(fieldAt(info, 'prodName').value) || orderItemCode,
    options,
    optionSku: optional('optionSkuNo'),
    productSku: optional('prodSkuNo'),
    ownCode: optional('customProdCode'),
  }
}

const isBlank = (value: unknown): boolean =>
  isEmpty(value) || (typeof value === 'string' && value.trim() === '')

/** `{name: value}`; anything else is as good as no options. */
const optionsOf = (info: unknown): Product['options'] =>
  isRecord(info)
    ? Object.entries(info).map(([name, value]) => ({ name: shownText(name), value: shownText(value) }))
    : []
