import { ListFilter } from 'lucide-react'
import { useId, useState } from 'react'
import { useText } from '../../i18n/language.ts'
import { useActions, useDeskState } from '../../state/desk-context.ts'
import { queueSearchId, shortcuts } from '../../state/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { FilterChips } from './filter-chips.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { chipsOf, noFilters } from './filters.ts'
import { Views } from './views.tsx'
import styles from './queue-panel.module.css'

/** What the queue is looked through with. `onDown`: leads into the list; whether it could. */
export function QueueTools({ onDown }: { onDown: () => boolean }) {
  const t = useText()
  const { askQueue } = useActions()
  const panel = useId()
  const [open, setOpen] = useState(false)
  const queue = useDeskState((state) => state.queue)
  const { search, show, filters = noFilters } = useDeskState((state) => state.queueAsk)
  const inForce = chipsOf(filters, [], t).length
  const filter = (changed: typeof filters): void => {
    askQueue({ filters: changed })
  }
  return (
    <div
      className={styles.tools}
      onKeyDown={(event) => {
        const inSelect = event.target instanceof HTMLSelectElement
        if (event.key === 'ArrowDown' && !inSelect && onDown()) event.preventDefault()
        if (event.key === 'Escape' && open) setOpen(false)
      }}
    >
      <div className={styles.find}>
        <SearchField
          id={queueSearchId}
          label={t('queue.search')}
          testId="queue-search"
          shortcut={shortcuts.searchQueue}
          value={search}
          onText={(text) => {
            askQueue({ search: text })
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            askQueue({ search: '' })
            event.currentTarget.blur()
          }}
        />
        <Button
          className={`${styles.filter} ${inForce > 0 ? styles.filtered : ''}`}
          data-testid="queue-filter"
          aria-expanded={open}
          aria-controls={panel}
          aria-label={inForce === 0 ? t('queue.filter') : t('queue.filter.count', { count: inForce })}
          title={t('queue.filter')}
          onClick={() => {
            setOpen(!open)
          }}
        >
          <ListFilter aria-hidden="true" />
          {inForce === 0 ? null : <strong aria-hidden="true">{inForce}</strong>}
        </Button>
      </div>
      {open ? <FilterPanel id={panel} filters={filters} onChange={filter} /> : null}
      <FilterChips filters={filters} hits={queue?.total ?? 0} onChange={filter} />
      <Views
        show={show}
        counts={queue?.counts ?? null}
        onChoose={(chosen) => {
          askQueue({ show: chosen })
        }}
      />
    </div>
  )
}
