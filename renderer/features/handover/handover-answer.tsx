import { Check, ScanBarcode, X } from 'lucide-react'
import type { LastScan } from '../../../shared/contract/snapshot.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { messageOf, toneOf } from '../answers/message.ts'
import styles from './handover.module.css'

/**
 * The answer to the last scan since the place was opened, as large as the place allows: read at a metre, with a box in
 * both hands.
 */
export function HandoverAnswer({ lastScan }: { lastScan: LastScan | null }) {
  const t = useText()
  const language = useLanguage()
  if (lastScan === null) {
    return (
      <section className={styles.answer} data-testid="handover-answer" data-tone="idle">
        <ScanBarcode aria-hidden="true" className={styles.sign} />
        <p className={styles.title}>{t('handover.prompt')}</p>
      </section>
    )
  }
  const { id, answer, code } = lastScan
  const { title, detail } = messageOf(answer, t, language)
  const Icon = answer.ok ? Check : X
  return (
    <section
      className={`${styles.answer} ${answer.ok ? styles.accepted : styles.refused}`}
      data-testid="handover-answer"
      data-tone={toneOf(answer)}
      data-kind={answer.said.kind}
      data-scan-id={id}
    >
      <Icon aria-hidden="true" className={styles.sign} strokeWidth={3} />
      <div role="status" aria-live="assertive" aria-atomic="true" key={id}>
        <p className={styles.title}>{title}</p>
        <p className={styles.detail}>{detail}</p>
      </div>
      {code === null ? null : <p className="code">{code}</p>}
    </section>
  )
}
