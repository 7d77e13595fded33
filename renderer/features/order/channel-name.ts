import { saleChannels } from '../../../shared/domain/orders/order.ts'
import type { Text } from '../../i18n/text.ts'

/** A sales channel by name; one that the desk does not know by the store's own word. */
export function channelName(word: string, t: Text): string {
  const known = saleChannels.find((channel) => channel === word)
  return known === undefined ? word : t(`channel.${known}`)
}
