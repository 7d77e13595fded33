import { Layers } from 'lucide-react'
import type { QueueFilters } from '../../../shared/contract/queue.ts'
import { useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { ages, ageWords, channels, isFiltered, noFilters, waitingStandings } from './filters.ts'
import styles from './filter-panel.module.css'

const any = 'any'

type FilterPanelProps = { id: string; filters: QueueFilters; onChange: (filters: QueueFilters) => void }

/** By courier, channel, standing and age; the item is chosen from the list of those that several orders consist of. */
export function FilterPanel({ id, filters, onChange }: FilterPanelProps) {
  const t = useText()
  const { openDialog } = useActions()
  const couriers = useSnapshot((snapshot) => snapshot.couriers)
  return (
    <section id={id} className={styles.panel} aria-label={t('queue.filter.title')}>
      <Choice
        label={t('queue.filter.courier')}
        testId="filter-courier"
        value={String(filters.courierIdx ?? any)}
        options={[any, ...couriers.map(({ idx }) => String(idx))]}
        name={(idx) => couriers.find((courier) => String(courier.idx) === idx)?.name ?? t('queue.filter.any')}
        onChoose={(idx) => {
          onChange({ ...filters, courierIdx: idx === any ? null : Number(idx) })
        }}
      />
      <Choice
        label={t('queue.filter.channel')}
        testId="filter-channel"
        value={filters.channel ?? any}
        options={[any, ...channels]}
        name={(channel) => (channel === any ? t('queue.filter.any') : t(`channel.${channel}`))}
        onChoose={(channel) => {
          onChange({ ...filters, channel: channel === any ? null : channel })
        }}
      />
      <Choice
        label={t('queue.filter.standing')}
        testId="filter-standing"
        value={filters.standing ?? any}
        options={[any, ...waitingStandings]}
        name={(standing) => (standing === any ? t('queue.filter.any') : t(`standing.${standing}`))}
        onChoose={(standing) => {
          onChange({ ...filters, standing: standing === any ? null : standing })
        }}
      />
      <Choice
        label={t('queue.filter.age')}
        testId="filter-age"
        value={filters.olderThanHours ?? 0}
        options={[0, ...ages]}
        name={(hours) => (hours === 0 ? t('queue.filter.any') : ageWords(hours, t))}
        onChoose={(hours) => {
          onChange({ ...filters, olderThanHours: hours === 0 ? null : hours })
        }}
      />
      <div className={styles.buttons}>
        <Button
          data-testid="open-batches"
          onClick={() => {
            openDialog('batches')
          }}
        >
          <Layers aria-hidden="true" />
          {t('queue.batches')}
        </Button>
        <Button
          data-testid="filter-clear"
          disabled={!isFiltered(filters)}
          onClick={() => {
            onChange(noFilters)
          }}
        >
          {t('queue.filter.clear')}
        </Button>
      </div>
    </section>
  )
}
