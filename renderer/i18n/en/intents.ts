import type { intents as korean } from '../ko/intents.ts'
import type { InEnglish } from './in-english.ts'

export const intents = {
  'intent.dispatch': 'Report the box',
  'intent.dispatch.given': 'packed {{ago}}',
  'intent.dispatch.handedOver':
    'The app will not send this box any more. Whoever takes it over registers the waybill and ships it in the store itself.',
  'intent.dispatch.discarded':
    'The store will not be told of this box. Put the goods back on the shelf and do not use the waybill.',

  'intent.handOver': 'Report the handover',
  'intent.handOver.given': 'on the cart {{ago}}',
  'intent.handOver.handedOver':
    'The app will not report any more that this box left. Whoever takes it over marks it as in transit in the store itself.',
  'intent.handOver.discarded':
    'The store will not be told that this box left. Take it off the cart, and scan its waybill again when it goes.',

  'intent.correctWaybill': 'Report the corrected waybill',
  'intent.correctWaybill.given': 'corrected {{ago}}',
  'intent.correctWaybill.handedOver':
    'The app will not report the corrected waybill any more. Whoever takes it over corrects the number in the store itself.',
  'intent.correctWaybill.discarded':
    'The store will not be told of the corrected waybill, and it is again as it was before. See that the box has that one on it.',

  'intent.other': 'Tell the store',

  'write.prepare': 'Split off the box’s goods, ready to ship',
  'write.register': 'Register the waybill number',
  'write.ship': 'Mark as in transit',
  'write.changeInvoice': 'Change the waybill number',
  'write.removeInvoice': 'Take the waybill number off',
} as const satisfies InEnglish<typeof korean>
