import { ArrowRight, BadgeCheck, PackageCheck, PackageOpen, PackageX, type LucideIcon } from 'lucide-react'
import type { BoxView } from '../../../shared/contract/snapshot.ts'
import { useActions, useText } from '../../app/desk-context.ts'
import { DispatchState } from './dispatch-state.tsx'
import styles from './box-card.module.css'

const icons: Record<BoxView['state'], LucideIcon> = {
  open: PackageOpen,
  closed: PackageCheck,
  sealed: BadgeCheck,
  voided: PackageX,
}

/** One box: what is in it, and how far it has come. A box that can still be filled can be chosen. */
export function BoxCard({ box, current }: { box: BoxView; current: boolean }) {
  const t = useText()
  const { run } = useActions()
  const { number, state, contents, units, invoice, dispatch } = box
  const Icon = icons[state]
  const choosable = (state === 'open' || state === 'closed') && !current
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
          <li key={content.itemNo}>
            <span className={styles.name}>
              {content.name}
              {content.options === '' ? null : <span className={styles.options}> {content.options}</span>}
            </span>
            <span className={styles.qty}>×{content.qty}</span>
          </li>
        ))}
      </ul>
      {invoice === null ? null : (
        <p className={styles.invoice}>
          {invoice.courierName} <strong className="code">{invoice.invoiceNo}</strong>
        </p>
      )}
      {dispatch === null ? null : <DispatchState dispatch={dispatch} />}
      {choosable ? (
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
