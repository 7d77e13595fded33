/** A section's status, in imweb's own words (`orderSectionStatus`), in the order a parcel goes through them. */
export const sectionStatuses = [
  'PRODUCT_PREPARATION',
  'SHIPPING_READY',
  'SHIPPING',
  'SHIPPING_COMPLETE',
  'PURCHASE_CONFIRMATION',
  'CANCEL_REQUEST',
  'CANCEL_COMPLETE',
  'RETURN_REQUEST',
  'RETURN_COMPLETE',
  'EXCHANGE_REQUEST',
  'EXCHANGE_COMPLETE',
  'EXCHANGE_PRODUCT_PREPARATION',
  'EXCHANGE_SHIPPING_READY',
  'EXCHANGE_SHIPPING',
  'EXCHANGE_SHIPPING_COMPLETE',
  'EXCHANGE_PURCHASE_CONFIRMATION',
] as const

export type SectionStatus = (typeof sectionStatuses)[number]

/** A section in one of these waits for its box: 상품준비, 배송대기. */
export const statusesToShip = ['PRODUCT_PREPARATION', 'SHIPPING_READY'] as const satisfies SectionStatus[]

export const isToShip = (status: SectionStatus): boolean => statusesToShip.some((each) => each === status)
