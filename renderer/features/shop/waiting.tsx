import { LoaderCircle } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import styles from './shop.module.css'

/** While the owner agrees in the browser. */
export function Waiting() {
  const t = useText()
  const { ask } = useActions()
  return (
    <div className={styles.restart} data-testid="shop-waiting">
      <LoaderCircle aria-hidden="true" />
      <p role="status">{t('shop.waiting')}</p>
      <Button
        data-testid="shop-cancel"
        onClick={() => {
          void ask('cancelConnecting', {})
        }}
      >
        {t('shop.cancel')}
      </Button>
    </div>
  )
}
