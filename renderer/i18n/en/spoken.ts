import type { spoken as korean } from '../ko/spoken.ts'
import type { InEnglish } from './in-english.ts'

export const spoken = {
  'spoken.accepted': 'Right',
  'spoken.orderOpened_one': 'Order open, {{count}} unit',
  'spoken.orderOpened_other': 'Order open, {{count}} units',
  'spoken.orderComplete': 'All packed, scan the waybill',
  'spoken.boxClosed': 'Scan the waybill',
  'spoken.boxSealed': 'Box done, stick the waybill on',
  'spoken.orderDone': 'Order done, stick the waybill on',
  'spoken.undone': 'Undone',
  'spoken.wrongItem': 'Wrong item',
  'spoken.unknownCode': 'Unknown code',
  'spoken.tooMany': 'Too many',
  'spoken.duplicateWaybill': 'Waybill used before',
  'spoken.notWaybill': 'Not a waybill',
  'spoken.stop.unpaid': 'Stop, not paid',
  'spoken.stop.held': 'Stop, on hold',
  'spoken.stop.cancelRequested': 'Stop, cancel requested',
  'spoken.stop.cancelled': 'Stop, cancelled',
  'spoken.stop.notParcel': 'Stop, no parcel',
  'spoken.stop.unreadable': 'Stop, order unreadable',
  'spoken.stop.done': 'Stop, shipped already',
  'spoken.changed': 'Stop, the order has changed',
  'spoken.failed': 'Not saved, look at the screen',
} as const satisfies InEnglish<typeof korean>
