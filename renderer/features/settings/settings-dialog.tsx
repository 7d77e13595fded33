import { Play, Volume2, VolumeX } from 'lucide-react'
import { useId, useState } from 'react'
import { useActions, useDesk, useSnapshot, useText } from '../../app/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { LogTools } from './log-tools.tsx'
import { PinForm } from './pin-form.tsx'
import styles from './settings-dialog.module.css'

const heard = ['accepted', 'refused', 'sealed', 'complete'] as const

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const id = useId()
  const { player } = useDesk()
  const { run } = useActions()
  const saved = useSnapshot((snapshot) => snapshot.settings.volume)
  const [volume, setVolume] = useState(saved)
  const Icon = volume === 0 ? VolumeX : Volume2
  return (
    <Dialog title={t('settings.title')} testId="settings" onClose={onClose}>
      <section className={styles.row}>
        <h3>{t('settings.language')}</h3>
        <div className={styles.language}>
          <LanguageChoice />
        </div>
      </section>
      <section className={styles.row}>
        <h3>
          <label htmlFor={id}>{t('settings.volume')}</label>
        </h3>
        <div className={styles.volume}>
          <Icon aria-hidden="true" />
          <input
            id={id}
            data-testid="volume"
            type="range"
            min={0}
            max={100}
            step={10}
            value={Math.round(volume * 100)}
            aria-valuetext={volume === 0 ? t('settings.muted') : `${String(Math.round(volume * 100))}%`}
            onChange={(event) => {
              const chosen = Number(event.target.value) / 100
              setVolume(chosen)
              run('changeSettings', { volume: chosen })
            }}
          />
          <output htmlFor={id}>{volume === 0 ? t('settings.muted') : Math.round(volume * 100)}</output>
        </div>
        <p className={styles.note}>{t('settings.volumeNote')}</p>
        <div className={styles.hear}>
          {heard.map((cue) => (
            <Button
              key={cue}
              disabled={volume === 0}
              onClick={() => {
                player.play(cue, volume)
              }}
            >
              <Play aria-hidden="true" size={18} />
              {t(`settings.hear.${cue}`)}
            </Button>
          ))}
        </div>
      </section>
      <PinForm />
      <LogTools />
    </Dialog>
  )
}
