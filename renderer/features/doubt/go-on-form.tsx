import { useState } from 'react'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { PinField } from '../../ui/pin-field.tsx'
import { messageOf } from '../answers/message.ts'
import styles from './doubt.module.css'

/** Asks a lead to let the sending go on: by the PIN, where one is set and none of them is signed in. */
export function GoOnForm({ isRead }: { isRead: boolean }) {
  const t = useText()
  const language = useLanguage()
  const { tell } = useActions()
  const [pin, setPin] = useState('')
  const [turnedDown, setTurnedDown] = useState<string | null>(null)
  const isLead = useSnapshot((snapshot) => snapshot.people.person?.role === 'lead')
  const required = useSnapshot((snapshot) => snapshot.people.required)
  const pinSet = useSnapshot((snapshot) => snapshot.pinSet)
  const needsPin = pinSet && !isLead
  const leadFirst = required && !pinSet && !isLead
  return (
    <form
      className={styles.goOn}
      aria-label={t('doubt.goOn')}
      onSubmit={(event) => {
        event.preventDefault()
        void tell('goOn', { pin }).then((shown) => {
          const answer = shown?.lastScan?.answer
          if (answer === undefined || answer.ok) return
          const { title, detail } = messageOf(answer, t, language)
          setTurnedDown(`${title} — ${detail}`)
        })
        setPin('')
      }}
    >
      {needsPin ? <PinField label={t('unsent.pin')} testId="go-on-pin" value={pin} onText={setPin} /> : null}
      {turnedDown === null ? null : (
        <p role="alert" data-testid="go-on-no">
          {turnedDown}
        </p>
      )}
      {leadFirst ? <p>{t('doubt.leadFirst')}</p> : null}
      <Button
        strong
        type="submit"
        data-testid="go-on"
        disabled={!isRead || leadFirst || (needsPin && pin === '')}
      >
        {t('doubt.goOn')}
      </Button>
    </form>
  )
}
