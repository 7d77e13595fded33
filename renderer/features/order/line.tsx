import { Check, Gift, Hand } from 'lucide-react'
import type { LineView } from '../../../shared/contract/snapshot.ts'
import { useActions, useText } from '../../app/desk-context.ts'
import { lineKey } from './line-groups.ts'
import styles from './lines.module.css'

/** `byHand`: goods can be packed now, so one without a readable barcode may go in by hand. */
export function Line({ line, byHand }: { line: LineView; byHand: boolean }) {
  const t = useText()
  const { run } = useActions()
  const { done, needed, gift, options, codes } = line
  const complete = done >= needed
  return (
    <li
      className={`${styles.line} ${complete ? styles.done : ''} ${done > 0 && !complete ? styles.begun : ''}`}
      data-testid={`line-${line.itemNo}`}
      data-line={lineKey(line)}
      data-done={done}
      data-needed={needed}
    >
      <span className={styles.mark}>{complete ? <Check aria-hidden="true" strokeWidth={3.5} /> : null}</span>
      <div className={styles.product}>
        <p className={styles.name}>
          {gift ? (
            <span className={styles.gift}>
              <Gift aria-hidden="true" />
              {t('order.gift')}
            </span>
          ) : null}
          {line.name}
        </p>
        <p className={styles.facts}>
          {options === '' ? null : <strong>{options}</strong>}
          {line.inCurrentBox > 0 ? (
            <span className={styles.inBox}>{t('order.inBox', { count: line.inCurrentBox })}</span>
          ) : null}
          {codes.map((code) => (
            <span key={code} className="code">
              {code}
            </span>
          ))}
        </p>
      </div>
      {byHand && !complete ? (
        <button
          type="button"
          className={styles.byHand}
          aria-label={t('order.byHand', { name: line.name })}
          title={t('order.byHand', { name: line.name })}
          data-testid={`pack-by-hand-${line.itemNo}`}
          onClick={() => {
            run('packByHand', { sectionCode: line.sectionCode, itemNo: line.itemNo })
          }}
        >
          <Hand aria-hidden="true" />
          +1
        </button>
      ) : null}
      <p className={styles.count}>
        <span className="unseen">
          {t('order.lineCount', { done, needed })} {complete ? t('order.lineDone') : t('order.lineOpen')}
        </span>
        <span aria-hidden="true">
          {done}
          <span className={styles.of}> / {needed}</span>
        </span>
        <span className={styles.word} aria-hidden="true">
          {complete ? t('order.lineDone') : t('order.lineOpen')}
        </span>
      </p>
    </li>
  )
}
