import type { QueueFilters } from '../../../shared/contract/queue.ts'
import { useText } from '../../i18n/language.ts'
import { useSnapshot } from '../../state/desk-context.ts'
import { FilterChip } from '../../ui/chip.tsx'
import { chipsOf } from './filters.ts'
import styles from './filter-panel.module.css'

type FilterChipsProps = { filters: QueueFilters; hits: number; onChange: (filters: QueueFilters) => void }

/** The filters in force, each to be taken off by pressing it, and how many orders are left. */
export function FilterChips({ filters, hits, onChange }: FilterChipsProps) {
  const t = useText()
  const couriers = useSnapshot((snapshot) => snapshot.couriers)
  const chips = chipsOf(filters, couriers, t)
  if (chips.length === 0) return null
  return (
    <div className={styles.chips}>
      {chips.map(({ key, name, without }) => (
        <FilterChip
          key={key}
          testId={`chip-${key}`}
          aria-label={t('queue.filter.remove', { name })}
          title={name}
          onClick={() => {
            onChange(without)
          }}
        >
          {name}
        </FilterChip>
      ))}
      <p role="status" className={styles.hits}>
        {t('queue.filter.hits', { count: hits })}
      </p>
    </div>
  )
}
