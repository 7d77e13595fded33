import { X, type LucideIcon } from 'lucide-react'
import { useId, useRef, type ReactNode } from 'react'
import { number } from '../i18n/format.ts'
import { useLanguage, useText } from '../i18n/language.ts'
import { Button } from './button.tsx'
import { FilterChip } from './chip.tsx'
import { EmptyState } from './empty-state.tsx'
import { PickList } from './pick-list.tsx'
import { SearchField } from './search-field.tsx'
import { firstFocus, useModal } from './use-modal.ts'
import styles from './place.module.css'

/** One of the filters of a place; how many rows it leaves is said where that is known. */
type PlaceFilter = { key: string; name: string; count?: number }

export type PlaceProps<T> = {
  title: string
  testId: string
  /** What a scan does while this place is open. */
  scans: string
  search: { label: string; text: string; onText: (text: string) => void }
  /** One of them is always in force; none at all where there is nothing to filter by. */
  filters?: { all: readonly PlaceFilter[]; chosen: string; onChoose: (key: string) => void }
  listName: string
  /** What the list shows and how many, in words. */
  count: string
  /** Those that are shown of `total`; null until they are known. */
  rows: readonly T[] | null
  total: number
  rowKey: (row: T) => string
  row: (row: T) => ReactNode
  rowTestId: (row: T) => string
  picked: string | null
  onPick: (key: string) => void
  /** Asks for more rows; left out where there is no way to. */
  onMore?: () => void
  empty: { icon: LucideIcon; title: string; todo: string }
  /** What to do while nothing is picked. */
  pickOne: string
  onClose: () => void
  /** The thing itself; null while nothing is picked. */
  children: ReactNode
}

/**
 * A place of its own beside packing, as large as the window: a list on the left, what was picked of it on the right.
 * Escape leads from the thing back to the list, and from the list out.
 */
export function Place<T>(props: PlaceProps<T>) {
  const { title, testId, scans, search, filters, listName, count, rows, total, empty, onClose, children } =
    props
  const t = useText()
  const language = useLanguage()
  const heading = useId()
  const place = useModal(onClose)
  const list = useRef<HTMLUListElement>(null)
  const shown = rows?.length ?? 0
  const backToList = (): boolean => {
    const row = list.current?.querySelector<HTMLElement>('[tabindex="0"]')
    row?.focus()
    return row !== null && row !== undefined
  }
  return (
    <dialog {...place} className={styles.place} aria-labelledby={heading} data-testid={testId}>
      <header className={styles.head}>
        <h2 id={heading}>{title}</h2>
        <p className={styles.scans}>{scans}</p>
        <Button onClick={onClose} aria-label={t('dialog.close')} className={styles.close}>
          <X aria-hidden="true" />
        </Button>
      </header>
      <section className={styles.side} aria-label={listName}>
        <SearchField
          label={search.label}
          testId={`${testId}-search`}
          value={search.text}
          onText={search.onText}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' && backToList()) event.preventDefault()
          }}
          {...firstFocus}
        />
        {filters === undefined ? null : (
          <div role="group" aria-label={t('place.filters')} className={styles.filters}>
            {filters.all.map(({ key, name, count }) => (
              <FilterChip
                key={key}
                testId={`${testId}-filter-${key}`}
                pressed={key === filters.chosen}
                onClick={() => {
                  filters.onChoose(key)
                }}
              >
                {count === undefined ? name : `${name} ${number(language, count)}`}
              </FilterChip>
            ))}
          </div>
        )}
        <p role="status" className={styles.count} data-testid={`${testId}-count`}>
          {rows === null ? t('place.loading') : count}
        </p>
        {rows === null ? null : shown === 0 ? (
          <EmptyState {...empty} />
        ) : (
          <PickList
            ref={list}
            label={listName}
            rows={rows}
            rowKey={props.rowKey}
            row={props.row}
            rowTestId={props.rowTestId}
            picked={props.picked}
            onPick={props.onPick}
            onUp={() => place.ref.current?.querySelector('input')?.focus()}
          />
        )}
        {props.onMore === undefined || shown >= total ? null : (
          <Button data-testid={`${testId}-more`} onClick={props.onMore}>
            {t('place.more', { count: total - shown })}
          </Button>
        )}
      </section>
      <div
        className={styles.thing}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented || !backToList()) return
          event.preventDefault()
        }}
      >
        {children ?? <p className={styles.pickOne}>{props.pickOne}</p>}
      </div>
    </dialog>
  )
}
