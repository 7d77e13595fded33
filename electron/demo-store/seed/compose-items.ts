import { formatItemNo } from '../../../shared/domain/sections/numbering.ts'
import type { ProductInfo, SectionItem } from '../order-document.ts'
import { hex } from '../state/codes.ts'
import type { Good } from './good.ts'

/** The `productInfo` of a good; the fields it has no value for are left out. */
export const productInfoOf = (good: Good, shippingPlaceCode: string): ProductInfo => ({
  prodNo: good.prodNo,
  isIndividualOption: 'N',
  prodName: good.name,
  baseItemPrice: good.price,
  itemPrice: good.price,
  isTaxFree: good.isTaxFree === true ? 'Y' : 'N',
  weight: good.weight,
  isRequireOption: good.option === undefined ? 'N' : 'Y',
  returnableDay: 7,
  shippingPlaceCode,
  ...(good.optionDetailCode === undefined ? {} : { optionDetailCode: good.optionDetailCode }),
  ...(good.option === undefined
    ? {}
    : {
        optionInfo: good.option,
        optionInfoList: Object.entries(good.option).map(([name, value]) => [name, value]),
      }),
  ...(good.prodSkuNo === undefined ? {} : { prodSkuNo: good.prodSkuNo }),
  ...(good.optionSkuNo === undefined ? {} : { optionSkuNo: good.optionSkuNo }),
  ...(good.customProdCode === undefined ? {} : { customProdCode: good.customProdCode }),
  ...(good.origin === undefined ? {} : { origin: good.origin }),
  ...(good.maker === undefined ? {} : { maker: good.maker }),
  ...(good.brand === undefined ? {} : { brand: good.brand }),
})

export interface ItemPlan {
  readonly good: Good
  readonly qty: number
  readonly isGift: boolean
  readonly shippingPlaceCode: string
  /** Set for orders of an outside channel. */
  readonly channelOrderItemNo?: string
}

/** The nth item of an order. */
export const composeItem = (
  plan: ItemPlan,
  orderNo: number,
  n: number,
  random: () => number,
): SectionItem => ({
  orderSectionItemNo: formatItemNo(orderNo, n),
  orderItemCode: `oi${String(orderNo).slice(0, 8)}${hex(random, 12)}`,
  ...(plan.channelOrderItemNo === undefined ? {} : { channelOrderItemNo: plan.channelOrderItemNo }),
  qty: plan.qty,
  gradeDiscount: 0,
  itemCouponDiscount: 0,
  itemPointAmount: 0,
  itemPromotionDiscount: 0,
  isRestock: 'N',
  productInfo: productInfoOf(plan.good, plan.shippingPlaceCode),
  isPromotion: plan.isGift ? 'Y' : 'N',
})
