import type { Board } from '../../../shared/contract/board.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { number } from '../../i18n/format.ts'
import { packerName, perHour, unitsAt } from './board-numbers.ts'
import styles from './board-dialog.module.css'

/** What each packer has done, and how it went over the hours: all columns to one scale, so that they compare. */
export function PackerTable({ board }: { board: Board }) {
  const t = useText()
  const language = useLanguage()
  const hours = board.hours.map(({ hour }) => hour)
  const most = Math.max(1, ...board.packers.flatMap((packer) => packer.hours.map(({ units }) => units)))
  return (
    <section className={styles.part}>
      <h3 id="board-packers">{t('board.packers')}</h3>
      <table className={styles.packers} aria-labelledby="board-packers">
        <thead>
          <tr>
            <th scope="col">{t('board.packer')}</th>
            <th scope="col">{t('board.orders')}</th>
            <th scope="col">{t('board.boxes')}</th>
            <th scope="col">{t('board.units')}</th>
            <th scope="col">{t('board.perHour')}</th>
            <th scope="col">{t('board.hours')}</th>
          </tr>
        </thead>
        <tbody>
          {board.packers.map((packer) => (
            <tr key={packer.id ?? 'nobody'} data-testid={`board-packer-${String(packer.id ?? 'nobody')}`}>
              <th scope="row">{packerName(packer, t)}</th>
              <td>{number(language, packer.orders)}</td>
              <td>{number(language, packer.boxes)}</td>
              <td>{number(language, packer.units)}</td>
              <td className={styles.rate}>{number(language, perHour(packer.hours))}</td>
              <td>
                <ol className={styles.spark}>
                  {hours.map((hour) => {
                    const units = unitsAt(packer.hours, hour)
                    const words = `${t('board.hour', { from: hour, to: hour + 1 })} ${t('board.unitsOf', { count: units })}`
                    return (
                      <li key={hour} title={words}>
                        <span className="unseen">{words}</span>
                        <span
                          aria-hidden="true"
                          className={styles.bar}
                          style={{ height: `${String((units / most) * 100)}%` }}
                        />
                      </li>
                    )
                  })}
                </ol>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
