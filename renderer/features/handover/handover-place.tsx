import { PackageCheck, PackageOpen, SearchX } from 'lucide-react'
import { useCallback, useState } from 'react'
import type { HandoverRow } from '../../../shared/contract/handover.ts'
import { clockTime } from '../../i18n/format.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { useAnswerSince } from '../../state/use-answer-since.ts'
import { useTakesScans } from '../../state/use-takes-scans.ts'
import { Place } from '../../ui/place.tsx'
import { Row } from '../../ui/row.tsx'
import { GivenList } from './given-list.tsx'
import { HandoverAnswer } from './handover-answer.tsx'
import { HandoverBox } from './handover-box.tsx'
import { HandoverStopChip } from './handover-stop-chip.tsx'
import { useHandover } from './use-handover.ts'

/** Rows asked for at a time. */
const page = 60

const everyCourier = 'all'

/**
 * The courier's cage: each waybill is scanned as its box goes in. On the left what is sealed and not in it yet, on the
 * right the answer to the last scan, and what went in today.
 */
export function HandoverPlace({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { tell } = useActions()
  const scan = useCallback(
    (code: string) => {
      void tell('scanHandover', { code })
    },
    [tell],
  )
  const scansTaken = useTakesScans(scan)
  const answer = useAnswerSince()
  const [search, setSearch] = useState('')
  const [courier, setCourier] = useState(everyCourier)
  const [limit, setLimit] = useState(page)
  const [picked, setPicked] = useState<string | null>(null)
  const [correcting, setCorrecting] = useState(false)
  const pick = (boxId: string | null): void => {
    setPicked(boxId)
    setCorrecting(false)
  }
  const courierIdx = courier === everyCourier ? null : Number(courier)
  const list = useHandover({ courierIdx, search, limit })
  const row = list?.missing.find(({ boxId }) => boxId === picked) ?? null
  const all = list?.couriers.reduce((sum, { missing }) => sum + missing, 0) ?? 0
  const gone = (list?.givenTotal ?? 0) > 0
  return (
    <Place
      title={t('handover.title')}
      testId="handover"
      scans={t(scansTaken ? 'waybill.scans' : 'handover.prompt')}
      search={{ label: t('handover.search'), text: search, onText: setSearch }}
      filters={{
        all: [
          { key: everyCourier, name: t('handover.all'), count: all },
          ...(list?.couriers ?? []).flatMap(({ idx, name, missing }) =>
            idx === null ? [] : [{ key: String(idx), name, count: missing }],
          ),
        ],
        chosen: courier,
        onChoose: setCourier,
      }}
      listName={t('handover.list')}
      count={t('handover.missing', { count: list?.missingTotal ?? 0 })}
      rows={list?.missing ?? null}
      total={list?.missingTotal ?? 0}
      rowKey={({ boxId }) => boxId}
      row={(each) => <MissingRow row={each} />}
      rowTestId={({ boxId }) => `handover-${boxId}`}
      picked={picked}
      onPick={pick}
      onMore={() => {
        setLimit(limit + page)
      }}
      empty={
        search.trim() !== ''
          ? { icon: SearchX, title: t('handover.noMatch'), todo: t('handover.noMatch.todo') }
          : gone
            ? { icon: PackageCheck, title: t('handover.allGiven'), todo: t('handover.allGiven.todo') }
            : { icon: PackageOpen, title: t('handover.none'), todo: t('handover.none.todo') }
      }
      pickOne=""
      onClose={onClose}
    >
      {scansTaken ? null : <HandoverAnswer lastScan={answer} />}
      {row === null ? null : (
        <HandoverBox
          key={row.boxId}
          row={row}
          correcting={correcting}
          onCorrect={() => {
            setCorrecting(true)
          }}
          onDone={() => {
            pick(null)
          }}
        />
      )}
      <GivenList rows={list?.given ?? []} total={list?.givenTotal ?? 0} />
    </Place>
  )
}

function MissingRow({ row }: { row: HandoverRow }) {
  const t = useText()
  const language = useLanguage()
  return (
    <Row
      title={<span className="code">{row.invoiceNo ?? t('handover.noWaybill')}</span>}
      aside={row.stop === null ? row.courierName : <HandoverStopChip stop={row.stop} />}
      note={`${t('handover.box', { orderNo: row.orderNo, box: row.box })} · ${row.receiverName}`}
      asideNote={t('handover.sealed', { time: clockTime(language, row.sealedAt) })}
    />
  )
}
