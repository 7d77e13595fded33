import { ChartColumnBig, FileDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Board } from '../../../shared/contract/board.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions, useDesk, useSnapshot } from '../../state/desk-context.ts'
import { localDay, number } from '../../i18n/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { boardCsv, perHour, refusedCount } from './board-numbers.ts'
import { DayChoice } from './day-choice.tsx'
import { HourChart } from './hour-chart.tsx'
import { PackerTable } from './packer-table.tsx'
import { RefusedList } from './refused-list.tsx'
import styles from './board-dialog.module.css'

/** A day's work in numbers, growing while it is shown. */
export function BoardDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { now } = useDesk()
  const [day, setDay] = useState(() => localDay(now()))
  const { ask } = useActions()
  const [saved, setSaved] = useState<string | null>(null)
  const board = useBoard(day)
  return (
    <Dialog title={t('board.title')} wide testId="board" onClose={onClose}>
      <div className={styles.tools}>
        <DayChoice
          day={day}
          onChoose={(chosen) => {
            setDay(chosen)
            setSaved(null)
          }}
        />
        <Button
          data-testid="board-export"
          disabled={board === null}
          onClick={() => {
            if (board === null) return
            void ask('exportBoard', { day: board.day, text: boardCsv(board, t) }).then((answer) => {
              setSaved(answer?.path ?? null)
            })
          }}
        >
          <FileDown aria-hidden="true" />
          {t('board.export')}
        </Button>
      </div>
      <p role="status" className={styles.saved} data-testid="board-saved">
        {saved === null ? '' : t('board.saved', { path: saved })}
      </p>
      {board === null ? <p className={styles.quiet}>{t('board.loading')}</p> : <Numbers board={board} />}
      {board === null ? null : board.boxes === 0 ? (
        <EmptyState icon={ChartColumnBig} title={t('board.none')} todo={t('board.none.todo')} />
      ) : (
        <>
          <HourChart hours={board.hours} />
          <PackerTable board={board} />
        </>
      )}
      {board === null ? null : <RefusedList refused={board.refused} />}
    </Dialog>
  )
}

function Numbers({ board }: { board: Board }) {
  const t = useText()
  const language = useLanguage()
  const numbers = [
    { key: 'orders', name: t('board.orders'), value: board.orders },
    { key: 'boxes', name: t('board.boxes'), value: board.boxes },
    { key: 'units', name: t('board.units'), value: board.units },
    { key: 'perHour', name: t('board.perHour'), value: perHour(board.hours) },
    { key: 'refused', name: t('board.refused'), value: refusedCount(board) },
    { key: 'undone', name: t('board.undone'), value: board.undone },
  ]
  return (
    <dl className={styles.numbers}>
      {numbers.map(({ key, name, value }) => (
        <div key={key} data-testid={`board-${key}`}>
          <dt>{name}</dt>
          <dd>{number(language, value)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The day's board, read again with everything that happens at the desk; null until it is there. */
function useBoard(day: string): Board | null {
  const { ask } = useActions()
  const queueVersion = useSnapshot((snapshot) => snapshot.queueVersion)
  const scans = useSnapshot((snapshot) => snapshot.lastScan?.id ?? 0)
  const [board, setBoard] = useState<Board | null>(null)
  useEffect(() => {
    let wanted = true
    void ask('board', { day }).then((found) => {
      if (wanted && found !== null) setBoard(found)
    })
    return () => {
      wanted = false
    }
  }, [ask, day, queueVersion, scans])
  return board?.day === day ? board : null
}
