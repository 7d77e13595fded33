import { Layers } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ItemBatch } from '../../../shared/contract/queue.ts'
import { useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { firstFocus } from '../../ui/use-modal.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { noFilters } from './filters.ts'
import { moveFocus } from '../../ui/move-focus.ts'
import styles from './batches-dialog.module.css'

/** Products that several ready orders consist of: choosing one leaves only its orders in the queue. */
export function BatchesDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { ask, askQueue } = useActions()
  const queueVersion = useSnapshot((snapshot) => snapshot.queueVersion)
  const [batches, setBatches] = useState<ItemBatch[] | null>(null)
  useEffect(() => {
    let shown = true
    void ask('itemBatches', {}).then((found) => {
      if (shown) setBatches(found)
    })
    return () => {
      shown = false
    }
  }, [ask, queueVersion])
  return (
    <Dialog title={t('batches.title')} wide testId="batches" onClose={onClose}>
      <p className={styles.explain}>{t('batches.explain')}</p>
      {batches?.length === 0 ? (
        <EmptyState icon={Layers} title={t('batches.none')} todo={t('batches.none.todo')} />
      ) : (
        <ul
          className={styles.list}
          onKeyDown={(event) => {
            if (moveFocus(event.currentTarget, event.key)) event.preventDefault()
          }}
        >
          {(batches ?? []).map(({ item, orders, units }, place) => (
            <li key={item}>
              <button
                type="button"
                className={styles.batch}
                data-testid={`batch-${String(place)}`}
                {...(place === 0 ? firstFocus : {})}
                onClick={() => {
                  askQueue({ search: '', show: 'ready', filters: { ...noFilters, item } })
                  onClose()
                }}
              >
                <span className={styles.item}>{item}</span>
                <strong>{t('batches.orders', { count: orders })}</strong>
                <span className={styles.units}>{t('batches.units', { count: units })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
