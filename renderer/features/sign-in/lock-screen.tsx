import { IdCard, PackageOpen } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useText } from '../../i18n/language.ts'
import { useDeskState, useSnapshot } from '../../state/desk-context.ts'
import { isLocked } from '../../state/locked.ts'
import { FailureNotice } from '../failure/failure-notice.tsx'
import { FileLostNotice } from '../file-lost/file-lost-notice.tsx'
import { LanguageChoice } from '../settings/language-choice.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { useWhyOut, type Left } from './use-why-out.ts'
import styles from './sign-in.module.css'

/** Shows the lock over everything while somebody has to sign in first, and `children` otherwise. */
export function SignInGate({ children }: { children: ReactNode }) {
  const locked = useSnapshot(isLocked)
  const left = useWhyOut()
  return locked ? <LockScreen left={left} /> : children
}

/**
 * A modal screen that only signing in ends: what is behind it can neither be reached nor read out. Scans go on as
 * always, so that a badge is enough.
 */
function LockScreen({ left }: { left: Left }) {
  const t = useText()
  const heading = useId()
  const screen = useRef<HTMLDialogElement>(null)
  const desk = useSnapshot((snapshot) => snapshot.desk)
  const failed = useDeskState((state) => state.failure !== null)
  useEffect(() => {
    const shown = screen.current
    shown?.showModal()
    return () => {
      shown?.close()
    }
  }, [])
  return (
    <dialog
      ref={screen}
      className={styles.lock}
      aria-labelledby={heading}
      data-testid="lock"
      data-why={left.why ?? 'none'}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.preventDefault()
      }}
      onCancel={(event) => {
        event.preventDefault()
      }}
      onClose={(event) => {
        // A browser lets nobody be held by a dialog that refuses twice; here nothing else may be open.
        if (event.currentTarget.isConnected) event.currentTarget.showModal()
      }}
    >
      <header className={styles.head}>
        <IdCard aria-hidden="true" strokeWidth={1.5} />
        <div>
          <h2 id={heading}>{t('signIn.title')}</h2>
          <p>{t('signIn.explain')}</p>
        </div>
        <LanguageChoice />
      </header>
      {left.why === null ? null : (
        <p className={styles.why} data-testid="lock-why">
          {t(`signIn.why.${left.why}`)}
        </p>
      )}
      {desk === null ? null : (
        <p className={styles.safe} data-testid="lock-desk">
          <PackageOpen aria-hidden="true" />
          {t('signIn.safe', { orderNo: desk.orderNo, done: desk.unitsDone, needed: desk.unitsNeeded })}
        </p>
      )}
      <FileLostNotice />
      {failed ? <FailureNotice /> : null}
      <SignInForm last={left.who} />
    </dialog>
  )
}
