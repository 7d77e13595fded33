import type { ComponentProps } from 'react'
import styles from './button.module.css'

type ButtonProps = ComponentProps<'button'> & {
  /** The thing most likely wanted. */
  strong?: boolean
}

export function Button({ strong = false, className = '', ...rest }: ButtonProps) {
  const look = strong ? `${styles.button} ${styles.strong}` : styles.button
  return <button type="button" className={`${look} ${className}`} {...rest} />
}
