import { CircleCheckBig, CircleX } from 'lucide-react'
import type { DemoRefusal } from '../../../shared/contract/demo.ts'
import type { Text } from '../../i18n/text.ts'
import styles from './demo-panel-dialog.module.css'

/** What came of the last thing asked of the store. */
export type DemoNotice = { tone: 'done' | 'refused'; text: string }

export const refusedNotice = ({ why, words }: DemoRefusal, t: Text): DemoNotice => ({
  tone: 'refused',
  text: why === 'refused' ? t('demo.no.refused', { words: words ?? '' }) : t(`demo.no.${why}`),
})

export function Notice({ notice }: { notice: DemoNotice | null }) {
  const Icon = notice?.tone === 'refused' ? CircleX : CircleCheckBig
  return (
    <p
      role="status"
      className={`${styles.notice} ${notice === null ? '' : styles[notice.tone]}`}
      data-testid="demo-notice"
      data-tone={notice?.tone ?? 'none'}
    >
      {notice === null ? null : <Icon aria-hidden="true" />}
      {notice?.text}
    </p>
  )
}
