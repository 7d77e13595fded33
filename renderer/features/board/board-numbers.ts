import type { Board, HourOfWork, PackerOfDay } from '../../../shared/contract/board.ts'
import { reasonWords } from './reason-words.ts'
import type { Text } from '../../i18n/text.ts'

/** Units for each hour of the clock in which something was packed. */
export function perHour(hours: readonly HourOfWork[]): number {
  const worked = hours.filter(({ boxes }) => boxes > 0)
  const units = worked.reduce((sum, hour) => sum + hour.units, 0)
  return worked.length === 0 ? 0 : Math.round(units / worked.length)
}

export const packerName = ({ name }: PackerOfDay, t: Text): string => name ?? t('board.nobody')

/** `hour` of a row, nothing where it has none. */
export const unitsAt = (hours: readonly HourOfWork[], hour: number): number =>
  hours.find((each) => each.hour === hour)?.units ?? 0

/** The board as a table that a spreadsheet opens: packers by hour, then the reasons of refused scans. */
export function boardCsv(board: Board, t: Text): string {
  const hours = board.hours.map(({ hour }) => hour)
  const rows = [
    [t('board.date'), board.day],
    [t('board.orders'), board.orders],
    [t('board.boxes'), board.boxes],
    [t('board.units'), board.units],
    [t('board.refused'), refusedCount(board)],
    [t('board.undone'), board.undone],
    [],
    [
      t('board.packer'),
      t('board.orders'),
      t('board.boxes'),
      t('board.units'),
      ...hours.map((hour) => t('board.hourShort', { hour })),
    ],
    ...board.packers.map((packer) => [
      packerName(packer, t),
      packer.orders,
      packer.boxes,
      packer.units,
      ...hours.map((hour) => unitsAt(packer.hours, hour)),
    ]),
    [],
    [t('board.csv.reason'), t('board.csv.count')],
    ...board.refused.map(({ reason, count }) => [reasonWords(reason, t), count]),
  ]
  // The mark at the beginning tells Excel that the file is UTF-8.
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

export const refusedCount = ({ refused }: Board): number => refused.reduce((sum, { count }) => sum + count, 0)

/** A name that begins like a formula is kept from being one. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = /^[=+@\t\r-]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
