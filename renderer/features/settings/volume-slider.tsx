import { Volume2, VolumeX } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/language.ts'
import styles from './settings.module.css'

type VolumeSliderProps = {
  label: string
  /** 0 to 1. */
  value: number
  testId?: string
  onChange: (value: number) => void
}

/** A volume in steps of a tenth; it follows the hand at once and what the desk keeps as soon as that is said. */
export function VolumeSlider({ label, value, testId, onChange }: VolumeSliderProps) {
  const t = useText()
  const [draft, setDraft] = useState<{ chosen: number; over: number } | null>(null)
  const shown = draft !== null && draft.over === value ? draft.chosen : value
  const percent = Math.round(shown * 100)
  const words = percent === 0 ? t('settings.muted') : `${String(percent)}%`
  const Icon = percent === 0 ? VolumeX : Volume2
  return (
    <div className={styles.volume}>
      <Icon aria-hidden="true" />
      <input
        data-testid={testId}
        type="range"
        min={0}
        max={100}
        step={10}
        value={percent}
        aria-label={label}
        aria-valuetext={words}
        onChange={(event) => {
          const chosen = Number(event.target.value) / 100
          setDraft({ chosen, over: value })
          onChange(chosen)
        }}
      />
      <output>{words}</output>
    </div>
  )
}
