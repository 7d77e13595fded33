import type { Board } from '../../../shared/contract/board.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { number } from '../../i18n/format.ts'
import { Table, type Column } from '../../ui/table.tsx'
import { packerName, perHour, unitsAt } from './board-numbers.ts'
import styles from './board-dialog.module.css'

type Packer = Board['packers'][number]

/** What each packer has done, and how it went over the hours: all columns to one scale, so that they compare. */
export function PackerTable({ board }: { board: Board }) {
  const t = useText()
  const language = useLanguage()
  const hours = board.hours.map(({ hour }) => hour)
  const most = Math.max(1, ...board.packers.flatMap((packer) => packer.hours.map(({ units }) => units)))
  const figure = (head: string, of: (packer: Packer) => number): Column<Packer> => ({
    head,
    cell: (packer) => number(language, of(packer)),
    figures: true,
  })
  return (
    <section className={styles.part}>
      <h3 id="board-packers">{t('board.packers')}</h3>
      <Table
        labelledBy="board-packers"
        rows={board.packers}
        rowKey={({ id }) => String(id ?? 'nobody')}
        rowTestId={({ id }) => `board-packer-${String(id ?? 'nobody')}`}
        columns={[
          { head: t('board.packer'), cell: (packer) => packerName(packer, t) },
          figure(t('board.orders'), ({ orders }) => orders),
          figure(t('board.boxes'), ({ boxes }) => boxes),
          figure(t('board.units'), ({ units }) => units),
          figure(t('board.perHour'), (packer) => perHour(packer.hours)),
          {
            head: t('board.hours'),
            cell: (packer) => (
              <ol className={styles.spark}>
                {hours.map((hour) => (
                  <Hour key={hour} hour={hour} units={unitsAt(packer.hours, hour)} most={most} />
                ))}
              </ol>
            ),
          },
        ]}
      />
    </section>
  )
}

function Hour({ hour, units, most }: { hour: number; units: number; most: number }) {
  const t = useText()
  const words = `${t('board.hour', { from: hour, to: hour + 1 })} ${t('board.unitsOf', { count: units })}`
  return (
    <li title={words}>
      <span className="unseen">{words}</span>
      <span
        aria-hidden="true"
        className={styles.bar}
        style={{ height: `${String((units / most) * 100)}%` }}
      />
    </li>
  )
}
