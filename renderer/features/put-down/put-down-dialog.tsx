import { ArrowDownToLine, Package } from 'lucide-react'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { listOf } from '../../i18n/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './put-down-dialog.module.css'

/** The order was to be put down with goods in boxes that have no waybill: what becomes of them? */
export function PutDownDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const language = useLanguage()
  const { run } = useActions()
  const desk = useSnapshot((snapshot) => snapshot.desk)
  const asked = desk?.can.putDown
  const boxes = listOf(language, asked?.kind === 'unsealedGoods' ? asked.boxes.map(String) : [])
  return (
    <Dialog title={t('putDown.title')} testId="put-down" onClose={onClose}>
      <p className={styles.explain}>{t('putDown.explain', { boxes })}</p>
      <div className={styles.choices}>
        <Button strong className={styles.choice} data-testid="put-down-stay" autoFocus onClick={onClose}>
          <Package aria-hidden="true" />
          <span>
            {t('putDown.stay')}
            <span className={styles.note}>{t('putDown.stay.note')}</span>
          </span>
        </Button>
        <Button
          className={styles.choice}
          data-testid="put-down-leave"
          onClick={() => {
            run('putDown', { leaveGoods: true })
            onClose()
          }}
        >
          <ArrowDownToLine aria-hidden="true" />
          <span>
            {t('putDown.leave')}
            <span className={styles.note}>{t('putDown.leave.note')}</span>
          </span>
        </Button>
      </div>
    </Dialog>
  )
}
