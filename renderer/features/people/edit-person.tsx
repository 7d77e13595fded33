import { useState } from 'react'
import type { PersonView } from '../../../shared/contract/people.ts'
import type { Input } from '../../../shared/contract/methods.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { PersonFields, type PersonDraft } from './person-fields.tsx'
import { isPinText } from './pin-text.ts'
import styles from './people-dialog.module.css'

/** Name, role and PIN of a person, and whether they still pack here. */
export function EditPerson({ person, onDone }: { person: PersonView; onDone: () => void }) {
  const t = useText()
  const { tell } = useActions()
  const [draft, setDraft] = useState<PersonDraft>({ name: person.name, role: person.role, pin: '' })
  const { name, role, pin } = draft
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
      <PersonFields
        draft={draft}
        pinLabel={t(person.hasPin ? 'people.pinNew' : 'people.pinOptional')}
        onChange={setDraft}
      />
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
