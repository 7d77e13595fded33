import { FlaskConical, Store } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import styles from './guide.module.css'

/** Which store the desk works with. */
export function StoreStep() {
  const t = useText()
  const { openDialog } = useActions()
  const { storeName, demo } = useSnapshot((snapshot) => snapshot.connection)
  const Icon = demo ? FlaskConical : Store
  return (
    <>
      <p className={styles.store} data-testid="guide-store">
        <Icon aria-hidden="true" />
        <span>
          <strong>{storeName ?? t('strip.noStore')}</strong>{' '}
          {t(demo ? 'guide.store.demo' : 'guide.store.shop')}
        </span>
      </p>
      <Button
        data-testid="guide-connect"
        onClick={() => {
          openDialog('shop')
        }}
      >
        <Store aria-hidden="true" />
        {t('guide.store.connect')}
      </Button>
    </>
  )
}
