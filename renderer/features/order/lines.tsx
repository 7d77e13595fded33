import { useEffect, useRef } from 'react'
import type { LineView } from '../../../shared/contract/snapshot.ts'
import { useText } from '../../i18n/language.ts'
import type { Surplus } from '../change/order-change.ts'
import { groupBySection, lastChanged, lineKey } from './line-groups.ts'
import { Line } from './line.tsx'
import styles from './lines.module.css'

type LinesProps = { lines: LineView[]; surplus: readonly Surplus[] }

/** What has to go in, in the store's order; the line just scanned is brought into view. */
export function Lines({ lines, surplus }: LinesProps) {
  const t = useText()
  const list = useRef<HTMLDivElement>(null)
  const before = useRef(lines)
  useEffect(() => {
    const changed = lastChanged(before.current, lines)
    before.current = lines
    const row = list.current?.querySelector(`[data-line="${CSS.escape(changed ?? '')}"]`)
    row?.scrollIntoView({ block: 'nearest' })
  }, [lines])
  const groups = groupBySection(lines)
  return (
    <div ref={list} className={styles.lines} tabIndex={-1}>
      {groups.map((group) => (
        <div key={group.sectionCode}>
          {groups.length > 1 ? (
            <h3 className={styles.section}>{t('order.section', { sectionNo: group.sectionNo })}</h3>
          ) : null}
          <ul>
            {group.lines.map((line) => (
              <Line
                key={lineKey(line)}
                line={line}
                surplus={surplus.find((each) => each.line === line) ?? null}
              />
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
