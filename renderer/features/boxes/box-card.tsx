import {
  ArrowRight,
  BadgeCheck,
  LockOpen,
  PackageCheck,
  PackageOpen,
  PackageX,
  Printer,
  type LucideIcon,
} from 'lucide-react'
import type { BoxView } from '../../../shared/contract/snapshot.ts'
import { useText } from '../../i18n/language.ts'
import { useActions, useDesk } from '../../state/desk-context.ts'
import { whereToTakeOut, type Surplus } from '../change/order-change.ts'
import { TakeOutButton } from '../change/take-out-button.tsx'
import { BoxWaybill } from './box-waybill.tsx'
import { BoxFactsLine } from './box-facts-line.tsx'
import { DispatchState } from './dispatch-state.tsx'
import styles from './box-card.module.css'

const icons: Record<BoxView['state'], LucideIcon> = {
  open: PackageOpen,
  closed: PackageCheck,
  sealed: BadgeCheck,
  voided: PackageX,
}

type BoxCardProps = { box: BoxView; current: boolean; surplus: readonly Surplus[] }

/** One box: what is in it, and how far it has come. A box that can still be filled can be chosen. */
export function BoxCard({ box, current, surplus }: BoxCardProps) {
  const t = useText()
  const { run } = useActions()
  const { store } = useDesk()
  const { number, state, contents, units, dispatch, can } = box
  const Icon = icons[state]
  const isOver = (itemNo: string): boolean =>
    surplus.some(({ held }) =>
      whereToTakeOut(held).some((each) => each.boxId === box.id && each.itemNo === itemNo),
    )
  return (
    <li
      className={`${styles.box} ${styles[state]} ${current ? styles.current : ''}`}
      aria-current={current}
      data-testid={`box-${String(number)}`}
      data-state={state}
      data-dispatch={dispatch?.state ?? 'none'}
      data-section={dispatch?.sectionCode ?? ''}
    >
      <header className={styles.head}>
        <h3 className={styles.number}>
          {current ? <ArrowRight aria-hidden="true" strokeWidth={3} /> : null}
          {t('box.number', { number })}
          {current ? <span className="unseen"> {t('box.current')}</span> : null}
        </h3>
        <span className={styles.state}>
          <Icon aria-hidden="true" />
          {t(`box.${state}`)}
        </span>
        <span className={styles.units}>{t('box.units', { count: units })}</span>
      </header>
      {contents.length === 0 ? <p className={styles.empty}>{t('box.empty')}</p> : null}
      <ul className={styles.contents}>
        {contents.map((content) => (
          <li key={content.itemNo} className={isOver(content.itemNo) ? styles.over : ''}>
            <span className={styles.name}>
              {content.name}
              {content.options === '' ? null : <span className={styles.options}> {content.options}</span>}
            </span>
            <span className={styles.qty}>
              {isOver(content.itemNo) ? <span className={styles.tooMany}>{t('box.tooMany')}</span> : null} ×
              {content.qty}
            </span>
            {can.takeOut === null ? (
              <TakeOutButton
                boxId={box.id}
                box={number}
                itemNo={content.itemNo}
                name={content.name}
                testId={`take-out-${String(number)}-${content.itemNo}`}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <BoxFactsLine box={box} />
      <BoxWaybill box={box} />
      {dispatch === null ? null : <DispatchState dispatch={dispatch} />}
      {can.printSlip !== null && can.reopen !== null ? null : (
        <div className={styles.tools}>
          {can.reopen === null ? (
            <button
              type="button"
              aria-label={t('box.reopen', { number })}
              title={t('box.reopen', { number })}
              data-testid={`reopen-${String(number)}`}
              onClick={() => {
                run('reopenBox', { boxId: box.id })
              }}
            >
              <LockOpen aria-hidden="true" />
            </button>
          ) : null}
          <button
            type="button"
            aria-label={t('box.printSlip', { number })}
            title={t('box.printSlip', { number })}
            data-testid={`print-slip-${String(number)}`}
            onClick={() => {
              store.setState({ slip: number })
            }}
          >
            <Printer aria-hidden="true" />
          </button>
        </div>
      )}
      {can.select === null && !current ? (
        <button
          type="button"
          className={styles.choose}
          onClick={() => {
            run('selectBox', { boxId: box.id })
          }}
        >
          {t('box.select', { number })}
        </button>
      ) : null}
    </li>
  )
}
