import { HardDrive, TriangleAlert, X } from 'lucide-react'
import type { StorageFault } from '../../../shared/contract/methods.ts'
import { useText } from '../../i18n/language.ts'
import { useActions, useDeskState } from '../../state/desk-context.ts'
import type { Text } from '../../i18n/text.ts'
import type { CallFailure } from '../../state/desk-store.ts'
import { Button } from '../../ui/button.tsx'
import styles from './failure-notice.module.css'

const storageFaults = [
  'diskFull',
  'databaseLocked',
  'databaseDamaged',
  'databaseUnwritable',
  'databaseLost',
] as const satisfies readonly StorageFault[]

/** A call that the station could not answer stays on the screen until someone has seen it or it has been done again. */
export function FailureNotice() {
  const t = useText()
  const { dismissFailure } = useActions()
  const failure = useDeskState((state) => state.failure)
  if (failure === null) return null
  const { code, message, why } = failure
  const storage = why === 'storage'
  const Icon = storage ? HardDrive : TriangleAlert
  return (
    <div
      role="alert"
      className={`${styles.notice} ${storage ? styles.storage : ''}`}
      data-testid="failure"
      data-why={why}
    >
      <span className={styles.sign}>
        <Icon aria-hidden="true" />
      </span>
      {storage ? (
        <div className={styles.words}>
          <p className={styles.title}>
            {code === null ? t('failure.notSaved') : t('failure.scanNotSaved', { code })}
          </p>
          <p>{storageWords(failure, t)}</p>
          <p>{thenWords(failure, t)}</p>
        </div>
      ) : (
        <p className={styles.words}>
          <strong>{code === null ? t('failure.other') : t('failure.scan', { code })}</strong>
          <span className={styles.detail}>
            {why}: {message}
          </span>
        </p>
      )}
      <Button onClick={dismissFailure} aria-label={t('failure.dismiss')}>
        <X aria-hidden="true" />
      </Button>
    </div>
  )
}

function storageWords({ message }: CallFailure, t: Text): string {
  const fault = storageFaults.find((each) => each === message)
  return t(`failure.storage.${fault ?? 'databaseUnwritable'}`)
}

function thenWords({ code, message }: CallFailure, t: Text): string {
  if (message === 'databaseLost') return t('failure.thenLook')
  return code === null ? t('failure.thenAgain') : t('failure.thenScanAgain')
}
