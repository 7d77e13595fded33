import { BookOpen, FileDown, Plus } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { BookPage } from '../../../shared/contract/catalog.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { number as numberIn } from '../../i18n/format.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { BookRow } from './book-row.tsx'
import { EntryForm } from './entry-form.tsx'
import { useMayManage } from '../../state/may-manage.ts'
import styles from './book-dialog.module.css'

const pageSize = 50

/** The entries of the book, a page at a time, with what can be done to them. */
export function BookList() {
  const t = useText()
  const language = useLanguage()
  const { ask } = useActions()
  const mayManage = useMayManage()
  const [search, setSearch] = useState('')
  const [offset, setOffset] = useState(0)
  const [page, setPage] = useState<BookPage | null>(null)
  const [adding, setAdding] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)

  const refresh = useCallback(
    (isWanted: () => boolean = () => true): void => {
      void ask('bookList', { search, limit: pageSize, offset }).then((found) => {
        if (found !== null && isWanted()) setPage(found)
      })
    },
    [ask, search, offset],
  )
  useEffect(() => {
    let wanted = true
    refresh(() => wanted)
    return () => {
      wanted = false
    }
  }, [refresh])

  const save = (): void => {
    setSaved(t('book.exporting'))
    void ask('bookExport', {}).then((file) => {
      setSaved(
        file === null ? t('failure.other') : t('book.exported', { count: file.entries, path: file.path }),
      )
    })
  }

  const total = page?.total ?? 0
  const last = Math.min(offset + pageSize, total)
  return (
    <section>
      <div className={styles.tools}>
        <Field
          label={t('book.search')}
          testId="book-search"
          type="search"
          value={search}
          onText={(text) => {
            setSearch(text)
            setOffset(0)
          }}
        />
        <Button
          data-testid="book-add"
          disabled={!mayManage || adding}
          onClick={() => {
            setAdding(true)
          }}
        >
          <Plus aria-hidden="true" />
          {t('book.add')}
        </Button>
        <Button data-testid="book-export" onClick={save}>
          <FileDown aria-hidden="true" />
          {t('book.export')}
        </Button>
      </div>
      <p role="status" className={styles.notice} data-testid="book-notice">
        {saved}
      </p>
      {adding ? (
        <EntryForm
          entry={null}
          onDone={(changed) => {
            setAdding(false)
            if (changed) refresh()
          }}
        />
      ) : null}
      {page?.total === 0 && !adding ? (
        <EmptyState
          icon={BookOpen}
          title={search === '' ? t('book.none') : t('book.noMatch')}
          todo={search === '' ? t('book.none.todo') : t('book.noMatch.todo')}
        />
      ) : null}
      <ul className={styles.list} aria-label={t('book.tab.list')}>
        {page?.rows.map((entry) => (
          <BookRow key={entry.barcode} entry={entry} mayManage={mayManage} onChange={refresh} />
        ))}
      </ul>
      {total > pageSize ? (
        <div className={styles.pages}>
          <Button
            data-testid="book-previous"
            disabled={offset === 0}
            onClick={() => {
              setOffset(Math.max(offset - pageSize, 0))
            }}
          >
            {t('book.previous')}
          </Button>
          <p data-testid="book-pages">
            {t('book.pages', {
              from: numberIn(language, offset + 1),
              to: numberIn(language, last),
              total: numberIn(language, total),
            })}
          </p>
          <Button
            data-testid="book-next"
            disabled={last >= total}
            onClick={() => {
              setOffset(offset + pageSize)
            }}
          >
            {t('book.next')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
