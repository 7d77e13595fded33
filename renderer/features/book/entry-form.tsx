import { useCallback, useState } from 'react'
import type { BookEntry } from '../../../shared/domain/packing/goods/match-item.ts'
import { readCode } from '../../../shared/domain/codes/read-code.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { useTakesScans } from '../../state/use-takes-scans.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { wholeUnits } from './whole-units.ts'
import styles from './book-dialog.module.css'

type EntryFormProps = {
  /** The entry to change; null for a new one. */
  entry: BookEntry | null
  onDone: (changed: boolean) => void
}

/** One entry of the book. What is scanned while it is open becomes its barcode. */
export function EntryForm({ entry, onDone }: EntryFormProps) {
  const t = useText()
  const { ask } = useActions()
  const [barcode, setBarcode] = useState(entry?.barcode ?? '')
  const [sku, setSku] = useState(entry?.sku ?? '')
  const [units, setUnits] = useState(String(entry?.units ?? 1))
  const [name, setName] = useState(entry?.name ?? '')
  const [refused, setRefused] = useState<'exists' | 'reserved' | 'badBarcode' | 'leadOnly' | null>(null)
  const count = wholeUnits(units)
  const complete = barcode.trim() !== '' && sku.trim() !== '' && count !== null

  const take = useCallback((code: string) => {
    const read = readCode(code)
    setBarcode(read.ok ? read.code : '')
  }, [])
  useTakesScans(take)

  return (
    <form
      className={styles.form}
      data-testid="book-form"
      aria-label={entry === null ? t('book.add') : t('book.edit', { barcode: entry.barcode })}
      onSubmit={(event) => {
        event.preventDefault()
        if (!complete) return
        void ask('bookPut', { before: entry?.barcode ?? null, barcode, sku, units: count, name }).then(
          (answer) => {
            if (answer?.ok === true) onDone(true)
            else if (answer !== null) setRefused(answer.why)
          },
        )
      }}
    >
      <div className={styles.fields}>
        <Field
          label={t('book.barcode')}
          testId="book-form-barcode"
          maxLength={128}
          value={barcode}
          autoFocus
          onText={setBarcode}
        />
        <Field label={t('book.sku')} testId="book-form-sku" maxLength={128} value={sku} onText={setSku} />
        <Field
          label={t('book.unitsPerScan')}
          testId="book-form-units"
          inputMode="numeric"
          maxLength={5}
          value={units}
          onText={setUnits}
        />
        <Field label={t('book.name')} testId="book-form-name" maxLength={200} value={name} onText={setName} />
      </div>
      <p role="alert" className={styles.refused} data-testid="book-form-refused">
        {refused === null ? null : t(`book.no.${refused}`)}
      </p>
      <div className={styles.formButtons}>
        <p className={styles.quiet}>{t('book.form.note')}</p>
        <Button
          data-testid="book-form-cancel"
          onClick={() => {
            onDone(false)
          }}
        >
          {t('book.form.cancel')}
        </Button>
        <Button strong type="submit" data-testid="book-form-save" disabled={!complete}>
          {t('book.form.save')}
        </Button>
      </div>
    </form>
  )
}
