import { queueViews, type Queue, type QueueView } from '../../../shared/contract/queue.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { number } from '../../i18n/format.ts'
import styles from './queue-panel.module.css'

type ViewsProps = { show: QueueView; counts: Queue['counts'] | null; onChoose: (show: QueueView) => void }

/** Which orders to see, each with how many there are; another desk's only where there are any. */
export function Views({ show, counts, onChoose }: ViewsProps) {
  const t = useText()
  const language = useLanguage()
  const views = queueViews.filter(
    (view) => view !== 'handedOver' || show === view || (counts?.handedOver ?? 0) > 0,
  )
  return (
    <div role="group" aria-label={t('queue.show')} className={styles.shows}>
      {views.map((view) => (
        <button
          key={view}
          type="button"
          aria-pressed={show === view}
          data-testid={`queue-show-${view}`}
          data-count={counts?.[view] ?? ''}
          onClick={() => {
            onChoose(view)
          }}
        >
          <span>{t(`queue.${view}`)}</span>{' '}
          {counts === null ? null : <strong>{number(language, counts[view])}</strong>}
        </button>
      ))}
    </div>
  )
}
