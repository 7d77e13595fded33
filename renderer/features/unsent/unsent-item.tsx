import { Hand, RotateCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { UnsentRow } from '../../../shared/contract/snapshot.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { useNow } from '../../state/use-now.ts'
import { ago, clockTime } from '../../i18n/format.ts'
import { Button } from '../../ui/button.tsx'
import { DispatchState } from '../boxes/dispatch-state.tsx'
import { ResolveForm, type Resolution } from './resolve-form.tsx'
import styles from './unsent-dialog.module.css'
import { lastAnswerWords, stepWords, unsentName } from './unsent-words.ts'

const isPast = (from: number | null, now: number): boolean => from !== null && now >= from

/** One thing unsent: what is under way, for how long, what the store last said, and what can be done. */
export function UnsentItem({ row }: { row: UnsentRow }) {
  const t = useText()
  const language = useLanguage()
  const { run } = useActions()
  const now = useNow(20_000)
  const [resolving, setResolving] = useState<Resolution | null>(null)
  const { seq, dispatch, step, lastAnswer, waybill } = row
  const what = unsentName(row, t)
  const sending = dispatch.state === 'sending'
  const [handable, discardable] = [isPast(row.can.handOver, now), isPast(row.can.discard, now)]
  const readdressed = dispatch.problem?.kind === 'addressChanged'
  return (
    <li className={styles.row} data-testid={`unsent-${String(seq)}`} data-dispatch={dispatch.state}>
      <div className={styles.facts}>
        <h3>{what}</h3>
        <p>
          {t(`intent.${row.kind}`)}
          {waybill === null ? null : (
            <>
              {' · '}
              {waybill.courierName} <strong className="code">{waybill.invoiceNo}</strong>
            </>
          )}
        </p>
        <p className={styles.quiet}>
          {row.contents.map((content) => `${content.name} ×${String(content.qty)}`).join(', ')}
        </p>
        <DispatchState dispatch={dispatch} />
        <dl className={styles.ages}>
          <dt>{t('unsent.step')}</dt>
          <dd data-testid={`step-${String(seq)}`}>{stepWords(step, t)}</dd>
          <dt>{t('unsent.age')}</dt>
          <dd>
            {t(`intent.${row.kind}.given`, { ago: ago(language, row.givenAt, now) })} ·{' '}
            {t('unsent.since', { time: clockTime(language, dispatch.since) })}
          </dd>
          <dt>{t('unsent.tried')}</dt>
          <dd>{t('unsent.attempts', { count: dispatch.attempts })}</dd>
          <dt>{t('unsent.lastAnswer')}</dt>
          <dd data-testid={`last-answer-${String(seq)}`}>
            {lastAnswer === null
              ? t('unsent.noAnswer')
              : `${clockTime(language, lastAnswer.at)} ${lastAnswerWords(lastAnswer, t)}`}
          </dd>
        </dl>
        {resolving === null ? null : (
          <ResolveForm
            key={resolving}
            row={row}
            how={resolving}
            onDone={() => {
              setResolving(null)
            }}
          />
        )}
      </div>
      <div className={styles.deeds}>
        <Button
          strong
          data-testid={`retry-${String(seq)}`}
          disabled={sending}
          aria-label={readdressed ? t('unsent.sendAnywayBox', { what }) : t('unsent.retryBox', { what })}
          onClick={() => {
            run('retry', { seq })
          }}
        >
          <RotateCw aria-hidden="true" />
          {readdressed ? t('unsent.sendAnyway') : t('unsent.retry')}
        </Button>
        <Button
          data-testid={`hand-over-${String(seq)}`}
          disabled={!handable}
          aria-label={t('unsent.handedOver.box', { what })}
          aria-expanded={resolving === 'handedOver'}
          onClick={() => {
            setResolving('handedOver')
          }}
        >
          <Hand aria-hidden="true" />
          {t('unsent.handedOver')}
        </Button>
        <Button
          data-testid={`discard-${String(seq)}`}
          disabled={!discardable}
          aria-label={t('unsent.discarded.box', { what })}
          aria-expanded={resolving === 'discarded'}
          onClick={() => {
            setResolving('discarded')
          }}
        >
          <Trash2 aria-hidden="true" />
          {t('unsent.discarded')}
        </Button>
        {handable ? null : <p className={styles.hint}>{t('unsent.notAtRest')}</p>}
      </div>
    </li>
  )
}
