import { Play } from 'lucide-react'
import { defaultSettings } from '../../../shared/contract/settings.ts'
import { useText } from '../../i18n/language.ts'
import { useDesk } from '../../state/desk-context.ts'
import type { Cue } from '../../sound/cues.ts'
import { Button } from '../../ui/button.tsx'
import { useChange, useSettings } from './change-context.ts'
import { SettingRow } from './setting-row.tsx'
import { VolumeSlider } from './volume-slider.tsx'
import styles from './settings.module.css'

const heard: readonly Cue[] = ['accepted', 'refused', 'sealed', 'complete', 'stop']

const inPercent = (volume: number): string => `${String(Math.round(volume * 100))}%`

/** How loud the desk is; every sound can be heard at once. */
export function SoundSettings() {
  const t = useText()
  const change = useChange()
  const { player } = useDesk()
  const { volume, cues } = useSettings()
  return (
    <>
      <SettingRow
        id="volume"
        title={t('settings.volume')}
        explain={t('settings.volume.note')}
        initial={inPercent(defaultSettings.volume)}
        untouched={volume === defaultSettings.volume}
        onReset={() => {
          change({ volume: defaultSettings.volume }, t('settings.volume'))
        }}
      >
        {() => (
          <VolumeSlider
            label={t('settings.volume')}
            value={volume}
            testId="volume"
            onChange={(chosen) => {
              change({ volume: chosen }, t('settings.volume'))
            }}
          />
        )}
      </SettingRow>
      <SettingRow
        id="cues"
        title={t('settings.cues')}
        explain={t('settings.cues.note')}
        initial={t('settings.cues.initial')}
        untouched={heard.every((cue) => cues[cue] === defaultSettings.cues[cue])}
        onReset={() => {
          change({ cues: defaultSettings.cues }, t('settings.cues'))
        }}
      >
        {() => (
          <ul className={styles.cues}>
            {heard.map((cue) => (
              <li key={cue}>
                <Button
                  disabled={volume * cues[cue] === 0}
                  data-testid={`hear-${cue}`}
                  onClick={() => {
                    player.play(cue, volume * cues[cue])
                  }}
                >
                  <Play aria-hidden="true" />
                  {t(`settings.hear.${cue}`)}
                </Button>
                <VolumeSlider
                  label={t('settings.cueVolume', { name: t(`settings.hear.${cue}`) })}
                  value={cues[cue]}
                  testId={`cue-${cue}`}
                  onChange={(chosen) => {
                    change({ cues: { ...cues, [cue]: chosen } }, t(`settings.hear.${cue}`))
                  }}
                />
              </li>
            ))}
          </ul>
        )}
      </SettingRow>
    </>
  )
}
