import { useState } from 'react'
import { roles } from '../../../shared/contract/people.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { PersonFields, type PersonDraft } from './person-fields.tsx'
import { isPinText } from './pin-text.ts'
import styles from './people-dialog.module.css'

/** `asLead`: nobody is one yet who can sign in, so this one has to be, with a PIN. */
export function AddPerson({ asLead, onDone }: { asLead: boolean; onDone: () => void }) {
  const t = useText()
  const { tell } = useActions()
  const [draft, setDraft] = useState<PersonDraft>({ name: '', role: asLead ? 'lead' : 'packer', pin: '' })
  const { name, role, pin } = draft
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
      <PersonFields
        draft={draft}
        roles={asLead ? ['lead'] : roles}
        pinLabel={t(asLead ? 'people.pin' : 'people.pinOptional')}
        onChange={setDraft}
      />
      <div className={styles.deeds}>
        <Button onClick={onDone}>{t('people.cancel')}</Button>
        <Button type="submit" strong disabled={!complete} data-testid="person-save">
          {t('people.save')}
        </Button>
      </div>
    </form>
  )
}
