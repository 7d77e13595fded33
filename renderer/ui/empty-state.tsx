import type { LucideIcon } from 'lucide-react'
import styles from './empty-state.module.css'

/** Nothing to show, why, and what to do about it. */
export function EmptyState({ icon: Icon, title, todo }: { icon: LucideIcon; title: string; todo?: string }) {
  return (
    <div className={styles.empty}>
      <Icon aria-hidden="true" strokeWidth={1.5} />
      <p className={styles.title}>{title}</p>
      {todo === undefined ? null : <p className={styles.todo}>{todo}</p>}
    </div>
  )
}
