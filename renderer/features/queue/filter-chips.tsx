import { X } from 'lucide-react'
import type { QueueFilters } from '../../../shared/contract/queue.ts'
import { useText } from '../../i18n/language.ts'
import { useSnapshot } from '../../state/desk-context.ts'
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
        <button
          key={key}
          type="button"
          className={styles.chip}
          data-testid={`chip-${key}`}
          aria-label={t('queue.filter.remove', { name })}
          title={name}
          onClick={() => {
            onChange(without)
          }}
        >
          <span>{name}</span>
          <X aria-hidden="true" />
        </button>
      ))}
      <p role="status" className={styles.hits}>
        {t('queue.filter.hits', { count: hits })}
      </p>
    </div>
  )
}
