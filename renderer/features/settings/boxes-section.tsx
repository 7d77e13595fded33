import { defaultSettings } from '../../../shared/contract/settings.ts'
import { askings } from '../../../shared/domain/packing/rules.ts'
import { useText } from '../../i18n/language.ts'
import { BoxTypes } from './box-types.tsx'
import { useChange, useSettings } from './change-context.ts'
import { ChoiceSetting } from './choice-setting.tsx'

/** Kinds of boxes, and what is asked of each box before it is sealed. */
export function BoxesSection() {
  const t = useText()
  const change = useChange()
  const { boxTypes, askBoxType, askWeight } = useSettings()
  return (
    <>
      <BoxTypes
        types={boxTypes}
        onChange={(changed) => {
          change({ boxTypes: changed }, t('settings.boxTypes'))
        }}
      />
      <ChoiceSetting
        id="askBoxType"
        title={t('settings.askBoxType')}
        explain={t(boxTypes.length === 0 ? 'settings.askBoxType.noTypes' : 'settings.askBoxType.note')}
        value={askBoxType}
        initial={defaultSettings.askBoxType}
        options={askings}
        name={(option) => t(`settings.asking.${option}`)}
        disabled={(option) => option === 'required' && boxTypes.length === 0}
        onChoose={(chosen) => {
          change({ askBoxType: chosen }, t('settings.askBoxType'))
        }}
      />
      <ChoiceSetting
        id="askWeight"
        title={t('settings.askWeight')}
        explain={t('settings.askWeight.note')}
        value={askWeight}
        initial={defaultSettings.askWeight}
        options={askings}
        name={(option) => t(`settings.asking.${option}`)}
        onChoose={(chosen) => {
          change({ askWeight: chosen }, t('settings.askWeight'))
        }}
      />
    </>
  )
}
