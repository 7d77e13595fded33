import { Delete } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useText } from '../../i18n/language.ts'
import styles from './sign-in.module.css'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Keeps the focus in the PIN's field, so that the keyboard's digits and Enter go on working there. */
const keepFocus = (event: MouseEvent): void => {
  event.preventDefault()
}

/** Digits to press; a keyboard types them into the field itself. */
export function PinPad({ onDigit, onBack }: { onDigit: (digit: string) => void; onBack: () => void }) {
  const t = useText()
  const key = (digit: string) => (
    <button
      key={digit}
      type="button"
      className={styles.key}
      data-testid={`pin-key-${digit}`}
      onMouseDown={keepFocus}
      onClick={() => {
        onDigit(digit)
      }}
    >
      {digit}
    </button>
  )
  return (
    <div role="group" aria-label={t('signIn.pad')} className={styles.pad}>
      {digits.map(key)}
      <button
        type="button"
        className={styles.key}
        aria-label={t('signIn.back')}
        data-testid="pin-key-back"
        onMouseDown={keepFocus}
        onClick={onBack}
      >
        <Delete aria-hidden="true" />
      </button>
      {key('0')}
    </div>
  )
}
