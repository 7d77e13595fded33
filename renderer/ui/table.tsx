import type { ReactNode } from 'react'
import styles from './table.module.css'

export type Column<T> = {
  /** Its name, and its key. */
  head: string
  cell: (row: T) => ReactNode
  /** Figures stand below each other. */
  figures?: boolean
}

type TableProps<T> = {
  /** The id of the heading that names it. */
  labelledBy: string
  /** The first one names the row. */
  columns: readonly [Column<T>, ...Column<T>[]]
  rows: readonly T[]
  rowKey: (row: T) => string
  rowTestId: (row: T) => string
}

/** Rows of one kind, read across and compared down. */
export function Table<T>({ labelledBy, columns, rows, rowKey, rowTestId }: TableProps<T>) {
  const [first, ...others] = columns
  const lookOf = ({ figures = false }: Column<T>) => (figures ? styles.figures : undefined)
  return (
    <table className={styles.table} aria-labelledby={labelledBy}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.head} scope="col" className={lookOf(column)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} data-testid={rowTestId(row)}>
            <th scope="row">{first.cell(row)}</th>
            {others.map((column) => (
              <td key={column.head} className={lookOf(column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
