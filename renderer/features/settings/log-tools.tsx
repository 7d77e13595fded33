import { CalendarDays, FileDown, RotateCcw, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { WindowInput, WindowMethod, WindowOutputs } from '../../../shared/contract/methods.ts'
import { useText } from '../../i18n/language.ts'
import { useActions, useDesk, useSnapshot } from '../../state/desk-context.ts'
import { localDay } from '../../i18n/format.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { LastBackup } from './last-backup.tsx'
import { checkNotice, exportNotice, rebuildNotice, type LogNotice } from './log-words.ts'
import styles from './settings.module.css'

/** What can be done with the packing log: check it, read the tables from it anew, save a part of it. */
export function LogTools() {
  const t = useText()
  const { now } = useDesk()
  const { ask } = useActions()
  const rebuilding = useSnapshot((snapshot) => snapshot.rebuilding)
  const onDesk = useSnapshot((snapshot) => snapshot.desk?.orderNo ?? null)
  const [notice, setNotice] = useState<LogNotice | null>(null)
  const [asking, setAsking] = useState(false)
  const busy = asking || rebuilding !== null

  const run = <M extends WindowMethod>(
    method: M,
    input: WindowInput<M>,
    words: (answer: WindowOutputs[M]) => LogNotice,
  ): void => {
    setAsking(true)
    setNotice(null)
    void ask(method, input).then((answer) => {
      setAsking(false)
      setNotice(answer === null ? { tone: 'refused', text: t('failure.other') } : words(answer))
    })
  }
  const save = (what: WindowInput<'exportLog'>['what']): void => {
    run('exportLog', { what }, (saved) => exportNotice(saved, t))
  }

  return (
    <section className={styles.row}>
      <h3>{t('log.title')}</h3>
      <p className={styles.note}>{t('log.explain')}</p>
      <LastBackup />
      <div className={styles.hear}>
        <Button
          data-testid="log-verify"
          disabled={busy}
          onClick={() => {
            run('verifyLog', {}, (found) => checkNotice(found, t))
          }}
        >
          <ShieldCheck aria-hidden="true" />
          {t('log.verify')}
        </Button>
        <Button
          data-testid="log-rebuild"
          disabled={busy}
          onClick={() => {
            run('rebuild', {}, (rebuilt) => rebuildNotice(rebuilt, t))
          }}
        >
          <RotateCcw aria-hidden="true" />
          {t('log.rebuild')}
        </Button>
        <Button
          data-testid="log-export-order"
          disabled={busy || onDesk === null}
          onClick={() => {
            if (onDesk !== null) save({ kind: 'order', orderNo: onDesk })
          }}
        >
          <FileDown aria-hidden="true" />
          {t('log.exportOrder')}
        </Button>
        <Button
          data-testid="log-export-day"
          disabled={busy}
          onClick={() => {
            save({ kind: 'day', day: localDay(now()) })
          }}
        >
          <CalendarDays aria-hidden="true" />
          {t('log.exportDay')}
        </Button>
      </div>
      {rebuilding === null ? null : (
        <div className={styles.progress} data-testid="log-progress">
          <Progress
            done={rebuilding.done}
            needed={rebuilding.total}
            label={t('log.rebuilding', rebuilding)}
          />
          <p>{t('log.rebuilding', rebuilding)}</p>
        </div>
      )}
      <p role="status" className={notice === null ? '' : styles[notice.tone]} data-testid="log-notice">
        {notice?.text}
      </p>
    </section>
  )
}
