import type { Call } from '../context.ts'
import { StoreError } from '../errors.ts'
import type { Order, SectionItem, StoredOrder } from '../order-document.ts'

export const isOutsideChannel = (order: Order): boolean => order.saleChannel !== 'IMWEB'

/**
 * What stands in the way of writing to an order of an outside channel: nothing can be written to KAKAO_GIFT (30119).
 * Orders of the shop itself always pass.
 */
export const checkChannel = (order: Order): void => {
  if (order.saleChannel === 'KAKAO_GIFT') throw new StoreError(30119)
}

/** An outside line without its channel's number cannot be told to the channel (30139). */
export const checkChannelLink = (call: Call, order: Order, items: readonly SectionItem[]): void => {
  if (!isOutsideChannel(order) || !call.operation.errors.includes(30139)) return
  if (items.some((it) => it.channelOrderItemNo === undefined)) throw new StoreError(30139)
}

/** The moment an outside channel would be told; it fails there when the shop said so (30137). */
export const tellChannel = (call: Call, stored: StoredOrder): void => {
  if (!isOutsideChannel(stored.order) || !stored.hidden.channelFails) return
  if (call.operation.errors.includes(30137)) throw new StoreError(30137)
}
