import { defaultSettings, themes, zooms } from '../../../shared/contract/settings.ts'
import { useText } from '../../i18n/language.ts'
import { useChange, useSettings } from './change-context.ts'
import { ChoiceSetting } from './choice-setting.tsx'
import { SoundSettings } from './sound-settings.tsx'

const languages = ['ko', 'en'] as const

/** What suits the eyes and ears of whoever packs. */
export function ScreenSection() {
  const t = useText()
  const change = useChange()
  const { language, theme, zoom } = useSettings()
  return (
    <>
      <ChoiceSetting
        id="language"
        title={t('settings.language')}
        explain={t('settings.language.note')}
        value={language}
        initial={defaultSettings.language}
        options={languages}
        name={(option) => t(`language.${option}`)}
        onChoose={(chosen) => {
          change({ language: chosen }, t('settings.language'))
        }}
      />
      <ChoiceSetting
        id="theme"
        title={t('settings.theme')}
        explain={t('settings.theme.note')}
        value={theme}
        initial={defaultSettings.theme}
        options={themes}
        name={(option) => t(`settings.theme.${option}`)}
        onChoose={(chosen) => {
          change({ theme: chosen }, t('settings.theme'))
        }}
      />
      <ChoiceSetting
        id="zoom"
        title={t('settings.zoom')}
        explain={t('settings.zoom.note')}
        value={zoom}
        initial={defaultSettings.zoom}
        options={zooms}
        name={(option) => `${String(option)}%`}
        onChoose={(chosen) => {
          change({ zoom: chosen }, t('settings.zoom'))
        }}
      />
      <SoundSettings />
    </>
  )
}
