import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useText } from '../i18n/language.ts'
import { Button } from './button.tsx'
import styles from './dialog.module.css'

type DialogProps = { title: string; wide?: boolean; testId: string; onClose: () => void; children: ReactNode }

/** Put on what has the focus first where that is not the dialog's cross: `<button {...firstFocus}>`. */
export const firstFocus = { 'data-first-focus': true } as const

/** A modal dialog, open for as long as it is shown; Escape and its cross ask to close it. */
export function Dialog({ title, wide = false, testId, onClose, children }: DialogProps) {
  const t = useText()
  const heading = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    shown?.querySelector<HTMLElement>('[data-first-focus]')?.focus()
    return () => {
      shown?.close()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${wide ? styles.wide : ''}`}
      aria-labelledby={heading}
      data-testid={testId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
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
