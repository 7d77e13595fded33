import { useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { BookImport } from './book-import.tsx'
import { BookList } from './book-list.tsx'
import { useMayManage } from '../../state/may-manage.ts'
import { ProductRules } from './product-rules.tsx'
import styles from './book-dialog.module.css'

const tabs = ['list', 'import', 'rules'] as const

/** The barcode book: what it holds, files taken over into it, and products that ask for more than a scan. */
export function BookDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const mayManage = useMayManage()
  const [tab, setTab] = useState<(typeof tabs)[number]>('list')
  const first = useRef<HTMLDivElement>(null)
  // After the dialog has opened, which takes the focus to its first button.
  useEffect(() => {
    first.current?.querySelector('button')?.focus()
  }, [])
  return (
    <Dialog title={t('book.title')} wide testId="book" onClose={onClose}>
      <div ref={first} role="group" aria-label={t('book.title')} className={styles.tabs}>
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={tab === name}
            data-testid={`book-tab-${name}`}
            onClick={() => {
              setTab(name)
            }}
          >
            {t(`book.tab.${name}`)}
          </button>
        ))}
      </div>
      {mayManage ? null : <p className={styles.leadOnly}>{t('book.leadOnly')}</p>}
      {tab === 'list' ? <BookList /> : tab === 'import' ? <BookImport /> : <ProductRules />}
    </Dialog>
  )
}
