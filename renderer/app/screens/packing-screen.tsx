import { useSnapshot } from '../../state/desk-context.ts'
import { useAnswerSound } from '../use-answer-sound.ts'
import { useShortcuts } from '../use-shortcuts.ts'
import { BoxSlip } from '../../features/box-slip/box-slip.tsx'
import { BoxesPanel } from '../../features/boxes/boxes-panel.tsx'
import { DoubtNotice } from '../../features/doubt/doubt-notice.tsx'
import { FailureNotice } from '../../features/failure/failure-notice.tsx'
import { FileLostNotice } from '../../features/file-lost/file-lost-notice.tsx'
import { LastScanPanel } from '../../features/last-scan/last-scan-panel.tsx'
import { ManualCode } from '../../features/manual-code/manual-code.tsx'
import { NextStepBar } from '../../features/next-step/next-step-bar.tsx'
import { OrderPanel } from '../../features/order/order-panel.tsx'
import { QuestionBar } from '../../features/question/question-bar.tsx'
import { QueuePanel } from '../../features/queue/queue-panel.tsx'
import { RecoveryNotice } from '../../features/scanner-check/recovery-notice.tsx'
import { Strip } from '../../features/strip/strip.tsx'
import styles from './packing-screen.module.css'

export function PackingScreen() {
  useShortcuts()
  useAnswerSound()
  const occupied = useSnapshot((snapshot) => snapshot.desk !== null)
  return (
    <>
      <div className={`${styles.screen} ${occupied ? styles.occupied : ''}`}>
        <Strip />
        <QueuePanel />
        <main className={styles.middle}>
          <FileLostNotice />
          <FailureNotice />
          <DoubtNotice />
          <RecoveryNotice />
          <LastScanPanel />
          <QuestionBar />
          <NextStepBar />
          <OrderPanel />
          <ManualCode />
        </main>
        <BoxesPanel />
      </div>
      <BoxSlip />
    </>
  )
}
