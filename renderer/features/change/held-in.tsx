import { useText } from '../../i18n/language.ts'
import styles from './held-in.module.css'
import type { Held } from './order-change.ts'
import { TakeOutButton } from './take-out-button.tsx'

type HeldInProps = {
  name: string
  held: readonly Held[]
  /** Units that have to come out; a box without a waybill then offers to take one. */
  surplus: number
  /** Starts the test ids of the buttons: the same goods can be taken out from more than one place. */
  place: string
}

/** Which box holds how many of a line. */
export function HeldIn({ name, held, surplus, place }: HeldInProps) {
  const t = useText()
  if (held.length === 0) return <span className={styles.none}>{t('held.none')}</span>
  const stuck = surplus > 0 && held.every(({ removable }) => !removable)
  return (
    <ul className={styles.list}>
      {held.map(({ boxId, box, itemNo, qty, removable }) => (
        <li key={`${boxId} ${itemNo}`} className={styles.box}>
          <span>
            {removable ? t('held.box', { box, count: qty }) : t('held.sealedBox', { box, count: qty })}
          </span>
          {removable && surplus > 0 ? (
            <TakeOutButton
              wanted
              boxId={boxId}
              box={box}
              itemNo={itemNo}
              name={name}
              testId={`${place}-take-out-${String(box)}-${itemNo}`}
            />
          ) : null}
        </li>
      ))}
      {stuck ? <li className={styles.stuck}>{t('held.onlySealed')}</li> : null}
    </ul>
  )
}
