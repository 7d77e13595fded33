import { Truck } from 'lucide-react'
import { useId } from 'react'
import { useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import styles from './next-step-bar.module.css'

/** The courier of the next waybills; the station remembers it. */
export function CourierChoice({ wanted }: { wanted: boolean }) {
  const t = useText()
  const id = useId()
  const { run } = useActions()
  const couriers = useSnapshot((snapshot) => snapshot.couriers)
  const courierIdx = useSnapshot((snapshot) => snapshot.courierIdx)
  return (
    <div className={`${styles.courier} ${wanted ? styles.wanted : ''}`}>
      <label htmlFor={id}>
        <Truck aria-hidden="true" />
        <span>{t('courier.label')}</span>
      </label>
      <select
        id={id}
        data-testid="courier"
        value={courierIdx ?? ''}
        onChange={(event) => {
          run('chooseCourier', { courierIdx: Number(event.target.value) })
          event.target.blur()
        }}
      >
        {courierIdx === null ? (
          <option value="" disabled>
            {t('courier.choose')}
          </option>
        ) : null}
        {couriers.map((courier) => (
          <option key={courier.idx} value={courier.idx}>
            {courier.name}
          </option>
        ))}
      </select>
    </div>
  )
}
