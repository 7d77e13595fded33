import { Check } from 'lucide-react'
import styles from './options.module.css'

export type Option = string | number | boolean

type OptionsProps<T extends Option> = {
  /** The ids of what names and explains the choice. */
  labelledBy: string
  describedBy?: string
  value: T
  options: readonly T[]
  name: (option: T) => string
  /** What choosing an option means, where its name does not say it. */
  note?: (option: T) => string
  disabled?: (option: T) => boolean
  testId: string
  onChoose: (option: T) => void
}

/** One of a few, all of them to be seen; the chosen one is marked by a tick and pressed for those who cannot see it. */
export function Options<T extends Option>(props: OptionsProps<T>) {
  const { labelledBy, describedBy, value, options, name, note, disabled, testId, onChoose } = props
  return (
    <div
      role="group"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      className={note === undefined ? styles.beside : styles.below}
    >
      {options.map((option) => (
        <button
          key={String(option)}
          type="button"
          className={styles.option}
          aria-pressed={value === option}
          disabled={disabled?.(option) ?? false}
          data-testid={`${testId}-${String(option)}`}
          onClick={() => {
            if (option !== value) onChoose(option)
          }}
        >
          <Check aria-hidden="true" />
          <span>
            <strong>{name(option)}</strong>
            {note === undefined ? null : <span className={styles.note}>{note(option)}</span>}
          </span>
        </button>
      ))}
    </div>
  )
}
