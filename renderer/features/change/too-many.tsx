import { useText } from '../../i18n/language.ts'
import styles from './changed-order.module.css'
import { HeldIn } from './held-in.tsx'
import type { Surplus } from './order-change.ts'
import { StopFrame } from './stop-frame.tsx'

/** The goods that have to come out of boxes again before those boxes can get their waybill. */
export function TooMany({ orderNo, surplus }: { orderNo: string; surplus: readonly Surplus[] }) {
  const t = useText()
  const count = surplus.reduce((sum, { units }) => sum + units, 0)
  return (
    <StopFrame
      orderNo={orderNo}
      kind="takeOut"
      title={t('tooMany.title', { count })}
      todo={t('tooMany.todo')}
    >
      <ul>
        {surplus.map(({ line, units, held }) => (
          <li
            key={`${line.sectionCode} ${line.itemNo}`}
            className={`${styles.line} ${styles.remove}`}
            data-testid={`too-many-${line.itemNo}`}
          >
            <div className={styles.product}>
              <p className={styles.name}>
                {line.name} {line.options}
              </p>
              <HeldIn name={line.name} held={held} surplus={units} place="too-many" />
            </div>
            <div className={styles.amounts}>
              <p className={styles.wasNow}>
                <strong>{t('tooMany.units', { count: units })}</strong>
              </p>
              <p>{t('tooMany.counts', { needed: line.needed, done: line.done })}</p>
            </div>
          </li>
        ))}
      </ul>
    </StopFrame>
  )
}
