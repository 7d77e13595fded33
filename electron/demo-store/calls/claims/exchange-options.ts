import type { ItemQuantity } from '../../../../shared/domain/sections/shapes.ts'
import type { Call } from '../../context.ts'
import { StoreError } from '../../errors.ts'
import { productInfoOf } from '../../seed/compose-items.ts'
import type { Section, SectionItem, StoredOrder } from '../../order-document.ts'
import { missingItem } from '../find.ts'

/** The option an item is to be exchanged for. */
export interface OptionWish {
  readonly orderSectionItemNo: string
  readonly optionDetailCodes: readonly string[]
}

const otherOption = (call: Call, item: SectionItem, wish: OptionWish, qty: number): string => {
  const [code, ...more] = wish.optionDetailCodes
  if (item.isPromotion === 'Y' || item.productInfo.isRequireOption === 'N') throw new StoreError(30200)
  const good = call.context.catalogue.goods.find((g) => g.optionDetailCode === code)
  if (code === undefined || more.length > 0 || good?.prodNo !== item.productInfo.prodNo)
    throw new StoreError(30198)
  if (good.stock < qty) throw new StoreError(30197)
  return code
}

const isAskedFor = (stored: StoredOrder, orderItemCode: string, code: string): boolean =>
  stored.order.sections.some(
    (s) =>
      s.orderSectionStatus === 'EXCHANGE_REQUEST' &&
      stored.hidden.sections[s.orderSectionCode]?.exchangeOptions?.[orderItemCode] === code,
  )

/**
 * Reads which options the items of a section are to be exchanged for, by order line. 30198 for an option the product does
 * not have, 30197 for one short of stock, 30200 for an item that has no options, 30199 for one asked for already.
 */
export const readOptionWishes = (
  call: Call,
  stored: StoredOrder,
  section: Section,
  wishes: readonly OptionWish[],
  part: readonly ItemQuantity[] | undefined,
): Record<string, string> => {
  const options: Record<string, string> = {}
  for (const wish of wishes) {
    const item = section.sectionItems.find((it) => it.orderSectionItemNo === wish.orderSectionItemNo)
    if (item === undefined) throw missingItem(call)
    const asked = part?.find((p) => p.orderSectionItemNo === wish.orderSectionItemNo)?.qty ?? item.qty
    const code = otherOption(call, item, wish, asked)
    if (item.orderItemCode in options || isAskedFor(stored, item.orderItemCode, code))
      throw new StoreError(30199)
    options[item.orderItemCode] = code
  }
  return options
}

/** The section with the options asked for in place of the old ones; what the customer paid stays. */
export const withExchangedOptions = (call: Call, stored: StoredOrder, section: Section): Section => {
  const options = stored.hidden.sections[section.orderSectionCode]?.exchangeOptions ?? {}
  return {
    ...section,
    sectionItems: section.sectionItems.map((item) => {
      const code = options[item.orderItemCode]
      const good = call.context.catalogue.goods.find((g) => code !== undefined && g.optionDetailCode === code)
      if (good === undefined) return item
      const { itemPrice, baseItemPrice, shippingPlaceCode } = item.productInfo
      return {
        ...item,
        productInfo: { ...productInfoOf(good, shippingPlaceCode ?? ''), itemPrice, baseItemPrice },
      }
    }),
  }
}

/** Remembers, or forgets, the options of a section until the exchange is decided. */
export const withWishes = (
  stored: StoredOrder,
  orderSectionCode: string,
  options: Record<string, string> | undefined,
): StoredOrder => {
  const { exchangeOptions: _before, ...secrets } = stored.hidden.sections[orderSectionCode] ?? {}
  const kept = options === undefined ? secrets : { ...secrets, exchangeOptions: options }
  return {
    ...stored,
    hidden: { ...stored.hidden, sections: { ...stored.hidden.sections, [orderSectionCode]: kept } },
  }
}
