import type { ItemQuantity } from '../../../shared/domain/sections/shapes.ts'
import { dividesAnItem, isWholeSection } from '../../../shared/domain/sections/split.ts'
import type { ShippingTarget } from '../../../shared/domain/sections/steps.ts'
import { isExchangeDispatch, shippingStageOf } from '../../../shared/domain/sections/steps.ts'
import type { Call } from '../context.ts'
import { StoreError } from '../errors.ts'
import { firstListed } from '../operations/index.ts'
import type { Order, Section, StoredOrder } from '../order-document.ts'
import { isOutsideChannel } from './channel.ts'
import type { InvoiceInput } from './invoice-rules.ts'

/** What a shipping call wants of one section. */
export interface ShippingWish {
  readonly target: ShippingTarget
  /** Undefined for the whole section. */
  readonly part: readonly ItemQuantity[] | undefined
  readonly invoice: InvoiceInput | undefined
}

/** Refuses a section that something else works on (30118). */
export const checkNotBusy = (call: Call, stored: StoredOrder, section: Section): void => {
  const until = stored.hidden.sections[section.orderSectionCode]?.busyUntil ?? 0
  if (until > call.context.now() && call.operation.errors.includes(30118)) throw new StoreError(30118)
}

const refusals: Record<ShippingTarget, { already: number; else: number }> = {
  SHIPPING_READY: { already: 30108, else: 30077 },
  SHIPPING: { already: 30109, else: 30084 },
  SHIPPING_COMPLETE: { already: 30110, else: 30142 },
}

const stageOfTarget = {
  SHIPPING_READY: 'READY',
  SHIPPING: 'SHIPPING',
  SHIPPING_COMPLETE: 'COMPLETE',
} as const
const stageBefore = {
  SHIPPING_READY: 'PREPARATION',
  SHIPPING: 'READY',
  SHIPPING_COMPLETE: 'SHIPPING',
} as const

/** One step at a time: 상품준비, 배송대기, 배송중, 배송완료. 30108, 30109, 30110 when there already; 30077, 30084, 30090, 30142. */
export const checkStep = (call: Call, section: Section, target: ShippingTarget): void => {
  const stage = shippingStageOf(section.orderSectionStatus)
  const refusal = refusals[target]
  if (stage === stageOfTarget[target]) throw new StoreError(refusal.already)
  if (target === 'SHIPPING' && stage === 'PREPARATION') throw new StoreError(30090)
  if (stage !== stageBefore[target]) throw new StoreError(refusal.else)
  const { exchangeShipping, heldSectionShipping } = call.context.assumptions
  if (isExchangeDispatch(section.orderSectionStatus) && exchangeShipping === 'refuse') {
    throw new StoreError(refusal.else)
  }
  const isHeld = section.isDeliveryHold === 'Y' && target !== 'SHIPPING_COMPLETE'
  if (isHeld && heldSectionShipping === 'refuse') throw new StoreError(refusal.else)
}

/** Part of a section only on the way to 배송대기: 30187, 30138, 30087; outside channels take no part quantities. */
export const checkPart = (call: Call, order: Order, section: Section, wish: ShippingWish): void => {
  const { part, target } = wish
  if (part === undefined) return
  if (target === 'SHIPPING_COMPLETE') throw new StoreError(30087)
  const isDivided = dividesAnItem(section, part)
  if (isDivided && isOutsideChannel(order)) throw new StoreError(firstListed(call.operation, [30133, 30119]))
  if (target === 'SHIPPING') {
    if (isDivided && call.context.assumptions.partQuantityNeedsReady === 'asked') {
      throw new StoreError(firstListed(call.operation, [30187, 30138]))
    }
    const takesWhole = call.context.assumptions.wholeListWithShipping === 'accept'
    if (!takesWhole || !isWholeSection(section, part)) throw new StoreError(30138)
  }
  if (isDivided && call.context.assumptions.partQuantityNeedsReady === 'had') {
    throw new StoreError(firstListed(call.operation, [30187, 30077]))
  }
}

/** An invoice goes with 배송중 only (30085), once (30068), and a parcel does not leave without one (30095, 30136). */
export const checkShippingInvoice = (
  call: Call,
  order: Order,
  section: Section,
  wish: ShippingWish,
): void => {
  if (wish.target !== 'SHIPPING') {
    if (wish.invoice !== undefined) throw new StoreError(30085)
    return
  }
  const isOutside = isOutsideChannel(order)
  const isInTime = !isOutside || call.context.assumptions.channelInvoiceInShippingCall === 'accept'
  if (section.invoice === undefined && section.deliveryType === 'PARCEL') {
    if (isOutside && (wish.invoice === undefined || !isInTime)) throw new StoreError(30136)
    if (wish.invoice === undefined) throw new StoreError(30095)
  }
  if (section.invoice !== undefined && wish.invoice !== undefined) throw new StoreError(30068)
}
