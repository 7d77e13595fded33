import { useState } from 'react'
import type { UnsentRow } from '../../../shared/contract/snapshot.ts'
import { useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { PinField } from '../../ui/pin-field.tsx'
import { unsentName } from './unsent-words.ts'
import styles from './unsent-dialog.module.css'

/** How a person ends what the store is not to be told of any more. */
export type Resolution = 'handedOver' | 'discarded'

const longestReason = 200

type ResolveFormProps = { row: UnsentRow; how: Resolution; onDone: () => void }

/**
 * Asks for what has to be known before something leaves the outbox by hand: who, why, and the supervisor's PIN. A
 * supervisor who is signed in needs none; where none has been set it can be left to a person, but not discarded.
 */
export function ResolveForm({ row, how, onDone }: ResolveFormProps) {
  const { seq } = row
  const t = useText()
  const { run } = useActions()
  const [who, setWho] = useState('')
  const [why, setWhy] = useState('')
  const [pin, setPin] = useState('')
  const reason = `${who.trim()}: ${why.trim()}`
  const isLead = useSnapshot((snapshot) => snapshot.people.person?.role === 'lead')
  const pinSet = useSnapshot((snapshot) => snapshot.pinSet)
  const needsPin = pinSet && !isLead
  const pinFirst = !pinSet && !isLead && how === 'discarded'
  const complete =
    who.trim() !== '' &&
    why.trim() !== '' &&
    (pin !== '' || !needsPin) &&
    !pinFirst &&
    reason.length <= longestReason
  return (
    <form
      className={styles.resolve}
      aria-label={t(`unsent.${how}.box`, { what: unsentName(row, t) })}
      data-testid={`resolve-${String(seq)}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (!complete) return
        run('resolveByHand', { seq, how, reason, pin })
        onDone()
      }}
    >
      <p className={styles.warning}>{t(`intent.${row.kind}.${how}`)}</p>
      <div className={styles.resolveFields}>
        <Field
          label={t(`unsent.${how}.who`)}
          testId="resolve-who"
          maxLength={40}
          value={who}
          autoFocus
          onText={setWho}
        />
        <Field
          label={t('unsent.reason')}
          testId="resolve-reason"
          maxLength={150}
          value={why}
          onText={setWhy}
        />
        {needsPin ? (
          <PinField label={t('unsent.pin')} testId="resolve-pin" value={pin} onText={setPin} />
        ) : null}
      </div>
      {pinFirst ? <p className={styles.hint}>{t('unsent.pinFirst')}</p> : null}
      <div className={styles.resolveButtons}>
        <Button data-testid="resolve-cancel" onClick={onDone}>
          {t('unsent.back')}
        </Button>
        <Button strong type="submit" data-testid="resolve-confirm" disabled={!complete}>
          {t(`unsent.${how}.confirm`)}
        </Button>
      </div>
    </form>
  )
}
