import type { FoundOrder } from '../../../shared/contract/board.ts'
import { dayAndTime } from '../../i18n/format.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { Row } from '../../ui/row.tsx'

/** An order among those found: whose it is, how it stands, and when something last happened to it. */
export function FoundOrderRow({ order }: { order: FoundOrder }) {
  const t = useText()
  const language = useLanguage()
  const { orderNo, receiverName, ordererName, standing, boxes, lastAt, placedAt } = order
  const when = dayAndTime(language, lastAt === null ? placedAt : new Date(lastAt).toISOString())
  return (
    <Row
      title={receiverName === '' ? ordererName : receiverName}
      aside={t(`standing.${standing}`)}
      note={orderNo}
      asideNote={boxes === 0 ? when : `${t('history.boxCount', { count: boxes })} · ${when}`}
    />
  )
}
