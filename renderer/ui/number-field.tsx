import { useId, useState } from 'react'
import { useText } from '../i18n/language.ts'
import styles from './field.module.css'

type NumberFieldProps = {
  label: string
  value: number
  min?: number
  max: number
  /** What is counted, for behind the field. */
  unit: string
  /** What the value means, where its figure does not say it. */
  meaning?: (value: number) => string | null
  /** The id of what explains it. */
  describedBy?: string
  testId: string
  onNumber: (value: number) => void
}

/**
 * A whole number, taken over with Enter or by leaving the field. What is none from `min` to `max` is said to be wrong and
 * not taken over. The digits are typed: no wheel and no arrow changes a number unseen.
 */
export function NumberField(props: NumberFieldProps) {
  const { label, value, min = 0, max, unit, meaning, describedBy, testId, onNumber } = props
  const t = useText()
  const problemId = useId()
  const [draft, setDraft] = useState<{ text: string; over: number } | null>(null)
  const text = draft !== null && draft.over === value ? draft.text : String(value)
  const typed = wholeWithin(text, min, max)
  const take = (): void => {
    if (typed === null) return
    setDraft(null)
    if (typed !== value) onNumber(typed)
  }
  return (
    <form
      className={styles.number}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        aria-label={label}
        aria-describedby={typed === null ? problemId : describedBy}
        aria-invalid={typed === null}
        data-testid={testId}
        value={text}
        onChange={(event) => {
          setDraft({ text: event.target.value, over: value })
        }}
        onBlur={take}
      />
      <span>{unit}</span>
      <span className={styles.meaning}>{typed === null ? null : meaning?.(typed)}</span>
      <p id={problemId} role="alert" className={styles.problem} data-testid={`${testId}-problem`}>
        {typed === null ? t('number.range', { min, max }) : null}
      </p>
    </form>
  )
}

/** Null where the text is no whole number from `min` to `max`. */
function wholeWithin(text: string, min: number, max: number): number | null {
  const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : null
  return value === null || value < min || value > max ? null : value
}
