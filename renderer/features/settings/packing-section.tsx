import { defaultSettings, whoMay, workModes } from '../../../shared/contract/settings.ts'
import { useText } from '../../i18n/language.ts'
import { useChange, useSettings } from './change-context.ts'
import { ChoiceSetting } from './choice-setting.tsx'
import { NumberSetting } from './number-setting.tsx'
import { SwitchSetting } from './switch-setting.tsx'
import { WordsSetting } from './words-setting.tsx'

/** How this desk packs. */
export function PackingSection() {
  const t = useText()
  const change = useChange()
  const settings = useSettings()
  return (
    <>
      <ChoiceSetting
        id="workMode"
        title={t('settings.workMode')}
        explain={t('settings.workMode.note')}
        value={settings.workMode}
        initial={defaultSettings.workMode}
        options={workModes}
        name={(option) => t(`settings.workMode.${option}`)}
        note={(option) => t(`settings.workMode.${option}.note`)}
        onChoose={(workMode) => {
          change({ workMode }, t('settings.workMode'))
        }}
      />
      <SwitchSetting
        id="forcedOrder"
        title={t('settings.forcedOrder')}
        explain={t('settings.forcedOrder.note')}
        value={settings.forcedOrder}
        initial={defaultSettings.forcedOrder}
        onChoose={(forcedOrder) => {
          change({ forcedOrder }, t('settings.forcedOrder'))
        }}
      />
      <SwitchSetting
        id="exemptGifts"
        title={t('settings.exemptGifts')}
        explain={t('settings.exemptGifts.note')}
        value={settings.exemptGifts}
        initial={defaultSettings.exemptGifts}
        onChoose={(exemptGifts) => {
          change({ exemptGifts }, t('settings.exemptGifts'))
        }}
      />
      <WordsSetting
        id="exemptWords"
        title={t('settings.exemptWords')}
        explain={t('settings.exemptWords.note')}
        words={settings.exemptWords}
        onChange={(exemptWords) => {
          change({ exemptWords }, t('settings.exemptWords'))
        }}
      />
      <NumberSetting
        id="quantityFrom"
        title={t('settings.quantityFrom')}
        explain={t('settings.quantityFrom.note')}
        value={settings.quantityFrom}
        initial={defaultSettings.quantityFrom}
        max={1000}
        unit={t('settings.unit.units')}
        zero={t('settings.quantityFrom.never')}
        onChoose={(quantityFrom) => {
          change({ quantityFrom }, t('settings.quantityFrom'))
        }}
      />
      <ChoiceSetting
        id="unscanned"
        title={t('settings.unscanned')}
        explain={t('settings.unscanned.note')}
        value={settings.unscanned}
        initial={defaultSettings.unscanned}
        options={whoMay}
        name={(option) => t(`settings.whoMay.${option}`)}
        onChoose={(unscanned) => {
          change({ unscanned }, t('settings.unscanned'))
        }}
      />
      <NumberSetting
        id="graceSeconds"
        title={t('settings.graceSeconds')}
        explain={t('settings.graceSeconds.note')}
        value={settings.graceSeconds}
        initial={defaultSettings.graceSeconds}
        max={600}
        unit={t('settings.unit.seconds')}
        zero={t('settings.graceSeconds.none')}
        onChoose={(graceSeconds) => {
          change({ graceSeconds }, t('settings.graceSeconds'))
        }}
      />
    </>
  )
}
