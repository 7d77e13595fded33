import { History } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import styles from './doubt.module.css'

/** Nothing is sent, and why: it stays until a lead has said to go on. Packing goes on below it. */
export function DoubtNotice() {
  const t = useText()
  const { openDialog } = useActions()
  const doubt = useSnapshot((snapshot) => snapshot.doubt)
  if (doubt === null) return null
  return (
    <div role="alert" className={styles.notice} data-testid="doubt" data-kind={doubt.kind}>
      <History aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>{t('doubt.title')}</p>
        <p>{t(doubt.isRead ? 'doubt.lead' : 'doubt.reading')}</p>
      </div>
      <Button
        data-testid="open-doubt"
        onClick={() => {
          openDialog('doubt')
        }}
      >
        {t('doubt.open')}
      </Button>
    </div>
  )
}
