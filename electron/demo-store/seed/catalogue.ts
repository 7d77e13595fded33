import { z } from 'zod'
import shop from '../../../resources/demo/shop.json' with { type: 'json' }
import { goodSchema, type Good } from './good.ts'
import { wideGoods } from './wide-goods.ts'
import { sectionStatuses } from '../../../shared/domain/sections/status.ts'

const unit = z.object({
  unitCode: z.string(),
  name: z.string(),
  currency: z.string(),
  langCode: z.string(),
  currencyFormat: z.enum(['char', 'char2', 'char3', 'left', 'right', 'none', 'currency']),
  isDefault: z.enum(['Y', 'N']),
  companyName: z.string(),
  presidentName: z.string(),
  phone: z.string(),
  email: z.string(),
  address1: z.string(),
  address2: z.string(),
  companyRegistrationNo: z.string(),
  primaryDomain: z.string().optional(),
})

const address = z.object({ address: z.string(), detailAddress: z.string(), postCode: z.string() })

const shippingPlace = z.object({
  shippingPlaceCode: z.string(),
  shippingPlaceName: z.string(),
  country: z.string(),
  addressData: address,
  returnAddressData: address,
  callNum: z.string(),
})

const line = z.tuple([z.string(), z.number().int().positive()])

const sectionPlan = z.object({
  status: z.enum(sectionStatuses),
  lines: z.array(line),
  /** Invoice number and courier idx. */
  invoice: z.tuple([z.string(), z.number()]).optional(),
  place: z.string().optional(),
})

/** An order told in a few words; `composeOrder` makes the whole document of it. */
const orderPlan = z.object({
  orderNo: z.number(),
  /** Age of the order when the shop is seeded. */
  minutesAgo: z.number(),
  about: z.string().optional(),
  orderer: z.string(),
  call: z.string(),
  receiver: z.string().optional(),
  receiverCall: z.string().optional(),
  zipcode: z.string(),
  addr1: z.string(),
  addr2: z.string(),
  memo: z.string().optional(),
  entrance: z.string().optional(),
  /** All in one section in 상품준비, unless `sections` says otherwise. */
  lines: z.array(line).optional(),
  sections: z.array(sectionPlan).optional(),
  gifts: z.array(line).optional(),
  payment: z.enum(['card', 'kakao', 'naver', 'bank', 'bank-unpaid', 'card-pending']).optional(),
  channel: z.enum(['NAVERPAY_ORDER', 'TALKCHECKOUT', 'SMARTSTORE', 'KAKAO_GIFT', 'COUPANG']).optional(),
  deliveryType: z.enum(['NO_DELIVERY', 'PARCEL', 'DOWNLOAD', 'DIRECT', 'QUICK', 'VISIT', 'CVS']).optional(),
  payPlace: z.enum(['after']).optional(),
  claim: z.enum(['cancel-request', 'cancel-complete', 'return-request', 'exchange-request']).optional(),
  hold: z.boolean().optional(),
  gift: z.boolean().optional(),
  unlinked: z.boolean().optional(),
  shopInShop: z.boolean().optional(),
  coupon: z.number().optional(),
  points: z.number().optional(),
  grade: z.number().optional(),
})

const shopFile = z.object({
  site: z.object({ siteCode: z.string(), ownerUid: z.string(), units: z.array(unit).min(1) }),
  menus: z.array(
    z.object({ isMainPage: z.boolean(), menuCode: z.string(), menuTitle: z.string(), url: z.string() }),
  ),
  parcelCompanies: z.array(
    z.object({ idx: z.number(), parcelCompanyCode: z.string(), countryCode: z.string(), name: z.string() }),
  ),
  shippingPlaces: z.array(shippingPlace).min(1),
  goods: z.array(goodSchema),
  orders: z.array(orderPlan),
})

export type OrderPlan = z.infer<typeof orderPlan>
export const orderPlanSchema = orderPlan

/** What the shop sells and where from; the same in every store. */
export type Catalogue = z.infer<typeof shopFile>

/** Reads `resources/demo/shop.json`, which is bundled, and puts the wide range beside its goods. */
export const readCatalogue = (): Catalogue => {
  const file = shopFile.parse(shop)
  return { ...file, goods: [...file.goods, ...wideGoods()] }
}

/** The thing sold under a key. Throws for a key the shop does not know. */
export const goodOf = (catalogue: Catalogue, key: string): Good => {
  const found = catalogue.goods.find((g) => g.key === key)
  if (found === undefined) throw new Error(`the demo shop sells nothing under the key ${key}`)
  return found
}

export const defaultUnitCode = (catalogue: Catalogue): string =>
  (catalogue.site.units.find((u) => u.isDefault === 'Y') ?? catalogue.site.units[0])?.unitCode ?? ''
