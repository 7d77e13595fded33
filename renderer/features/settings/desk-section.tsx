import { Users } from 'lucide-react'
import { defaultSettings } from '../../../shared/contract/settings.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { canLead, usePeople } from '../people/use-people.ts'
import { useChange, useSettings } from './change-context.ts'
import { NumberSetting } from './number-setting.tsx'
import { SettingRow } from './setting-row.tsx'
import { SwitchSetting } from './switch-setting.tsx'
import { TextSetting } from './text-setting.tsx'

/** Who packs here, and how the desk is called. */
export function DeskSection() {
  const t = useText()
  const change = useChange()
  const { openDialog } = useActions()
  const { people } = usePeople()
  const { deskName, signIn, idleLockMinutes } = useSettings()
  const lead = people !== null && canLead(people)
  return (
    <>
      <TextSetting
        id="deskName"
        title={t('settings.deskName')}
        explain={t('settings.deskName.note')}
        value={deskName}
        maxLength={40}
        onChoose={(chosen) => {
          change({ deskName: chosen }, t('settings.deskName'))
        }}
      />
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
            <Users aria-hidden="true" size={18} />
            {t('settings.people.open', { count: people?.filter(({ active }) => active).length ?? 0 })}
          </Button>
        )}
      </SettingRow>
      <SwitchSetting
        id="signIn"
        title={t('settings.signIn')}
        explain={t(
          lead ? 'settings.signIn.note' : signIn ? 'settings.signIn.resting' : 'settings.signIn.noLead',
        )}
        value={signIn}
        initial={defaultSettings.signIn}
        cannotBeOn={!lead}
        onChoose={(on) => {
          change({ signIn: on }, t('settings.signIn'))
        }}
      />
      <NumberSetting
        id="idleLockMinutes"
        title={t('settings.idleLock')}
        explain={t('settings.idleLock.note')}
        value={idleLockMinutes}
        initial={defaultSettings.idleLockMinutes}
        max={240}
        unit={t('settings.unit.minutes')}
        zero={t('settings.idleLock.never')}
        onChoose={(chosen) => {
          change({ idleLockMinutes: chosen }, t('settings.idleLock'))
        }}
      />
    </>
  )
}
