import type { BookMapping, BookPreview } from '../../../shared/contract/catalog.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { countsIn } from './counts.ts'
import { ProblemList } from './problem-list.tsx'
import styles from './book-dialog.module.css'

type ImportPreviewProps = {
  fileName: string
  preview: BookPreview
  onMapping: (mapping: BookMapping) => void
  onImport: (mapping: BookMapping, skipBad: boolean) => void
  onBack: () => void
}

const fields = ['barcode', 'sku', 'units', 'name'] as const

/** What a file would do to the book: its columns, its first lines, what cannot be used. Nothing is taken over yet. */
export function ImportPreview({ fileName, preview, onMapping, onImport, onBack }: ImportPreviewProps) {
  const t = useText()
  const language = useLanguage()
  if (!preview.ok) {
    return (
      <section className={styles.working} data-testid="book-preview">
        <p role="alert" className={styles.refused}>
          {preview.why === 'openQuote' ? t('book.openQuote', { line: preview.line }) : t('book.emptyFile')}
        </p>
        <Button data-testid="book-back" autoFocus onClick={onBack}>
          {t('book.another')}
        </Button>
      </section>
    )
  }
  const { mapping, columns, rows, counts, problems, warnings } = preview
  const usable = mapping.barcode !== null && mapping.sku !== null && counts.added + counts.changed > 0
  return (
    <section data-testid="book-preview">
      <h3 className={styles.fileName}>{fileName}</h3>
      <p className={styles.counts} data-testid="book-counts" role="status">
        {t('book.counts', countsIn(language, counts))}
      </p>
      <div className={styles.fields}>
        {fields.map((field) => (
          <Choice
            key={field}
            label={t(`book.column.${field}`)}
            testId={`book-column-${field}`}
            value={mapping[field] ?? -1}
            options={[-1, ...columns.keys()]}
            name={(column) =>
              column === -1
                ? t('book.column.none')
                : t('book.column', { number: column + 1, title: columns[column] ?? '' })
            }
            onChoose={(column) => {
              onMapping({ ...mapping, [field]: column === -1 ? null : column })
            }}
          />
        ))}
      </div>
      <div className={styles.tableFrame} tabIndex={0} role="group" aria-label={t('book.firstLines')}>
        <table className={styles.table}>
          <caption className="unseen">{t('book.firstLines')}</caption>
          {mapping.header ? (
            <thead>
              <tr>
                {columns.map((title, column) => (
                  <th key={column} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
          ) : null}
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ProblemList kind="problems" list={problems} total={counts.bad} />
      <ProblemList kind="warnings" list={warnings} total={warnings.length} />
      <div className={styles.formButtons}>
        <Button data-testid="book-back" onClick={onBack}>
          {t('book.another')}
        </Button>
        {counts.bad > 0 ? (
          <Button
            data-testid="book-import-good"
            disabled={!usable}
            onClick={() => {
              onImport(mapping, true)
            }}
          >
            {t('book.importGood', { count: counts.bad })}
          </Button>
        ) : (
          <Button
            strong
            data-testid="book-import"
            disabled={!usable}
            onClick={() => {
              onImport(mapping, false)
            }}
          >
            {t('book.import')}
          </Button>
        )}
      </div>
    </section>
  )
}
