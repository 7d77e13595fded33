import styles from './field.module.css'

type ChoiceProps<T extends string | number> = {
  label: string
  value: T
  options: readonly T[]
  name: (option: T) => string
  testId: string
  onChoose: (option: T) => void
}

/** One of a list, with its name above it. */
export function Choice<T extends string | number>(props: ChoiceProps<T>) {
  const { label, value, options, name, testId, onChoose } = props
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <select
        data-testid={testId}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => String(option) === event.target.value)
          if (chosen !== undefined) onChoose(chosen)
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {name(option)}
          </option>
        ))}
      </select>
    </label>
  )
}
