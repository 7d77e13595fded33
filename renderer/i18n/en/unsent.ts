import type { unsent as korean } from '../ko/unsent.ts'
import type { InEnglish } from './in-english.ts'

export const unsent = {
  'problem.goodsGone': 'The store no longer has these goods to send',
  'problem.goodsGone.todo':
    'Do not send the box; set it aside, and see whether they were shipped elsewhere. If they were, press “Discard”.',
  'problem.sectionHeld': 'The order is on hold',
  'problem.sectionHeld.todo': 'Set the box aside. When the hold is lifted, press “Look and try again”.',
  'problem.sectionCancelled': 'The order is cancelled',
  'problem.sectionCancelled.todo':
    'Do not send the box. Take the goods out, put them back on the shelf, then press “Discard”.',
  'problem.otherInvoice': 'The store has another waybill number',
  'problem.otherInvoice.todo':
    'Compare the store’s number with the waybill on the box and ask your supervisor.',
  'problem.addressChanged': 'The address changed after the waybill was made',
  'problem.addressChanged.todo':
    'Keep the box here and look at the new address with your supervisor. If it may go with this waybill, press “New address checked — send anyway”.',
  'problem.changedMeanwhile': 'The order changed in the meantime',
  'problem.changedMeanwhile.todo': 'Look at the order in the store, then press “Look and try again”.',
  'problem.cannotTell': 'It was sent, but the result is not known',
  'problem.cannotTell.todo':
    'See whether the store has this waybill number, then press “Look and try again”.',
  'problem.unreadable': 'What the store says of the order cannot be read',
  'problem.unreadable.todo':
    'Look at this box’s waybill and state in the store and tell your supervisor. When it can be read again, press “Look and try again”.',
  'problem.refused': 'The store refused it',
  'problem.refused.todo': 'Read its answer below, put it right, then press “Look and try again”.',
  'unsent.title': 'Unsent',
  'unsent.explain':
    'Packed boxes, handovers to the courier and corrected waybills stay here until the store has confirmed them. They are kept even with no internet.',
  'unsent.none': 'The store has confirmed everything',
  'unsent.order': 'Order {{orderNo}}',
  'unsent.box': 'Order {{orderNo}} · box {{box}}',
  'unsent.given.dispatch': 'packed {{ago}}',
  'unsent.given.handOver': 'on the cart {{ago}}',
  'unsent.given.correctWaybill': 'corrected {{ago}}',
  'unsent.attempts_one': '{{count}} try',
  'unsent.attempts_other': '{{count}} tries',
  'unsent.answer': 'The store’s answer',
  'unsent.retry': 'Look and try again',
  'unsent.retryBox': '{{what}}: look and try again',
  'unsent.sendAnyway': 'New address checked — send anyway',
  'unsent.sendAnywayBox': '{{what}}: new address checked, send anyway',
  'unsent.since': 'like this since {{time}}',
  'unsent.step': 'Step',
  'unsent.step.prepare': 'Split off the box’s goods, ready to ship',
  'unsent.step.register': 'Register the waybill number',
  'unsent.step.ship': 'Mark as in transit',
  'unsent.step.none': 'The next step has not been sent yet',
  'unsent.age': 'Age',
  'unsent.tried': 'Tried',
  'unsent.lastAnswer': 'Last answer',
  'unsent.noAnswer': 'None yet',
  'unsent.said.ok': 'The store took it',
  'unsent.said.refused': 'The store refused it',
  'unsent.said.undelivered': 'The store could not be reached',
  'unsent.said.unanswered': 'No answer came — first we look whether it was done',
  'unsent.said.limited': 'The store asked us to wait a moment',
  'unsent.said.signedOut': 'The store has to be connected again',
  'unsent.handedOver': 'Leave to a person',
  'unsent.handedOver.box': '{{what}}: leave to a person',
  'unsent.handedOver.note.handOver':
    'The app will not report any more that this box left. Whoever takes it over marks it as in transit in the store itself.',
  'unsent.handedOver.note.correctWaybill':
    'The app will not report the corrected waybill any more. Whoever takes it over corrects the number in the store itself.',
  'unsent.handedOver.note.dispatch':
    'The app will not send this box any more. Whoever takes it over registers the waybill and ships it in the store itself.',
  'unsent.handedOver.who': 'Taken over by',
  'unsent.handedOver.confirm': 'Leave to a person, take off the list',
  'unsent.discarded': 'Discard',
  'unsent.discarded.box': '{{what}}: discard',
  'unsent.discarded.note.handOver':
    'The store will not be told that this box left. Take it off the cart, and scan its waybill again when it goes.',
  'unsent.discarded.note.correctWaybill':
    'The store will not be told of the corrected waybill, and it is again as it was before. See that the box has that one on it.',
  'unsent.discarded.note.dispatch':
    'The store will not be told of this box. Put the goods back on the shelf and do not use the waybill.',
  'unsent.discarded.who': 'Discarded by',
  'unsent.discarded.confirm': 'Discard, take off the list',
  'unsent.reason': 'Reason',
  'unsent.pin': 'Supervisor PIN',
  'unsent.pinFirst':
    'There is no supervisor PIN yet. It has to be set in the settings, under “Log and backups”, before anything is discarded.',
  'unsent.notAtRest':
    'To leave it to a person or discard it, the result of what was sent has to be known first.',
  'unsent.back': 'Never mind',
  'intent.dispatch': 'Report the box',
  'intent.handOver': 'Report the handover',
  'intent.correctWaybill': 'Report the corrected waybill',
  'problem.onItsWay': 'The box has left: its waybill cannot be corrected',
  'problem.onItsWay.todo': 'See to it in the shop’s own pages, then press “Leave to a person”.',
  'unsent.step.changeInvoice': 'Change the waybill number',
  'unsent.step.removeInvoice': 'Take the waybill number off',
} as const satisfies InEnglish<typeof korean>
