import type { ExportedLog, LogCheck, LogRebuild } from '../../../shared/contract/log.ts'
import type { Text } from '../../i18n/text.ts'

/** What a log tool found or did, and whether somebody has to see to it. */
export type LogNotice = { tone: 'done' | 'refused'; text: string }

export function checkNotice({ events, firstBreak, gaps }: LogCheck, t: Text): LogNotice {
  if (firstBreak !== null) return { tone: 'refused', text: t('log.broken', { event: firstBreak }) }
  const [gap] = gaps
  if (gap !== undefined) {
    return { tone: 'refused', text: t('log.gaps', { count: gaps.length, after: gap.after }) }
  }
  return { tone: 'done', text: t('log.whole', { count: events }) }
}

export function rebuildNotice(rebuilt: LogRebuild, t: Text): LogNotice {
  if (rebuilt.firstBreak !== null) {
    return { tone: 'refused', text: t('log.notRebuilt', { event: rebuilt.firstBreak }) }
  }
  return { tone: 'done', text: t('log.rebuilt', { count: rebuilt.orders }) }
}

export const exportNotice = ({ path, events }: ExportedLog, t: Text): LogNotice =>
  path === null
    ? { tone: 'refused', text: t('log.nothingToExport') }
    : { tone: 'done', text: t('log.exported', { count: events, path }) }
