import { Keyboard, X } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useDesk, useDeskState } from '../../state/desk-context.ts'
import { putRecoveryAway } from '../../state/recovery.ts'
import { Button } from '../../ui/button.tsx'
import styles from './recovery-notice.module.css'

/** Says once, quietly, that the keyboard's input method or layout did no harm to a code. */
export function RecoveryNotice() {
  const t = useText()
  const { store } = useDesk()
  const recovery = useDeskState((state) => state.recovery)
  if (recovery?.shown !== true) return null
  return (
    <div role="status" className={styles.notice} data-testid="recovery" data-kind={recovery.kind}>
      <Keyboard aria-hidden="true" />
      <p>{t(`scanner.recovered.${recovery.kind}`)}</p>
      <Button
        aria-label={t('scanner.recovered.dismiss')}
        onClick={() => {
          putRecoveryAway(store)
        }}
      >
        <X aria-hidden="true" />
      </Button>
    </div>
  )
}
