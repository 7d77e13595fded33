import { PackageOpen } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useText } from '../../i18n/language.ts'
import { useSnapshot } from '../../state/desk-context.ts'
import { surplusOf } from '../change/order-change.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { BoxCard } from './box-card.tsx'
import { CommandButtons } from './command-buttons.tsx'
import styles from './boxes-panel.module.css'

/** The boxes of the order on the desk, and what can be done with them. */
export function BoxesPanel() {
  const t = useText()
  const desk = useSnapshot((snapshot) => snapshot.desk)
  const list = useRef<HTMLUListElement>(null)
  const currentBoxId = desk?.currentBoxId ?? null
  const boxes = desk?.boxes ?? []
  const surplus = desk === null ? [] : surplusOf(desk)
  const units = boxes.find((box) => box.id === currentBoxId)?.units
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [currentBoxId, boxes.length, units])
  return (
    <section aria-label={t('box.label')} className={styles.panel}>
      <h2 className={styles.heading}>{t('box.label')}</h2>
      {boxes.length === 0 ? (
        <EmptyState icon={PackageOpen} title={t('box.none')} todo={t('box.none.todo')} />
      ) : (
        <ul ref={list} className={styles.list}>
          {boxes.map((box) => (
            <BoxCard key={box.id} box={box} current={box.id === currentBoxId} surplus={surplus} />
          ))}
        </ul>
      )}
      <CommandButtons desk={desk} />
    </section>
  )
}
