import type { PaymentStatus } from '../../shared/domain/orders/payment-status.ts'
import type { SectionStatus } from '../../shared/domain/sections/status.ts'

/** The documents the store keeps and answers with; field names and presence are the order system's. */
type YesNo = 'Y' | 'N'

export type SaleChannel =
  'IMWEB' | 'NAVERPAY_ORDER' | 'TALKCHECKOUT' | 'SMARTSTORE' | 'KAKAO_GIFT' | 'COUPANG'

export interface ProductInfo {
  prodNo: number
  optionDetailCode?: string
  isIndividualOption: YesNo
  prodName: string
  baseItemPrice: number
  itemPrice: number
  isTaxFree: YesNo
  weight: number
  isRequireOption: YesNo
  optionInfo?: Record<string, string>
  optionInfoList?: string[][]
  prodSkuNo?: string
  optionSkuNo?: string
  customProdCode?: string
  shippingPlaceCode?: string
  returnableDay: number
  origin?: string
  maker?: string
  brand?: string
}

export interface SectionItem {
  orderSectionItemNo: string
  orderItemCode: string
  channelOrderItemNo?: string
  channelOrderItemMemo?: string
  qty: number
  gradeDiscount: number
  itemCouponDiscount: number
  itemPointAmount: number
  itemPromotionDiscount: number
  isRestock: YesNo
  possibleClaimType?: 'cancel' | 'return'
  productInfo: ProductInfo
  isPromotion: YesNo
}

export interface Delivery {
  receiverName: string
  receiverCall: string
  zipcode: string
  addr1?: string
  addr2?: string
  country: string
  countryName?: string
  memo?: string
  commonEntrancePassword?: string | null
}

export interface Invoice {
  invoiceNo: string
  parcelCompanyIdx: number
  deliveryStatus: 'PLAN_TO_DELIVERY' | 'DELIVERING' | 'DELIVERY_COMPLETED' | 'ERROR'
  inputType: 'DIRECT' | 'GOODSFLOW' | 'EXCEL' | 'ORDERER_DIRECT' | 'EXTERNAL_CHANNEL'
  isTracking: YesNo
  isReturn: YesNo
}

export interface CancelInfo {
  isCustomerRequest: YesNo
  cancelReason: string
  cancelReasonDetail?: string
  refundPriceType: 'ACTUAL_PAYMENTS_PRICE' | 'CUSTOM_REFUND_PRICE'
  deliveryExtraPrice: number
  etcPrice: number
  refundAmount: number
  refundTaxFreeAmount: number
  refundPoint: number
  isRefund: YesNo
  availableExcludeRefundAmount: number
  availableExcludeRefundPoint: number
  isAlternativeRefund: YesNo
  cancelRequestTime: string
}

type RetrieveType =
  | 'AUTO_RETRIEVE_REQUEST'
  | 'SENDING_BY_CUSTOMER'
  | 'ETC'
  | 'MANUAL_RETRIEVE_REQUEST'
  | 'RETRIEVE_INFO_PENDING'

interface Retrieval {
  invoiceNo?: string
  parcelCompanyIdx: number
  deliveryStatus?: Invoice['deliveryStatus']
  retrieveType?: RetrieveType
  retrievePayType?: 'CREDIT' | 'PREPAYMENT' | 'CASH_ON_DELIVERY' | 'ETC'
  isRetrieved: YesNo
}

export interface ReturnInfo extends Retrieval {
  returnReason: string
  returnReasonDetail?: string
  isExchange: YesNo
  isRefund: YesNo
  availableExcludeRefundAmount: number
  availableExcludeRefundPoint: number
  returnRequestTime: string
}

export interface ExchangeInfo extends Retrieval {
  exchangeReason: string
  exchangeReasonDetail?: string
  exchangeRequestTime: string
}

