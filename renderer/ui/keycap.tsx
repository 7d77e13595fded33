import styles from './keycap.module.css'

/** The key that does the same; screen readers hear it through `aria-keyshortcuts` of the control itself. */
export function Keycap({ children }: { children: string }) {
  return (
    <kbd className={styles.keycap} aria-hidden="true">
      {children}
    </kbd>
  )
}
