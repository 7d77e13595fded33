import { RotateCcw } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { useText } from '../../i18n/language.ts'
import { Button } from '../../ui/button.tsx'
import styles from './settings.module.css'

type SettingRowProps = {
  /** Names the row for tests. */
  id: string
  title: string
  /** In one sentence, what it does. */
  explain: string
  /** Beside its name: who may set it. */
  aside?: ReactNode
  /** How it was in the beginning, in words; null where that goes without saying. */
  initial: string | null
  /** It is as it was in the beginning. */
  untouched: boolean
  onReset: () => void
  /** Asked before it is reset, where that would throw something away. */
  resetAsk?: string
  children: (ids: { title: string; explain: string }) => ReactNode
}

/** A setting with its name, what it does, how it was in the beginning, and the way back there. */
export function SettingRow(props: SettingRowProps) {
  const { id, title, explain, aside, initial, untouched, onReset, resetAsk, children } = props
  const t = useText()
  const own = useId()
  const [asking, setAsking] = useState(false)
  const ids = { title: `${own}title`, explain: `${own}explain` }
  return (
    <section className={styles.row} aria-labelledby={ids.title} data-testid={`setting-${id}`}>
      <header className={styles.rowHead}>
        <h3 id={ids.title}>{title}</h3>
        {aside}
      </header>
      <p id={ids.explain} className={styles.explain}>
        {explain}
      </p>
      {children(ids)}
      {initial === null ? null : (
        <div className={styles.initial}>
          <p>{t('settings.initial', { value: initial })}</p>
          {untouched ? null : asking ? (
            <>
              <p role="alert">{resetAsk}</p>
              <Button
                data-testid={`reset-sure-${id}`}
                onClick={() => {
                  setAsking(false)
                  onReset()
                }}
              >
                {t('settings.resetYes')}
              </Button>
              <Button
                onClick={() => {
                  setAsking(false)
                }}
              >
                {t('settings.resetNo')}
              </Button>
            </>
          ) : (
            <Button
              aria-label={t('settings.resetOf', { name: title })}
              data-testid={`reset-${id}`}
              onClick={() => {
                if (resetAsk === undefined) onReset()
                else setAsking(true)
              }}
            >
              <RotateCcw aria-hidden="true" />
              {t('settings.reset')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