export interface Section {
  orderSectionNo: string
  orderSectionCode: string
  orderSectionStatus: SectionStatus
  isDeliveryHold: YesNo
  deliveryPrice: number
  deliveryIslandPrice: number
  deliveryExtraPrice: number
  deliveryCouponDiscount: number
  deliveryPointAmount: number
  deliveryType: 'NO_DELIVERY' | 'PARCEL' | 'DOWNLOAD' | 'DIRECT' | 'QUICK' | 'VISIT' | 'CVS'
  deliveryPayType: 'NO_PRICE' | 'PRICE' | 'DELIVERY_PRICE_AFTER'
  deliverySendTime?: string
  deliveryCompleteTime?: string
  orderDeliveryCode?: string
  shippingServiceCode?: string
  pickupMemo?: string
  sectionItems: readonly SectionItem[]
  delivery?: Delivery
  invoice?: Invoice
  cancelInfo?: CancelInfo
  returnInfo?: ReturnInfo
  exchangeInfo?: ExchangeInfo
}

export interface Payment {
  paymentNo: string
  pgName?: string
  isCancel: YesNo
  method: string
  paymentStatus: PaymentStatus
  paidPrice: number
  taxFreePrice: number
  paymentCompleteTime?: string
  bankTransfer?: {
    bankName: string
    bankAccount: string
    bankAccountHolder: string
    depositorName: string
    depositCompletedTime?: string
    depositExpiryTime?: string
  }
}

export interface Order {
  orderNo: number
  saleChannel: SaleChannel
  channelOrderNo?: string
  isMember: YesNo
  isSubscription: YesNo
  isGift: YesNo
  memberCode?: string
  memberUid?: string
  orderType: 'SHOPPING' | 'DIGITAL' | 'GROUP_PASS'
  orderStatus: 'OPEN' | 'CLOSED'
  currency: string
  baseItemPrice: number
  itemPrice: number
  gradeDiscount: number
  itemCouponDiscount: number
  itemPointAmount: number
  deliveryPrice: number
  deliveryIslandPrice: number
  deliveryExtraPrice: number
  deliveryCouponDiscount: number
  deliveryPointAmount: number
  totalPrice: number
  totalPaymentPrice: number
  totalDeliveryPrice: number
  totalDiscountPrice: number
  totalPoint: number
  totalRefundedPrice: number
  totalRefundPendingPrice: number
  totalRefundedPoint: number
  totalRefundPendingPoint: number
  ordererName: string
  ordererEmail?: string
  ordererCall?: string
  isFirst: YesNo
  isCancelReq: YesNo
  isRequestPayment: YesNo
  device?: 'PC' | 'MOBILE'
  country: string
  wtime: string
  adminUrl: string
  sections: readonly Section[]
  payments: readonly Payment[]
  formData?: readonly OrderForm[]
}

interface OrderForm {
  formConfigCode: string
  inputType: 'TEXT' | 'TEXTAREA' | 'RADIO' | 'SELECT' | 'CHECKBOX' | 'DATE' | 'TIME' | 'FILE'
  isRequire: YesNo
  title: string
  value: string[]
}

/** What the shop knows of a section and never answers. */
export interface HiddenSection {
  /** Something else works on this section until then (ms epoch): 30118. */
  busyUntil?: number
  /** The shop holds the return back: 30190. */
  isReturnHeld?: boolean
  /** Options asked for in an exchange request, by item number. */
  exchangeOptions?: Record<string, string>
}

export interface StoredOrder {
  order: Order
  hidden: {
    unitCode: string
    /** Left the checkout before paying; only listed with `includeOrderPending`. */
    isPending: boolean
    /** Contains a product that is not linked: never answered (30273). */
    hasUnlinkedProduct: boolean
    /** Sold by a shop in the shop: single coupons cannot be returned (30178). */
    isShopInShop: boolean
    /** The next write that must be told to the outside channel fails there (30137). */
    channelFails: boolean
    coupons: { couponCode: string; couponName: string }[]
    sections: Record<string, HiddenSection>
  }
}
