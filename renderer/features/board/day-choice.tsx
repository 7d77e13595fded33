import { useText } from '../../i18n/language.ts'
import { useDesk } from '../../state/desk-context.ts'
import { localDay } from '../../i18n/format.ts'
import { Button } from '../../ui/button.tsx'
import { firstFocus } from '../../ui/use-modal.ts'
import styles from './board-dialog.module.css'

const dayMs = 86_400_000

/** Today, yesterday, or any day before. */
export function DayChoice({ day, onChoose }: { day: string; onChoose: (day: string) => void }) {
  const t = useText()
  const { now } = useDesk()
  const today = localDay(now())
  const yesterday = localDay(now() - dayMs)
  return (
    <div className={styles.days}>
      <Button
        aria-pressed={day === today}
        data-testid="board-today"
        {...firstFocus}
        onClick={() => {
          onChoose(today)
        }}
      >
        {t('board.today')}
      </Button>
      <Button
        aria-pressed={day === yesterday}
        data-testid="board-yesterday"
        onClick={() => {
          onChoose(yesterday)
        }}
      >
        {t('board.yesterday')}
      </Button>
      <label className={styles.date}>
        <span className="unseen">{t('board.date')}</span>
        <input
          type="date"
          data-testid="board-date"
          max={today}
          value={day}
          onChange={(event) => {
            if (event.target.value !== '') onChoose(event.target.value)
          }}
        />
      </label>
    </div>
  )
}
