import { useState } from 'react'
import styles from './settings.module.css'

type TextControlProps = {
  id: string
  label: string
  describedBy: string
  value: string
  maxLength: number
  onChoose: (value: string) => void
}

/** A short text; taken over with Enter or by leaving the field. */
export function TextControl({ id, label, describedBy, value, maxLength, onChoose }: TextControlProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const take = (): void => {
    const text = (draft ?? value).trim()
    setDraft(null)
    if (text !== value) onChoose(text)
  }
  return (
    <form
      className={styles.number}
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <input
        type="text"
        className={styles.text}
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        aria-label={label}
        aria-describedby={describedBy}
        data-testid={id}
        value={draft ?? value}
        onChange={(event) => {
          setDraft(event.target.value)
        }}
        onBlur={take}
      />
    </form>
  )
}
