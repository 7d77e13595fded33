import { CircleCheckBig, PackageX, TriangleAlert } from 'lucide-react'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { useNow } from '../../state/use-now.ts'
import { ago } from '../../i18n/format.ts'
import styles from './strip.module.css'

/** How much the store has not confirmed, how old the oldest of it is, and whether something needs a person. */
export function UnsentState() {
  const t = useText()
  const language = useLanguage()
  const { openDialog } = useActions()
  const now = useNow(20_000)
  const { waiting, sending, unknown, needsPerson, oldestAt } = useSnapshot((snapshot) => snapshot.outbox)
  const count = waiting + sending + unknown + needsPerson
  const Icon = needsPerson > 0 ? TriangleAlert : count > 0 ? PackageX : CircleCheckBig
  const look = needsPerson > 0 ? styles.problem : count > 0 ? styles.unsent : ''
  return (
    <button
      type="button"
      className={`${styles.part} ${styles.press} ${look}`}
      data-testid="strip-unsent"
      data-count={count}
      onClick={() => {
        openDialog('unsent')
      }}
    >
      <Icon aria-hidden="true" />
      <span>
        <strong>
          {count === 0 ? t('strip.allSent') : t('strip.unsent', { count })}
          {needsPerson > 0 ? ` · ${t('strip.problems', { count: needsPerson })}` : ''}
        </strong>
        <span className={styles.note}>
          {count === 0 || oldestAt === null
            ? t('strip.openUnsent')
            : t('strip.oldest', { ago: ago(language, oldestAt, now) })}
        </span>
      </span>
    </button>
  )
}
