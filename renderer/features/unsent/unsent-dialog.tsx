import { CircleCheckBig } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useActions, useDesk, useDeskState, useSnapshot } from '../../state/desk-context.ts'
import { unsentPage } from '../../state/desk-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { UnsentItem } from './unsent-item.tsx'
import styles from './unsent-dialog.module.css'

/** Everything the store has not confirmed, oldest first: nothing that waits is out of sight. */
export function UnsentDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { store } = useDesk()
  const { refreshUnsent } = useActions()
  const unsent = useDeskState((state) => state.unsent)
  const total = useSnapshot(
    ({ outbox: { waiting, sending, unknown, needsPerson } }) => waiting + sending + unknown + needsPerson,
  )
  const left = total - (unsent?.length ?? 0)
  return (
    <Dialog title={t('unsent.title')} wide testId="unsent" onClose={onClose}>
      <p className={styles.explain}>{t('unsent.explain')}</p>
      {unsent?.length === 0 ? <EmptyState icon={CircleCheckBig} title={t('unsent.none')} /> : null}
      <ul className={styles.list}>
        {unsent?.map((row) => (
          <UnsentItem key={row.seq} row={row} />
        ))}
      </ul>
      {unsent === null || left <= 0 ? null : (
        <Button
          data-testid="unsent-more"
          onClick={() => {
            store.setState((state) => ({ unsentLimit: state.unsentLimit + unsentPage }))
            refreshUnsent()
          }}
        >
          {t('place.more', { count: left })}
        </Button>
      )}
    </Dialog>
  )
}
