import { useState } from 'react'
import type { HistoryBox } from '../../../shared/contract/board.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DispatchState } from '../boxes/dispatch-state.tsx'
import { WaybillForm } from '../waybill/waybill-form.tsx'
import { secondTime } from './times.ts'
import styles from './history-of-order.module.css'

/** A box as it stands: what is in it, its waybill, and what the store was told and when. */
export function BoxHistory({ orderNo, box }: { orderNo: string; box: HistoryBox }) {
  const t = useText()
  const language = useLanguage()
  const { number, state, contents, invoice, sealedAt, grams, dispatch, handled } = box
  const [correcting, setCorrecting] = useState(false)
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
      {state !== 'sealed' ? null : correcting ? (
        <WaybillForm
          target={{
            boxId: box.boxId,
            orderNo,
            box: number,
            invoice,
            removable: dispatch?.sectionStatus === 'SHIPPING_READY',
          }}
          onDone={() => {
            setCorrecting(false)
          }}
        />
      ) : (
        <Button
          aria-label={t('waybill.correct.box', { orderNo, box: number })}
          data-testid={`history-correct-${String(number)}`}
          onClick={() => {
            setCorrecting(true)
          }}
        >
          {t('waybill.correct')}
        </Button>
      )}
      {handled === null ? null : (
        <p className={styles.quiet}>
          {t(`history.handled.${handled.how}`, { reason: handled.reason })} ·{' '}
          {secondTime(language, handled.at)}
        </p>
      )}
    </Card>
  )
}
