import { Users } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { usePeople } from '../people/use-people.ts'
import { SettingRow } from './setting-row.tsx'

/** Who packs here. */
export function PeoplePart() {
  const t = useText()
  const { openDialog } = useActions()
  const { people } = usePeople()
  return (
    <SettingRow
      id="people"
      title={t('settings.people')}
      explain={t('settings.people.note')}
      initial={null}
      untouched
      onReset={() => undefined}
    >
      {() => (
        <Button
          data-testid="open-people"
          onClick={() => {
            openDialog('people')
          }}
        >
          <Users aria-hidden="true" />
          {t('settings.people.open', { count: people?.filter(({ active }) => active).length ?? 0 })}
        </Button>
      )}
    </SettingRow>
  )
}
