import { useText } from '../../i18n/language.ts'
import { ShopPanel } from '../shop/shop-panel.tsx'
import styles from './settings.module.css'

/** Which store's orders are packed here. */
export function StorePart() {
  const t = useText()
  return (
    <section className={styles.row}>
      <h3>{t('shop.title')}</h3>
      <p className={styles.explain}>{t('shop.explain')}</p>
      <ShopPanel />
    </section>
  )
}
