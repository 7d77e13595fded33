import type { ComponentProps } from 'react'
import styles from './field.module.css'

type FieldProps = Omit<ComponentProps<'input'>, 'onChange'> & {
  label: string
  testId: string
  onText: (text: string) => void
}

/** A text field with its name above it. */
export function Field({ label, testId, onText, ...rest }: FieldProps) {
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        data-testid={testId}
        onChange={(event) => {
          onText(event.target.value)
        }}
        {...rest}
      />
    </label>
  )
}
