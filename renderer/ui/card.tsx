import type { ReactNode } from 'react'
import type { Tone } from './chip.tsx'
import styles from './card.module.css'

type CardProps = {
  title: string
  /** How it stands, at the end of its head: a chip, a figure. */
  aside?: ReactNode
  /** The colour of its upper edge. */
  tone?: Tone
  testId?: string
  children: ReactNode
}

/** A thing with a name of its own among others of its kind: a box, a person's badge. */
export function Card({ title, aside, tone = 'plain', testId, children }: CardProps) {
  return (
    <article className={`${styles.card} ${styles[tone]}`} aria-label={title} data-testid={testId}>
      <header className={styles.head}>
        <strong>{title}</strong>
        {aside}
      </header>
      {children}
    </article>
  )
}
