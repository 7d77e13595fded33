import { TriangleAlert } from 'lucide-react'
import styles from './refused.module.css'

/** What was refused, and what to do now, where it was asked for. */
export function Refused({ title, detail }: { title: string; detail: string }) {
  return (
    <div className={styles.refused}>
      <TriangleAlert aria-hidden="true" />
      <p>
        <strong>{title}</strong> {detail}
      </p>
    </div>
  )
}
