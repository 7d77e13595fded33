import { useState, type ReactNode, type Ref } from 'react'
import { moveFocus } from './move-focus.ts'
import styles from './pick-list.module.css'

type PickListProps<T> = {
  label: string
  rows: readonly T[]
  rowKey: (row: T) => string
  row: (row: T) => ReactNode
  rowTestId: (row: T) => string
  picked: string | null
  onPick: (key: string) => void
  /** Up from the first row. */
  onUp?: () => void
  ref?: Ref<HTMLUListElement>
}

/**
 * Rows of which one is picked. Tab comes in once, to the picked row or the one last looked at; arrow keys, Home and End
 * go from row to row; Enter or the space bar picks.
 */
export function PickList<T>(props: PickListProps<T>) {
  const { label, rows, rowKey, row, rowTestId, picked, onPick, onUp, ref } = props
  const [looked, setLooked] = useState<string | null>(null)
  const keys = rows.map(rowKey)
  const way = [looked, picked].find((key) => key !== null && keys.includes(key)) ?? keys[0]
  return (
    <ul
      ref={ref}
      role="listbox"
      aria-label={label}
      className={styles.list}
      onKeyDown={(event) => {
        if (moveFocus(event.currentTarget, event.key)) event.preventDefault()
        else if (event.key === 'ArrowUp') onUp?.()
      }}
    >
      {rows.map((each) => {
        const key = rowKey(each)
        return (
          <li
            key={key}
            role="option"
            aria-selected={key === picked}
            tabIndex={key === way ? 0 : -1}
            className={styles.row}
            data-testid={rowTestId(each)}
            onFocus={() => {
              setLooked(key)
            }}
            onClick={() => {
              onPick(key)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              onPick(key)
            }}
          >
            {row(each)}
          </li>
        )
      })}
    </ul>
  )
}
