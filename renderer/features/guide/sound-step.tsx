import { Play } from 'lucide-react'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions, useDesk, useSnapshot } from '../../state/desk-context.ts'
import type { Cue } from '../../sound/cues.ts'
import { Button } from '../../ui/button.tsx'
import { VolumeSlider } from '../settings/volume-slider.tsx'
import styles from './guide.module.css'

const heard: readonly Cue[] = ['accepted', 'refused', 'sealed', 'complete', 'stop']

/** Every sound to be heard before the first scan, how loud, and whether the desk speaks. */
export function SoundStep() {
  const t = useText()
  const language = useLanguage()
  const { player, speaker } = useDesk()
  const { run } = useActions()
  const { volume, cues, speech } = useSnapshot((snapshot) => snapshot.settings)
  return (
    <>
      <div className={styles.hear}>
        {heard.map((cue) => (
          <Button
            key={cue}
            disabled={volume * cues[cue] === 0}
            data-testid={`guide-hear-${cue}`}
            onClick={() => {
              player.play(cue, volume * cues[cue])
            }}
          >
            <Play aria-hidden="true" />
            {t(`settings.hear.${cue}`)}
          </Button>
        ))}
      </div>
      <VolumeSlider
        label={t('settings.volume')}
        value={volume}
        testId="guide-volume"
        onChange={(chosen) => {
          run('changeSettings', { volume: chosen })
        }}
      />
      <label className={styles.speech}>
        <input
          type="checkbox"
          data-testid="guide-speech"
          checked={speech}
          onChange={(event) => {
            run('changeSettings', { speech: event.target.checked })
            if (event.target.checked) speaker.say(t('settings.speech.sample'), language, volume)
          }}
        />
        {t('guide.sound.speech')}
      </label>
    </>
  )
}
