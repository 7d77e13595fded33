import { LogOut, PlugZap, Wifi, WifiOff, type LucideIcon } from 'lucide-react'
import type { ConnectionView } from '../../../shared/contract/snapshot.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { clockTime } from '../../i18n/format.ts'
import styles from './strip.module.css'

const icons: Record<ConnectionView['state'], LucideIcon> = {
  connecting: PlugZap,
  online: Wifi,
  offline: WifiOff,
  signedOut: LogOut,
}

export function ConnectionState() {
  const t = useText()
  const language = useLanguage()
  const { ask } = useActions()
  const { state, since } = useSnapshot((snapshot) => snapshot.connection)
  const Icon = icons[state]
  return (
    <div className={`${styles.part} ${styles[state]}`} data-testid="strip-connection" data-state={state}>
      <Icon aria-hidden="true" />
      <p role="status">
        <strong>{t(`strip.${state}`)}</strong>
        <span className={styles.note}>{t('strip.since', { time: clockTime(language, since) })}</span>
      </p>
      {state === 'signedOut' ? (
        <button
          type="button"
          className={styles.action}
          data-testid="connect"
          onClick={() => {
            // Outside the order of scans: it may take a shop's owner minutes to agree.
            void ask('connect', {})
          }}
        >
          {t('strip.connect')}
        </button>
      ) : null}
    </div>
  )
}
