import styles from './progress.module.css'

export function Progress({ done, needed, label }: { done: number; needed: number; label: string }) {
  return <progress className={styles.progress} value={done} max={Math.max(needed, 1)} aria-label={label} />
}
