import { ArrowRight, CircleMinus, CirclePlus, Equal } from 'lucide-react'
import type { DeskView } from '../../../shared/contract/snapshot.ts'
import { shortcuts } from '../../state/shortcuts.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Keycap } from '../../ui/keycap.tsx'
import styles from './changed-order.module.css'
import { HeldIn } from './held-in.tsx'
import { changedLines, type LineChange } from './order-change.ts'
import { ReceiverChange } from './receiver-change.tsx'
import { StopFrame } from './stop-frame.tsx'

type ChangedOrderProps = { desk: DeskView; drift: NonNullable<DeskView['drift']> }

/** What the store has changed since the order was opened, and the way to go on with it. */
export function ChangedOrder({ desk, drift }: ChangedOrderProps) {
  const t = useText()
  const { run } = useActions()
  return (
    <StopFrame
      orderNo={desk.orderNo}
      kind="changed"
      title={t('changed.title')}
      todo={t('changed.todo')}
      foot={
        <Button
          strong
          className={styles.takeOver}
          data-testid="take-over-changes"
          aria-keyshortcuts={shortcuts.takeOver}
          onClick={() => {
            run('takeOverChanges', {})
          }}
        >
          {t('changed.takeOver')}
          <Keycap>{shortcuts.takeOver}</Keycap>
        </Button>
      }
    >
      {drift.receiver === null ? null : <ReceiverChange desk={desk} now={drift.receiver} />}
      <ul>
        {changedLines(desk, drift).map((change, at) => (
          <ChangedLine key={`${String(at)} ${change.name}`} change={change} />
        ))}
      </ul>
    </StopFrame>
  )
}

function ChangedLine({ change }: { change: LineChange }) {
  const t = useText()
  const { name, was, now, done, surplus, held } = change
  const missing = now - done
  const deed = surplus > 0 ? 'remove' : now > was ? 'add' : 'fewer'
  const Icon = { remove: CircleMinus, add: CirclePlus, fewer: Equal }[deed]
  return (
    <li className={`${styles.line} ${styles[deed]}`} data-testid="changed-line" data-deed={deed}>
      <div className={styles.product}>
        <p className={styles.name}>{name}</p>
        <HeldIn name={name} held={held} surplus={surplus} place="changed" />
      </div>
      <div className={styles.amounts}>
        <p className={styles.wasNow}>
          <span className="unseen">{t('changed.wasNow', { was, now })}</span>
          <span aria-hidden="true" className={styles.was}>
            {was}
          </span>
          <ArrowRight aria-hidden="true" />
          <strong aria-hidden="true">{now}</strong>
        </p>
        <p className={styles.deed}>
          <Icon aria-hidden="true" />
          {deed === 'remove'
            ? t('changed.remove', { count: surplus })
            : missing === 0
              ? t('changed.enough')
              : t('changed.missing', { count: missing })}
        </p>
      </div>
    </li>
  )
}
