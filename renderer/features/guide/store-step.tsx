import { FlaskConical, Store } from 'lucide-react'
import { useSnapshot, useText } from '../../app/desk-context.ts'
import styles from './guide.module.css'

/** Which store the desk works with. */
export function StoreStep() {
  const t = useText()
  const { storeName, demo } = useSnapshot((snapshot) => snapshot.connection)
  const Icon = demo ? FlaskConical : Store
  return (
    <p className={styles.store} data-testid="guide-store">
      <Icon aria-hidden="true" />
      <span>
        <strong>{storeName ?? t('strip.noStore')}</strong> {t(demo ? 'guide.store.demo' : 'guide.store.shop')}
      </span>
    </p>
  )
}
