import { RefreshCw } from 'lucide-react'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { useNow } from '../../state/use-now.ts'
import { ago } from '../../i18n/format.ts'
import styles from './strip.module.css'

/** When orders were last fetched; pressing it fetches them now. */
export function PullState() {
  const t = useText()
  const language = useLanguage()
  const { ask } = useActions()
  const now = useNow(20_000)
  const lastPullAt = useSnapshot((snapshot) => snapshot.connection.lastPullAt)
  return (
    <button
      type="button"
      className={`${styles.part} ${styles.press}`}
      data-testid="pull-now"
      onClick={() => {
        // Outside the order of scans, which are not to wait for the network.
        void ask('pullNow', {})
      }}
    >
      <RefreshCw aria-hidden="true" />
      <span>
        <strong>{t('strip.pull')}</strong>
        <span className={styles.note}>
          {lastPullAt === null
            ? t('strip.neverPulled')
            : t('strip.lastPull', { ago: ago(language, lastPullAt, now) })}
        </span>
      </span>
    </button>
  )
}
