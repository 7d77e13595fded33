import type { HourOfWork } from '../../../shared/contract/board.ts'
import { useText } from '../../i18n/language.ts'
import styles from './board-dialog.module.css'

/** Units by hour as columns, each with its number; the same as a table for those who do not see it. */
export function HourChart({ hours }: { hours: readonly HourOfWork[] }) {
  const t = useText()
  const most = Math.max(1, ...hours.map(({ units }) => units))
  return (
    <section className={styles.part}>
      <h3 id="board-hours">{t('board.hours')}</h3>
      <ol className={styles.columns} aria-hidden="true">
        {hours.map(({ hour, units }) => (
          <li key={hour} className={styles.column}>
            <span className={styles.value}>{units}</span>
            <span className={styles.bar} style={{ height: `${String((units / most) * 100)}%` }} />
            <span className={styles.hour}>{t('board.hourShort', { hour })}</span>
          </li>
        ))}
      </ol>
      <table className="unseen" aria-labelledby="board-hours">
        <thead>
          <tr>
            <th scope="col">{t('board.csv.hour')}</th>
            <th scope="col">{t('board.units')}</th>
            <th scope="col">{t('board.boxes')}</th>
          </tr>
        </thead>
        <tbody>
          {hours.map(({ hour, units, boxes }) => (
            <tr key={hour}>
              <th scope="row">{t('board.hour', { from: hour, to: hour + 1 })}</th>
              <td>{units}</td>
              <td>{boxes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
