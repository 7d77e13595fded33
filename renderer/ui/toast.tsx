import { CircleCheckBig, TriangleAlert } from 'lucide-react'
import styles from './toast.module.css'

/** What came of the last thing asked for. */
export type Notice = { tone: 'done' | 'refused'; text: string }

type ToastProps = {
  notice: Notice | null
  /** What stands there before anything was asked for. */
  quiet?: string
  testId: string
}

/** Says, and lets be heard, what came of the last thing asked for; it stays until the next one. */
export function Toast({ notice, quiet = '', testId }: ToastProps) {
  const Icon = notice?.tone === 'refused' ? TriangleAlert : CircleCheckBig
  return (
    <p
      role="status"
      className={`${styles.toast} ${notice === null ? '' : styles[notice.tone]}`}
      data-testid={testId}
      data-tone={notice?.tone ?? 'none'}
    >
      {notice === null ? quiet : <Icon aria-hidden="true" />}
      {notice?.text}
    </p>
  )
}
