import { Search } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Keycap } from './keycap.tsx'
import styles from './field.module.css'

type SearchFieldProps = Omit<ComponentProps<'input'>, 'onChange' | 'type'> & {
  /** What is searched for, shown while the field is empty. */
  label: string
  testId: string
  /** The key that leads here. */
  shortcut?: string
  onText: (text: string) => void
}

/** What narrows a list down, above it. */
export function SearchField({ label, testId, shortcut, onText, ...rest }: SearchFieldProps) {
  return (
    <label className={`${styles.search} ${shortcut === undefined ? '' : styles.withKey}`}>
      <Search aria-hidden="true" />
      <span className="unseen">{label}</span>
      <input
        type="search"
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        aria-keyshortcuts={shortcut}
        data-testid={testId}
        onChange={(event) => {
          onText(event.target.value)
        }}
        {...rest}
      />
      {shortcut === undefined ? null : <Keycap>{shortcut}</Keycap>}
    </label>
  )
}
