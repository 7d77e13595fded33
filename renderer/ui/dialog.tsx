import { X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { useText } from '../i18n/language.ts'
import { Button } from './button.tsx'
import { useModal } from './use-modal.ts'
import styles from './dialog.module.css'

type DialogProps = { title: string; wide?: boolean; testId: string; onClose: () => void; children: ReactNode }

/** A modal dialog, open for as long as it is shown; Escape and its cross ask to close it. */
export function Dialog({ title, wide = false, testId, onClose, children }: DialogProps) {
  const t = useText()
  const heading = useId()
  const modal = useModal(onClose)
  return (
    <dialog
      {...modal}
      className={`${styles.dialog} ${wide ? styles.wide : ''}`}
      aria-labelledby={heading}
      data-testid={testId}
    >
      <header className={styles.head}>
        <h2 id={heading}>{title}</h2>
        <Button onClick={onClose} aria-label={t('dialog.close')} className={styles.close}>
          <X aria-hidden="true" />
        </Button>
      </header>
      <div className={styles.body}>{children}</div>
    </dialog>
  )
}
