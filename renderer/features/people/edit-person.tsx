import { useState } from 'react'
import { roles, type PersonView } from '../../../shared/contract/people.ts'
import type { Input } from '../../../shared/contract/methods.ts'
import { useActions, useText } from '../../app/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { isPinText, onlyDigits } from './pin-text.ts'
import styles from './people-dialog.module.css'

/** Name, role and PIN of a person, and whether they still pack here. */
export function EditPerson({ person, onDone }: { person: PersonView; onDone: () => void }) {
  const t = useText()
  const { tell } = useActions()
  const [name, setName] = useState(person.name)
  const [role, setRole] = useState(person.role)
  const [pin, setPin] = useState('')
  const complete = name.trim() !== '' && (pin === '' || isPinText(pin))
  const change = async (changes: Omit<Input<'changePerson'>, 'id'>): Promise<void> => {
    const shown = await tell('changePerson', { id: person.id, ...changes })
    if (shown?.lastScan?.answer.ok === true) onDone()
  }
  return (
    <form
      className={styles.form}
      data-testid="person-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (complete) void change({ name: name.trim(), role, ...(pin === '' ? {} : { pin }) })
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
          options={roles}
          name={(option) => t(`people.role.${option}`)}
          onChoose={setRole}
        />
        <Field
          label={t(person.hasPin ? 'people.pinNew' : 'people.pinOptional')}
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
        <Button
          data-testid="person-active"
          onClick={() => {
            void change({ active: !person.active })
          }}
        >
          {t(person.active ? 'people.deactivate' : 'people.reactivate')}
        </Button>
        {person.hasPin ? (
          <Button
            data-testid="person-pin-remove"
            onClick={() => {
              void change({ pin: null })
            }}
          >
            {t('people.pinRemove')}
          </Button>
        ) : null}
        <span className={styles.space} />
        <Button onClick={onDone}>{t('people.cancel')}</Button>
        <Button type="submit" strong disabled={!complete} data-testid="person-save">
          {t('people.save')}
        </Button>
      </div>
    </form>
  )
}
