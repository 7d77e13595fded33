import {
  Check,
  CircleCheckBig,
  CircleHelp,
  Clock,
  Hand,
  Send,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react'
import type { DispatchView } from '../../../shared/contract/snapshot.ts'
import { useText } from '../../i18n/language.ts'
import { useSnapshot } from '../../state/desk-context.ts'
import { dispatchWords } from './dispatch-words.ts'
import styles from './dispatch-state.module.css'

const icons: Record<DispatchView['state'], LucideIcon> = {
  waiting: Clock,
  sending: Send,
  unknown: CircleHelp,
  reported: Check,
  confirmed: CircleCheckBig,
  needsPerson: TriangleAlert,
  handled: Hand,
}

/** What the store knows of a sealed box; where something went wrong, what, and what to do. */
export function DispatchState({ dispatch }: { dispatch: DispatchView }) {
  const t = useText()
  const online = useSnapshot((snapshot) => snapshot.connection.state === 'online')
  const { problem, sectionCode } = dispatch
  const Icon = icons[dispatch.state]
  return (
    <div className={`${styles.dispatch} ${styles[dispatch.state]}`}>
      <p className={styles.state}>
        <Icon aria-hidden="true" />
        <span>{dispatchWords(dispatch, online, t)}</span>
        {sectionCode === null ? null : (
          <span className={`code ${styles.section}`} title={sectionCode}>
            {sectionCode}
          </span>
        )}
      </p>
      {problem === null ? null : (
        <div className={styles.problem}>
          <p>
            <strong>{t(`problem.${problem.kind}`)}</strong>
          </p>
          <p>{t(`problem.${problem.kind}.todo`)}</p>
          {problem.words === null && problem.errorCode === null ? null : (
            <p className={styles.answer}>
              {t('unsent.answer')}: {problem.words}{' '}
              {problem.errorCode === null ? null : `(${problem.errorCode})`}
            </p>
          )}
        </div>
      )}
    </div>
  )
}
