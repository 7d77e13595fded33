import type { HistoryBox } from '../../../shared/contract/board.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { Card } from '../../ui/card.tsx'
import { DispatchState } from '../boxes/dispatch-state.tsx'
import { secondTime } from './times.ts'
import styles from './history-of-order.module.css'

/** A box as it stands: what is in it, its waybill, and what the store was told and when. */
export function BoxHistory({ box }: { box: HistoryBox }) {
  const t = useText()
  const language = useLanguage()
  const { number, state, contents, invoice, sealedAt, grams, dispatch, handled } = box
  const standing = (
    <>
      <span>{t(`box.${state}`)}</span>
      {grams === null ? null : <span>{t('history.grams', { grams })}</span>}
      {sealedAt === null ? null : (
        <span className={styles.side}>{t('history.sealedAt', { when: secondTime(language, sealedAt) })}</span>
      )}
    </>
  )
  return (
    <Card
      title={t('box.number', { number })}
      aside={standing}
      tone="kraft"
      testId={`history-box-${String(number)}`}
    >
      <ul>
        {contents.map(({ name, options, qty }) => (
          <li key={`${name} ${options}`} className={styles.content}>
            <span>
              {name} {options}
            </span>
            <strong>×{qty}</strong>
          </li>
        ))}
        {box.identities.map(({ name, kind, value, units }) => (
          <li key={`${kind} ${value}`} className={styles.identity}>
            {kind === 'serial'
              ? t('history.serial', { name, value })
              : t('history.lot', { name, value, units })}
          </li>
        ))}
      </ul>
      {invoice === null ? null : (
        <p>
          {invoice.courierName} <strong className="code">{invoice.invoiceNo}</strong>
        </p>
      )}
      {dispatch === null ? null : <DispatchState dispatch={dispatch} />}
      {dispatch?.state === 'confirmed' ? (
        <p className={styles.quiet}>{t('history.toldAt', { when: secondTime(language, dispatch.since) })}</p>
      ) : null}
      {handled === null ? null : (
        <p className={styles.quiet}>
          {t(`history.handled.${handled.how}`, { reason: handled.reason })} ·{' '}
          {secondTime(language, handled.at)}
        </p>
      )}
    </Card>
  )
}
