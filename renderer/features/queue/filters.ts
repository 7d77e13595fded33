import { noFilters, type QueueFilters } from '../../../shared/contract/queue.ts'
import { saleChannels, type SaleChannel } from '../../../shared/domain/orders/order.ts'
import { standings } from '../../../shared/domain/orders/standing.ts'
import type { Text } from '../../i18n/text.ts'

/** How old an order has to be, in hours. */
export const ages = [4, 12, 24, 48, 72] as const

/** How an order that is still to be shipped can stand. */
export const waitingStandings = standings.filter(
  (standing) => standing !== 'done' && standing !== 'cancelled',
)

export const channels: readonly SaleChannel[] = saleChannels

/** One filter in force, in words, and the filters without it. */
export type Chip = { key: keyof QueueFilters; name: string; without: QueueFilters }

export function chipsOf(
  filters: QueueFilters,
  couriers: readonly { idx: number; name: string }[],
  t: Text,
): Chip[] {
  const { courierIdx, channel, standing, olderThanHours, item } = filters
  const names: [keyof QueueFilters, string | null][] = [
    ['item', item],
    [
      'courierIdx',
      courierIdx === null
        ? null
        : (couriers.find(({ idx }) => idx === courierIdx)?.name ?? String(courierIdx)),
    ],
    ['channel', channel === null ? null : t(`channel.${channel}`)],
    ['standing', standing === null ? null : t(`standing.${standing}`)],
    ['olderThanHours', olderThanHours === null ? null : ageWords(olderThanHours, t)],
  ]
  return names.flatMap(([key, name]) =>
    name === null ? [] : [{ key, name, without: { ...filters, [key]: null } }],
  )
}

/** Whole days as days. */
export const ageWords = (hours: number, t: Text): string =>
  hours % 24 === 0 ? t('queue.filter.days', { count: hours / 24 }) : t('queue.filter.hours', { count: hours })

export const isFiltered = (filters: QueueFilters): boolean =>
  Object.values(filters).some((value) => value !== null)

export { noFilters }
