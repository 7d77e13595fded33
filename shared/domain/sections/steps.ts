import type { SectionStatus } from './status.ts'

/** The three statuses a shipping operation can ask for, in the order a parcel goes through them. */
export const shippingTargets = ['SHIPPING_READY', 'SHIPPING', 'SHIPPING_COMPLETE'] as const

export type ShippingTarget = (typeof shippingTargets)[number]

/** How far a section has come on its way to the receiver. */
export type ShippingStage = 'PREPARATION' | 'READY' | 'SHIPPING' | 'COMPLETE' | 'CONFIRMED'

const stages: Partial<Record<SectionStatus, ShippingStage>> = {
  PRODUCT_PREPARATION: 'PREPARATION',
  SHIPPING_READY: 'READY',
  SHIPPING: 'SHIPPING',
  SHIPPING_COMPLETE: 'COMPLETE',
  PURCHASE_CONFIRMATION: 'CONFIRMED',
  EXCHANGE_PRODUCT_PREPARATION: 'PREPARATION',
  EXCHANGE_SHIPPING_READY: 'READY',
  EXCHANGE_SHIPPING: 'SHIPPING',
  EXCHANGE_SHIPPING_COMPLETE: 'COMPLETE',
  EXCHANGE_PURCHASE_CONFIRMATION: 'CONFIRMED',
}

/** The stage of a status, first dispatch and exchange dispatch alike; undefined while a claim decides about it. */
export const shippingStageOf = (status: SectionStatus): ShippingStage | undefined => stages[status]

const allowedEdges: Record<SectionStatus, readonly SectionStatus[]> = {
  PRODUCT_PREPARATION: ['SHIPPING_READY', 'CANCEL_REQUEST'],
  SHIPPING_READY: ['SHIPPING', 'CANCEL_REQUEST'],
  SHIPPING: ['SHIPPING_COMPLETE', 'RETURN_REQUEST', 'EXCHANGE_REQUEST'],
  SHIPPING_COMPLETE: ['PURCHASE_CONFIRMATION', 'RETURN_REQUEST', 'EXCHANGE_REQUEST'],
  PURCHASE_CONFIRMATION: [],
  CANCEL_REQUEST: ['CANCEL_COMPLETE', 'PRODUCT_PREPARATION', 'SHIPPING'],
  CANCEL_COMPLETE: [],
  RETURN_REQUEST: ['RETURN_COMPLETE', 'SHIPPING_COMPLETE'],
  RETURN_COMPLETE: [],
  EXCHANGE_REQUEST: ['EXCHANGE_PRODUCT_PREPARATION', 'EXCHANGE_COMPLETE', 'SHIPPING_COMPLETE'],
  EXCHANGE_COMPLETE: [],
  EXCHANGE_PRODUCT_PREPARATION: ['EXCHANGE_SHIPPING_READY'],
  EXCHANGE_SHIPPING_READY: ['EXCHANGE_SHIPPING'],
  EXCHANGE_SHIPPING: ['EXCHANGE_SHIPPING_COMPLETE', 'RETURN_REQUEST'],
  EXCHANGE_SHIPPING_COMPLETE: ['EXCHANGE_PURCHASE_CONFIRMATION', 'RETURN_REQUEST'],
  EXCHANGE_PURCHASE_CONFIRMATION: [],
}

/** Where a section may go next. The only edge from a cancel request to 배송중 is a refused cancel of an outside channel. */
export const nextStatuses = (from: SectionStatus): readonly SectionStatus[] => allowedEdges[from]

/** Whether a section may go from one status straight to another. Staying is not a move. */
export const canBecome = (from: SectionStatus, to: SectionStatus): boolean => allowedEdges[from].includes(to)

/** Whether a section has reached a status from which nothing more happens to it. */
export const hasEnded = (status: SectionStatus): boolean => allowedEdges[status].length === 0

/** Whether a section travels for the second time, after an approved exchange. */
export const isExchangeDispatch = (status: SectionStatus): boolean =>
  status.startsWith('EXCHANGE_') && shippingStageOf(status) !== undefined

const exchangeTargets: Record<ShippingTarget, SectionStatus> = {
  SHIPPING_READY: 'EXCHANGE_SHIPPING_READY',
  SHIPPING: 'EXCHANGE_SHIPPING',
  SHIPPING_COMPLETE: 'EXCHANGE_SHIPPING_COMPLETE',
}

/** The status a shipping operation leads to: a section being exchanged goes through the EXCHANGE_ twin of the one asked for. */
export const shippingStatusFor = (from: SectionStatus, target: ShippingTarget): SectionStatus =>
  isExchangeDispatch(from) ? exchangeTargets[target] : target
