import { readOrder } from '../../../shared/domain/orders/read-order.ts'
import { standOf } from '../../../shared/domain/orders/standing.ts'
import { document, itemDocument, orderNo, sectionDocument } from '../documents.ts'

export const read = (changes: Record<string, unknown> = {}) => readOrder(orderNo, document(changes))
export const withSection = (changes: Record<string, unknown>, ...others: Record<string, unknown>[]) =>
  read({ sections: [sectionDocument('os1', changes), ...others] })
export const withItem = (changes: Record<string, unknown>) =>
  withSection({ sectionItems: [itemDocument(changes)] })

/** What stands against packing the order, as `field = value`; null where nothing does. */
export const blocked = (order: ReturnType<typeof read>): string | null => {
  const stand = standOf(order)
  return stand.standing === 'unreadable' ? `${stand.odd.path} = ${stand.odd.value}` : stand.standing
}
