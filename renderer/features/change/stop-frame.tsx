import { OctagonX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/language.ts'
import styles from './stop-frame.module.css'

type StopFrameProps = {
  orderNo: string
  /** The next step's kind. */
  kind: string
  title: string
  todo: string
  children: ReactNode
  /** What is always in sight below the particulars. */
  foot?: ReactNode
}

/** Barrier tape around what has to be read before anything else is packed. */
export function StopFrame({ orderNo, kind, title, todo, children, foot = null }: StopFrameProps) {
  const t = useText()
  return (
    <section aria-label={t('next.label')} className={styles.frame}>
      <div role="alert" className={styles.head} data-testid="next-step" data-kind={kind}>
        <OctagonX aria-hidden="true" strokeWidth={2.5} />
        <div>
          <p className={styles.over}>
            {t('order.number')} {orderNo}
          </p>
          <p className={styles.title}>{title}</p>
          <p className={styles.todo}>{todo}</p>
        </div>
      </div>
      <div className={styles.body}>{children}</div>
      {foot === null ? null : <div className={styles.foot}>{foot}</div>}
    </section>
  )
}
