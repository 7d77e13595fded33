import type { HistoryEntry, OrderHistory } from '../../../shared/contract/board.ts'
import type { Invoice } from '../../../shared/domain/orders/order.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import type { Text } from '../../i18n/text.ts'
import { reasonWords } from '../board/reason-words.ts'
import { intentName } from '../answers/intent-name.ts'
import { holdReasonWords } from '../answers/hold-reason.ts'

/** What the words are made with: the names of products, couriers and kinds of boxes. */
export type Names = {
  items: OrderHistory['items']
  courier: (idx: number) => string
  boxType: (code: string) => string
}

export type EventWords = {
  title: string
  /** The code that was read, how it was done; null where the title says it all. */
  detail: string | null
}

/** An event of the packing log as a person would tell it. */
export function eventWords({ event, undid }: HistoryEntry, names: Names, t: Text): EventWords {
  switch (event.type) {
    case 'orderOpened':
      return plain(t('event.orderOpened', { count: event.lines.reduce((sum, { qty }) => sum + qty, 0) }))
    case 'orderResumed':
    case 'orderPutDown':
    case 'orderUpdated':
    case 'orderTakenBack':
      return plain(t(`event.${event.type}`))
    case 'orderHeld':
      return plain(t('event.orderHeld', { reason: holdReasonWords(event.reason, t) }))
    case 'orderHandedOver':
      return { title: t('event.orderHandedOver', { desk: event.desk }), detail: orNull(event.note) }
    case 'intentGiven':
      return plain(t('event.intentGiven', { what: intentName(event.kind, t) }))
    case 'intentGivenUp':
      return {
        title: t('event.intentGivenUp', { what: intentName(event.kind, t) }),
        detail: event.reason,
      }
    case 'earlierDataTaken':
      return {
        title: t('event.earlierDataTaken'),
        detail: event.missing === null ? null : t('event.earlierDataTaken.missing', { count: event.missing }),
      }
    case 'noteWritten':
      return plain(t('event.noteWritten', { text: event.text }))
    case 'waybillPresented': {
      const { courierIdx, invoiceNo } = event.invoice
      return {
        title: t('event.waybillPresented'),
        detail: t('event.boxSealed.detail', { courier: names.courier(courierIdx), invoiceNo }),
      }
    }
    case 'packerSignedIn':
      return plain(t('event.packerSignedIn', { name: event.name }))
    case 'packerSignedOut':
      return plain(t(`event.packerSignedOut.${event.why}`))
    case 'undone':
      return plain(
        undid === null
          ? t('event.undone')
          : t('event.undone.what', { what: eventWords({ ...nothing, event: undid }, names, t).title }),
      )
    case 'scanRefused':
      return {
        title: t('event.scanRefused', { reason: reasonWords(event.reason, t) }),
        detail: codeWords(event.code, t),
      }
    default:
      return boxWords(event, names, t)
  }
}

type BoxEvent = Extract<PackingEvent, { boxId: string }>

function boxWords(event: BoxEvent, names: Names, t: Text): EventWords {
  const box = boxNumber(event.boxId)
  switch (event.type) {
    case 'boxOpened':
      return plain(t('event.boxOpened', { box: event.number }))
    case 'boxClosed':
    case 'boxSelected':
    case 'boxReopened':
      return plain(t(`event.${event.type}`, { box }))
    case 'boxTyped':
      return plain(t('event.boxTyped', { box, type: names.boxType(event.typeCode) }))
    case 'boxWeighed':
      return plain(t('event.boxWeighed', { box, grams: event.grams }))
    case 'boxEmptied':
      return plain(t('event.boxEmptied', { box, count: unitsOf(event.contents) }))
    case 'boxVoided':
      return plain(t('event.boxVoided', { box, reason: event.reason }))
    case 'boxSealed': {
      const { courierIdx, invoiceNo } = event.invoice
      return {
        title: t('event.boxSealed', { box, count: unitsOf(event.contents) }),
        detail: t('event.boxSealed.detail', { courier: names.courier(courierIdx), invoiceNo }),
      }
    }
    case 'boxGivenToCourier':
    case 'boxTakenBack':
      return plain(t(`event.${event.type}`, { box }))
    case 'waybillCorrected':
      return {
        title: t('event.waybillCorrected', { box, reason: event.reason }),
        detail: t('event.waybillCorrected.detail', {
          was: waybillWords(event.was, names, t),
          now: waybillWords(event.invoice, names, t),
        }),
      }
    case 'waybillFreed':
      return { title: t('event.waybillFreed', { box }), detail: waybillWords(event.invoice, names, t) }
    case 'waybillKept':
      return { title: t('event.waybillKept', { box }), detail: waybillWords(event.was, names, t) }
    case 'itemScanned':
      return {
        title: t('event.itemScanned', { name: named(event.itemNo, names), count: event.units, box }),
        detail: event.how === 'scan' ? codeWords(event.code, t) : t(`event.how.${event.how}`),
      }
    case 'itemTakenOut':
      return plain(t('event.itemTakenOut', { name: named(event.itemNo, names), count: event.units, box }))
    case 'itemMoved':
      return plain(
        t('event.itemMoved', {
          name: named(event.itemNo, names),
          count: event.units,
          box,
          to: boxNumber(event.toBoxId),
        }),
      )
    case 'itemIdentified':
      return plain(
        t(`event.itemIdentified.${event.kind}`, { name: named(event.itemNo, names), value: event.value }),
      )
  }
}

const waybillWords = (invoice: Invoice | null, names: Names, t: Text): string =>
  invoice === null
    ? t('event.noWaybill')
    : t('event.boxSealed.detail', {
        courier: names.courier(invoice.courierIdx),
        invoiceNo: invoice.invoiceNo,
      })

const plain = (title: string): EventWords => ({ title, detail: null })

const nothing = { seq: 0, at: 0, by: null, undid: null }

const orNull = (text: string): string | null => (text === '' ? null : text)

const codeWords = (code: string, t: Text): string | null => (code === '' ? null : t('event.code', { code }))

const unitsOf = (contents: readonly { qty: number }[]): number =>
  contents.reduce((sum, { qty }) => sum + qty, 0)

/** What stands on a box: `<orderNo>-B<number>`. */
const boxNumber = (boxId: string): string => /-B(\d+)$/.exec(boxId)?.[1] ?? boxId

function named(itemNo: string, { items }: Names): string {
  const item = items[itemNo]
  if (item === undefined) return itemNo
  return item.options === '' ? item.name : `${item.name} (${item.options})`
}
