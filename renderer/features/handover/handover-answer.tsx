import { Check, ScanBarcode, X } from 'lucide-react'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useSnapshot } from '../../state/desk-context.ts'
import { messageOf, toneOf } from '../answers/message.ts'
import styles from './handover.module.css'

/** The answer to the last scan, as large as the place allows: read at a metre, with a box in both hands. */
export function HandoverAnswer() {
  const t = useText()
  const language = useLanguage()
  const lastScan = useSnapshot((snapshot) => snapshot.lastScan)
  const answer = lastScan?.answer
  const isOfHere = answer?.ok === false || (answer !== undefined && ofHere.has(answer.said.kind))
  if (answer === undefined || !isOfHere || toneOf(answer) === 'idle') {
    return (
      <section className={styles.answer} data-testid="handover-answer" data-tone="idle">
        <ScanBarcode aria-hidden="true" className={styles.sign} />
        <p className={styles.title}>{t('handover.prompt')}</p>
      </section>
    )
  }
  const { title, detail } = messageOf(answer, t, language)
  const Icon = answer.ok ? Check : X
  return (
    <section
      className={`${styles.answer} ${answer.ok ? styles.accepted : styles.refused}`}
      data-testid="handover-answer"
      data-tone={toneOf(answer)}
      data-kind={answer.said.kind}
      data-scan-id={lastScan?.id}
    >
      <Icon aria-hidden="true" className={styles.sign} strokeWidth={3} />
      <div role="status" aria-live="assertive" aria-atomic="true" key={lastScan?.id}>
        <p className={styles.title}>{title}</p>
        <p className={styles.detail}>{detail}</p>
      </div>
      {lastScan?.code == null ? null : <p className="code">{lastScan.code}</p>}
    </section>
  )
}

const ofHere = new Set<string>(['boxGivenToCourier', 'boxTakenBack', 'waybillCorrected', 'waybillKept'])
