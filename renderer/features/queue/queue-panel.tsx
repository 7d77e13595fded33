import { PackageSearch } from 'lucide-react'
import { useRef } from 'react'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions, useDeskState, useSnapshot } from '../../state/desk-context.ts'
import { number } from '../../i18n/format.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { isFiltered, noFilters } from './filters.ts'
import { moveFocus } from '../../ui/move-focus.ts'
import { QueueItem } from './queue-item.tsx'
import { QueueTools } from './queue-tools.tsx'
import styles from './queue-panel.module.css'

/** The orders that wait for a packer. */
export function QueuePanel() {
  const t = useText()
  const language = useLanguage()
  const { run } = useActions()
  const queue = useDeskState((state) => state.queue)
  const { search, filters = noFilters } = useDeskState((state) => state.queueAsk)
  const queueCount = useSnapshot((snapshot) => snapshot.queueCount)
  const onDesk = useSnapshot((snapshot) => snapshot.desk?.orderNo ?? null)
  const packed = useSnapshot((snapshot) => snapshot.desk?.unitsDone ?? 0)
  const units = useSnapshot((snapshot) => snapshot.desk?.unitsNeeded ?? 0)
  const list = useRef<HTMLUListElement>(null)
  const open = (orderNo: string): void => {
    run('openOrder', { orderNo })
  }
  const rows = queue?.rows ?? []
  const hidden = (queue?.total ?? 0) - rows.length
  return (
    <section aria-label={t('queue.label')} className={styles.panel}>
      <h2 className={styles.heading}>
        {t('queue.label')}
        <span className={styles.total}>{number(language, queueCount)}</span>
      </h2>
      <QueueTools onDown={() => moveFocus(list.current, 'Home')} />
      {rows.length === 0 ? (
        <QueueEmpty loading={queue === null} searching={search !== '' || isFiltered(filters)} />
      ) : (
        <ul
          ref={list}
          className={styles.list}
          onKeyDown={(event) => {
            if (moveFocus(list.current, event.key)) event.preventDefault()
          }}
        >
          {rows.map((row) => (
            <QueueItem
              key={row.orderNo}
              // The order on the desk moves with each scan; the list is not asked for again for that.
              row={row.orderNo === onDesk ? { ...row, packed, units } : row}
              onDesk={row.orderNo === onDesk}
              onOpen={open}
            />
          ))}
        </ul>
      )}
      {hidden > 0 ? <p className={styles.more}>{t('queue.more', { count: hidden })}</p> : null}
    </section>
  )
}

function QueueEmpty({ loading, searching }: { loading: boolean; searching: boolean }) {
  const t = useText()
  if (loading) return <EmptyState icon={PackageSearch} title={t('queue.loading')} />
  if (searching)
    return <EmptyState icon={PackageSearch} title={t('queue.noMatch')} todo={t('queue.noMatch.todo')} />
  return <EmptyState icon={PackageSearch} title={t('queue.none')} todo={t('queue.none.todo')} />
}
