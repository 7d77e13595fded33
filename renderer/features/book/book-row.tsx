import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { BookEntry } from '../../../shared/domain/packing/goods/match-item.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { EntryForm } from './entry-form.tsx'
import styles from './book-dialog.module.css'

type BookRowProps = { entry: BookEntry; mayManage: boolean; onChange: () => void }

/** One entry: read, changed in its place, or removed after being asked. */
export function BookRow({ entry, mayManage, onChange }: BookRowProps) {
  const t = useText()
  const { ask } = useActions()
  const [doing, setDoing] = useState<'edit' | 'remove' | null>(null)
  const { barcode, sku, units, name } = entry
  if (doing === 'edit') {
    return (
      <li>
        <EntryForm
          entry={entry}
          onDone={(changed) => {
            setDoing(null)
            if (changed) onChange()
          }}
        />
      </li>
    )
  }
  return (
    <li className={styles.row} data-testid={`book-row-${barcode}`}>
      <p className={`code ${styles.barcode}`}>{barcode}</p>
      <p className={styles.meaning}>
        <strong>{name === '' ? sku : name}</strong>
        <span className="code">{sku}</span>
      </p>
      <p className={styles.units}>{t('book.units', { count: units })}</p>
      {doing === 'remove' ? (
        <div role="group" aria-label={t('book.remove.sure', { barcode })} className={styles.deeds}>
          <p>{t('book.remove.ask')}</p>
          <Button
            data-testid="book-remove-yes"
            autoFocus
            onClick={() => {
              void ask('bookRemove', { barcode }).then(() => {
                setDoing(null)
                onChange()
              })
            }}
          >
            {t('book.remove.yes')}
          </Button>
          <Button
            data-testid="book-remove-no"
            onClick={() => {
              setDoing(null)
            }}
          >
            {t('book.remove.no')}
          </Button>
        </div>
      ) : (
        <div className={styles.deeds}>
          <Button
            aria-label={t('book.edit', { barcode })}
            data-testid="book-edit"
            disabled={!mayManage}
            onClick={() => {
              setDoing('edit')
            }}
          >
            <Pencil aria-hidden="true" />
          </Button>
          <Button
            aria-label={t('book.remove', { barcode })}
            data-testid="book-remove"
            disabled={!mayManage}
            onClick={() => {
              setDoing('remove')
            }}
          >
            <Trash2 aria-hidden="true" />
          </Button>
        </div>
      )}
    </li>
  )
}
