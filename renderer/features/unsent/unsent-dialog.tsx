import { CircleCheckBig } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useDeskState } from '../../state/desk-context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { UnsentItem } from './unsent-item.tsx'
import styles from './unsent-dialog.module.css'

/** Every box the store has not confirmed, oldest first: nothing that waits is out of sight. */
export function UnsentDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const unsent = useDeskState((state) => state.unsent)
  return (
    <Dialog title={t('unsent.title')} wide testId="unsent" onClose={onClose}>
      <p className={styles.explain}>{t('unsent.explain')}</p>
      {unsent?.length === 0 ? <EmptyState icon={CircleCheckBig} title={t('unsent.none')} /> : null}
      <ul className={styles.list}>
        {unsent?.map((row) => (
          <UnsentItem key={row.seq} row={row} />
        ))}
      </ul>
    </Dialog>
  )
}
