import { useState } from 'react'
import { roles, type Role } from '../../../shared/contract/people.ts'
import { useActions, useText } from '../../app/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { isPinText, onlyDigits } from './pin-text.ts'
import styles from './people-dialog.module.css'

/** `asLead`: nobody is one yet who can sign in, so this one has to be, with a PIN. */
export function AddPerson({ asLead, onDone }: { asLead: boolean; onDone: () => void }) {
  const t = useText()
  const { tell } = useActions()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>(asLead ? 'lead' : 'packer')
  const [pin, setPin] = useState('')
  const pinFits = isPinText(pin) || (pin === '' && !asLead)
  const complete = name.trim() !== '' && pinFits
  const save = async (): Promise<void> => {
    const shown = await tell('addPerson', { name: name.trim(), role, pin: pin === '' ? null : pin })
    if (shown?.lastScan?.answer.ok === true) onDone()
  }
  return (
    <form
      className={styles.form}
      data-testid="people-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (complete) void save()
      }}
    >
      <div className={styles.fields}>
        <Field
          label={t('people.name')}
          testId="person-name"
          autoFocus
          maxLength={40}
          value={name}
          onText={setName}
        />
        <Choice
          label={t('people.role')}
          testId="person-role"
          value={role}
          options={asLead ? (['lead'] as const) : roles}
          name={(option) => t(`people.role.${option}`)}
          onChoose={setRole}
        />
        <Field
          label={t(asLead ? 'people.pin' : 'people.pinOptional')}
          testId="person-pin"
          type="password"
          inputMode="numeric"
          maxLength={8}
          value={pin}
          onText={(text) => {
            setPin(onlyDigits(text))
          }}
        />
      </div>
      <p className={styles.note}>
        {t(pin !== '' && !isPinText(pin) ? 'people.pinShort' : 'people.pin.note')}
      </p>
      <div className={styles.deeds}>
        <Button onClick={onDone}>{t('people.cancel')}</Button>
        <Button type="submit" strong disabled={!complete} data-testid="person-save">
          {t('people.save')}
        </Button>
      </div>
    </form>
  )
}
