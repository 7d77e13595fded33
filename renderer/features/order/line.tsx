import { Check, Gift, Hand, Minus } from 'lucide-react'
import type { LineView } from '../../../shared/contract/snapshot.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { HeldIn } from '../change/held-in.tsx'
import type { Surplus } from '../change/order-change.ts'
import { lineKey } from './line-groups.ts'
import { LinePicture } from './line-picture.tsx'
import styles from './lines.module.css'

type LineProps = {
  line: LineView
  /** Boxes hold more of it than is wanted. */
  surplus: Surplus | null
}

export function Line({ line, surplus }: LineProps) {
  const t = useText()
  const { run } = useActions()
  const { done, needed, gift, options, codes } = line
  const complete = done >= needed
  const look = surplus !== null ? styles.over : complete ? styles.done : done > 0 ? styles.begun : ''
  const word =
    surplus !== null
      ? t('order.lineOver', { count: surplus.units })
      : needed === 0
        ? t('order.lineGone')
        : complete
          ? t('order.lineDone')
          : t('order.lineOpen')
  return (
    <li
      className={`${styles.line} ${look}`}
      data-testid={`line-${line.itemNo}`}
      data-line={lineKey(line)}
      data-done={done}
      data-needed={needed}
      data-over={surplus?.units ?? 0}
    >
      <span className={styles.mark}>
        {surplus !== null ? (
          <Minus aria-hidden="true" strokeWidth={3.5} />
        ) : complete ? (
          <Check aria-hidden="true" strokeWidth={3.5} />
        ) : null}
      </span>
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
          {line.exempt && !complete ? <span>{t('order.exempt')}</span> : null}
          {line.capture === null ? null : <span>{t(`order.capture.${line.capture}`)}</span>}
          {line.countable && !complete ? <span>{t('order.countable')}</span> : null}
          {codes.map((code) => (
            <span key={code} className="code">
              {code}
            </span>
          ))}
        </p>
        {surplus === null ? null : (
          <HeldIn name={line.name} held={surplus.held} surplus={surplus.units} place="line" />
        )}
      </div>
      {line.byHand === null ? (
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
      <LinePicture path={line.picture} />
      <p className={styles.count}>
        <span className="unseen">
          {t('order.lineCount', { done, needed })} {word}
        </span>
        <span aria-hidden="true">
          {done}
          <span className={styles.of}> / {needed}</span>
        </span>
        <span className={styles.word} aria-hidden="true">
          {word}
        </span>
      </p>
    </li>
  )
}
