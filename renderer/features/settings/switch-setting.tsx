import { useText } from '../../i18n/language.ts'
import { ChoiceSetting } from './choice-setting.tsx'
import type { SettingProps } from './setting-row.tsx'

type SwitchSettingProps = SettingProps & {
  value: boolean
  initial: boolean
  /** It cannot be switched on now; off always. */
  cannotBeOn?: boolean
  onChoose: (on: boolean) => void
}

/** On or off. */
export function SwitchSetting({ cannotBeOn = false, ...rest }: SwitchSettingProps) {
  const t = useText()
  return (
    <ChoiceSetting
      {...rest}
      options={[true, false]}
      name={(on) => t(on ? 'settings.on' : 'settings.off')}
      disabled={(on) => on && cannotBeOn}
    />
  )
}
