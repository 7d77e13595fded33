import type { Board } from '../../../shared/contract/board.ts'
import { useText } from '../../i18n/language.ts'
import { reasonWords } from './reason-words.ts'
import styles from './board-dialog.module.css'

/** Why scans were refused, most frequent first. */
export function RefusedList({ refused }: { refused: Board['refused'] }) {
  const t = useText()
  const most = Math.max(1, ...refused.map(({ count }) => count))
  return (
    <section className={styles.part}>
      <h3>{t('board.reasons')}</h3>
      {refused.length === 0 ? <p className={styles.quiet}>{t('board.noneRefused')}</p> : null}
      <ul className={styles.reasons}>
        {refused.map(({ reason, count }) => (
          <li key={reason} data-testid={`board-reason-${reason}`}>
            <span>{reasonWords(reason, t)}</span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.length} style={{ width: `${String((count / most) * 100)}%` }} />
            </span>
            <strong>{t('board.times', { count })}</strong>
          </li>
        ))}
      </ul>
    </section>
  )
}
