import { Check, LogIn } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { longestPin } from '../../../shared/contract/people.ts'
import { useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { PinField } from '../../ui/pin-field.tsx'
import { moveInGrid } from '../menu/move-in-grid.ts'
import { isPinText, onlyDigits } from '../people/pin-text.ts'
import { usePeople } from '../people/use-people.ts'
import { PinPad } from './pin-pad.tsx'
import { SignInNotice } from './sign-in-notice.tsx'
import { useAnswerSince } from '../../state/use-answer-since.ts'
import { WithoutPin } from './without-pin.tsx'
import styles from './sign-in.module.css'

/** Signs in by name and PIN. `last`: who worked here before, and most likely comes back. */
export function SignInForm({ last }: { last: number | null }) {
  const t = useText()
  const { run } = useActions()
  const { people } = usePeople()
  const here = useSnapshot((snapshot) => snapshot.people.person?.id ?? null)
  const answer = useAnswerSince()
  const form = useRef<HTMLFormElement>(null)
  const [chosen, setChosen] = useState<number | null>(null)
  const [pin, setPin] = useState('')
  const [answered, setAnswered] = useState(answer?.id)
  if (answered !== answer?.id) {
    setAnswered(answer?.id)
    setPin('')
  }

  const active = (people ?? []).filter((person) => person.active && person.id !== here)
  const withPin = active.filter(({ hasPin }) => hasPin)
  const [only] = withPin.length === 1 ? withPin : []
  const who = chosen ?? withPin.find(({ id }) => id === last)?.id ?? only?.id ?? null
  const complete = who !== null && isPinText(pin)

  const field = (): HTMLElement | null => form.current?.querySelector('input') ?? null
  const loaded = people !== null
  const known = who !== null
  useEffect(() => {
    if (!loaded || form.current?.contains(document.activeElement) === true) return
    const first = known ? field() : (form.current?.querySelector('button') ?? null)
    first?.focus()
  }, [loaded, known])

  return (
    <form
      ref={form}
      className={styles.form}
      data-testid="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!complete) return
        run('signIn', { id: who, pin })
        setPin('')
        // The button pressed is off until there is a PIN again; the next try begins in the field.
        field()?.focus()
      }}
    >
      <div>
        <h3>{t('signIn.who')}</h3>
        <ul
          className={styles.people}
          onKeyDown={(event) => {
            if (moveInGrid(event.currentTarget, event.key)) event.preventDefault()
          }}
        >
          {withPin.map(({ id, name, role }) => (
            <li key={id}>
              <button
                type="button"
                className={styles.person}
                aria-pressed={who === id}
                data-testid={`sign-in-${String(id)}`}
                onClick={() => {
                  setChosen(id)
                  field()?.focus()
                }}
              >
                <Check aria-hidden="true" />
                <strong>{name}</strong>
                <span>{t(`people.role.${role}`)}</span>
              </button>
            </li>
          ))}
        </ul>
        {people === null ? null : <WithoutPin people={active} />}
      </div>
      <div className={styles.entry}>
        <PinField
          label={t('signIn.pin')}
          testId="sign-in-pin"
          maxLength={longestPin}
          value={pin}
          onText={(text) => {
            setPin(onlyDigits(text))
          }}
        />
        <PinPad
          onDigit={(digit) => {
            setPin((before) => (before + digit).slice(0, longestPin))
          }}
          onBack={() => {
            setPin((before) => before.slice(0, -1))
          }}
        />
        <Button
          type="submit"
          strong
          className={styles.submit}
          data-testid="sign-in-submit"
          disabled={!complete}
        >
          <LogIn aria-hidden="true" />
          {t('signIn.submit')}
        </Button>
      </div>
      <SignInNotice answer={answer} />
    </form>
  )
}
