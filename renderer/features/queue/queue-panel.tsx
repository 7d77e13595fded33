import { PackageSearch, Search } from 'lucide-react'
import { useRef } from 'react'
import { useActions, useDeskState, useLanguage, useSnapshot, useText } from '../../app/desk-context.ts'
import { shortcuts } from '../../app/shortcuts.ts'
import { queueSearchId } from '../../app/use-shortcuts.ts'
import { number } from '../../i18n/format.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Keycap } from '../../ui/keycap.tsx'
import { moveFocus } from './move-focus.ts'
import { QueueItem } from './queue-item.tsx'
import styles from './queue-panel.module.css'

const shows = ['ready', 'blocked', 'all'] as const

/** The orders that wait for a packer. */
export function QueuePanel() {
  const t = useText()
  const language = useLanguage()
  const { askQueue, run } = useActions()
  const queue = useDeskState((state) => state.queue)
  const { search, show } = useDeskState((state) => state.queueAsk)
  const queueCount = useSnapshot((snapshot) => snapshot.queueCount)
  const onDesk = useSnapshot((snapshot) => snapshot.desk?.orderNo ?? null)
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
      <div
        className={styles.tools}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && moveFocus(list.current, 'first')) event.preventDefault()
        }}
      >
        <label className={styles.search}>
          <Search aria-hidden="true" />
          <span className="unseen">{t('queue.search')}</span>
          <input
            id={queueSearchId}
            type="search"
            data-testid="queue-search"
            value={search}
            placeholder={t('queue.search')}
            autoComplete="off"
            spellCheck={false}
            aria-keyshortcuts={shortcuts.searchQueue}
            onChange={(event) => {
              askQueue({ search: event.target.value })
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              askQueue({ search: '' })
              event.currentTarget.blur()
            }}
          />
          <Keycap>{shortcuts.searchQueue}</Keycap>
        </label>
        <div role="group" aria-label={t('queue.show')} className={styles.shows}>
          {shows.map((choice) => (
            <button
              key={choice}
              type="button"
              aria-pressed={show === choice}
              data-testid={`queue-show-${choice}`}
              onClick={() => {
                askQueue({ show: choice })
              }}
            >
              {t(`queue.${choice}`)}
            </button>
          ))}
        </div>
      </div>
      {rows.length === 0 ? (
        <QueueEmpty loading={queue === null} searching={search !== ''} />
      ) : (
        <ul
          ref={list}
          className={styles.list}
          onKeyDown={(event) => {
            const to = event.key === 'ArrowDown' ? 'next' : event.key === 'ArrowUp' ? 'previous' : null
            if (to !== null && moveFocus(list.current, to)) event.preventDefault()
          }}
        >
          {rows.map((row) => (
            <QueueItem key={row.orderNo} row={row} onDesk={row.orderNo === onDesk} onOpen={open} />
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
