import { TriangleAlert, X } from 'lucide-react'
import { useActions, useDeskState, useText } from '../app/desk-context.ts'
import { Button } from '../ui/button.tsx'
import styles from './failure-notice.module.css'

/** A call that the station could not answer stays on the screen until someone has seen it. */
export function FailureNotice() {
  const t = useText()
  const { dismissFailure } = useActions()
  const failure = useDeskState((state) => state.failure)
  if (failure === null) return null
  const { code, message } = failure
  return (
    <div role="alert" className={styles.notice} data-testid="failure">
      <TriangleAlert aria-hidden="true" />
      <p>
        <strong>{code === null ? t('failure.other') : t('failure.scan', { code })}</strong>
        <span className={styles.detail}>{message}</span>
      </p>
      <Button onClick={dismissFailure} aria-label={t('failure.dismiss')}>
        <X aria-hidden="true" />
      </Button>
    </div>
  )
}
