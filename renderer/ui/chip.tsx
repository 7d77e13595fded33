import { X, type LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import styles from './chip.module.css'

export type Tone = 'plain' | 'blue' | 'green' | 'amber' | 'red' | 'kraft'

/** A word or two that say how a thing stands, with a sign beside the colour. */
export function Chip(props: { tone?: Tone; icon?: LucideIcon; children: ReactNode; testId?: string }) {
  const { tone = 'plain', icon: Icon, children, testId } = props
  return (
    <span className={`${styles.chip} ${styles[tone]}`} data-testid={testId}>
      {Icon === undefined ? null : <Icon aria-hidden="true" />}
      <span>{children}</span>
    </span>
  )
}

type FilterChipProps = Omit<ComponentProps<'button'>, 'type'> & {
  testId: string
  /** It is in force; left out where it is shown only while it is. */
  pressed?: boolean
}

/** A filter: pressed to put it in force, or, where it is there only while it is in force, to take it off. */
export function FilterChip({ testId, pressed, children, className = '', ...rest }: FilterChipProps) {
  return (
    <button
      type="button"
      className={`${styles.filter} ${className}`}
      aria-pressed={pressed}
      data-testid={testId}
      {...rest}
    >
      <span>{children}</span>
      {pressed === undefined ? <X aria-hidden="true" /> : null}
    </button>
  )
}
