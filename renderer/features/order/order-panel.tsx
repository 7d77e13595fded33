import { ClipboardList } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useSnapshot } from '../../state/desk-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { changeOf, surplusOf } from '../change/order-change.ts'
import { GuideOr } from '../guide/guide-or.tsx'
import { OrderHead } from './order-head.tsx'
import { Lines } from './lines.tsx'
import styles from './order-panel.module.css'

/** The order on the desk: whom it goes to and what goes in. */
export function OrderPanel() {
  const t = useText()
  const desk = useSnapshot((snapshot) => snapshot.desk)
  if (desk === null) {
    return (
      <section aria-label={t('order.label')} className={styles.panel}>
        <GuideOr>
          <EmptyState icon={ClipboardList} title={t('order.none')} todo={t('order.none.todo')} />
        </GuideOr>
      </section>
    )
  }
  return (
    <section
      aria-label={t('order.label')}
      className={`${styles.panel} ${changeOf(desk) === null ? '' : styles.changed}`}
      data-testid="desk-order"
      data-order-no={desk.orderNo}
      data-standing={desk.standing}
    >
      <OrderHead desk={desk} />
      <Lines lines={desk.lines} surplus={surplusOf(desk)} />
    </section>
  )
}
