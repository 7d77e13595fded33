import { CheckCheck, Check, CircleQuestionMark, ScanBarcode, X } from 'lucide-react'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useDeskState, useSnapshot } from '../../state/desk-context.ts'
import { LearnButton } from '../learn/learn-button.tsx'
import { messageOf, toneOf, type Message, type Tone } from '../answers/message.ts'
import styles from './last-scan-panel.module.css'

const icons = {
  accepted: Check,
  refused: X,
  asked: CircleQuestionMark,
  complete: CheckCheck,
  idle: ScanBarcode,
} as const

/**
 * The answer to the last scan, to be read at a metre: by its colour, by its sign and by its words. Without its colour
 * where a later scan got no answer, so that nobody takes it for that one's.
 */
export function LastScanPanel() {
  const t = useText()
  const language = useLanguage()
  const lastScan = useSnapshot((snapshot) => snapshot.lastScan)
  const failed = useDeskState((state) => state.failure !== null && state.failure.code !== null)
  const tone: Tone = lastScan === null ? 'idle' : toneOf(lastScan.answer)
  const message: Message =
    lastScan === null
      ? { title: t('scan.idle'), detail: t('scan.idle.todo'), count: null }
      : messageOf(lastScan.answer, t, language)
  const old = failed && lastScan !== null
  const Icon = icons[tone]
  return (
    <section
      aria-label={t('scan.label')}
      className={`${styles.panel} ${styles[old ? 'idle' : tone]}`}
      data-testid="last-scan"
      data-tone={tone}
      data-kind={lastScan?.answer.said.kind ?? ''}
      data-scan-id={lastScan?.id ?? ''}
    >
      <span className={styles.sign}>
        <Icon aria-hidden="true" strokeWidth={3} />
      </span>
      <div role="status" aria-live="assertive" aria-atomic="true" className={styles.words} key={lastScan?.id}>
        {lastScan === null ? null : (
          <span className={styles.tone}>
            {old ? t('scan.before') : t(tone === 'idle' ? 'scan.lookingUp' : `scan.${tone}`)}
          </span>
        )}
        <p className={styles.title}>{message.title}</p>
        <p className={styles.detail}>{message.detail}</p>
      </div>
      <LearnButton />
      {message.count === null ? null : <p className={styles.count}>{t('scan.of', message.count)}</p>}
      {lastScan?.code == null ? null : (
        <p className={`code ${styles.code}`}>
          <span className="unseen">{t('scan.code', { code: lastScan.code })}</span>
          <span aria-hidden="true">{lastScan.code}</span>
        </p>
      )}
    </section>
  )
}
