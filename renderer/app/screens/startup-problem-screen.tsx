import { OctagonAlert } from 'lucide-react'
import type { StartupProblem } from '../../../shared/contract/bridge.ts'
import { useText } from '../../i18n/language.ts'
import styles from './message-screen.module.css'

/** Why nothing can be packed here, and whom it concerns. */
export function StartupProblemScreen({ problem }: { problem: StartupProblem }) {
  const t = useText()
  return (
    <main className={styles.screen} data-testid="startup-problem" data-kind={problem.kind}>
      <OctagonAlert className={`${styles.icon} ${styles.bad}`} aria-hidden="true" />
      <div role="alert" className={styles.words}>
        <p className={styles.over}>{t('startup.heading')}</p>
        <h1>{t(`startup.${problem.kind}`)}</h1>
        <p>{t(`startup.${problem.kind}.todo`)}</p>
      </div>
      <section className={styles.detail}>
        <h2>{t('startup.detail')}</h2>
        <p className="code">{problem.detail}</p>
      </section>
    </main>
  )
}
