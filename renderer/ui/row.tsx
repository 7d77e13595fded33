import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './row.module.css'

type RowProps = {
  icon?: LucideIcon
  title: ReactNode
  note?: ReactNode
  /** At the end of the first line: how it stands. */
  aside?: ReactNode
  /** At the end of the second line: when, how much. */
  asideNote?: ReactNode
  /** What can be done with it. */
  children?: ReactNode
}

/** What a row of a list says: a name and how it stands, below it what tells it apart, and what can be done with it. */
export function Row({ icon: Icon, title, note, aside, asideNote, children }: RowProps) {
  return (
    <span className={styles.row}>
      {Icon === undefined ? null : <Icon aria-hidden="true" className={styles.icon} />}
      <span className={styles.words}>
        <span className={styles.line}>
          <strong>{title}</strong>
          {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
        </span>
        {note === undefined && asideNote === undefined ? null : (
          <span className={`${styles.line} ${styles.note}`}>
            <span>{note}</span>
            {asideNote === undefined ? null : <span className={styles.aside}>{asideNote}</span>}
          </span>
        )}
      </span>
      {children}
    </span>
  )
}
