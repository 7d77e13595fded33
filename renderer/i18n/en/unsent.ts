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
  'problem.otherGoods': 'The store’s section holds other goods than the box',
  'problem.otherGoods.todo':
    'Keep the box here and compare its goods with those under this waybill in the store. Put it right, then press “Look and try again”.',
  'problem.waybillTwice': 'The store has this waybill number on another section as well',
  'problem.waybillTwice.todo':
    'Open the order in the store and take the number off the section that is not this box. Then press “Look and try again”.',
  'problem.undone': 'Somebody has taken this back in the store',
  'problem.undone.todo':
    'If the box is still here, keep it and ask your supervisor. If it may go all the same, press “Look and try again”.',
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
    'Whatever the store is to be told stays here until the store has taken it. It is kept even with no internet.',
  'unsent.none': 'The store has been told everything',
  'unsent.order': 'Order {{orderNo}}',
  'unsent.box': 'Order {{orderNo}} · box {{box}}',
  'unsent.attempts_one': '{{count}} try',
  'unsent.attempts_other': '{{count}} tries',
  'unsent.answer': 'The store’s answer',
  'unsent.retry': 'Look and try again',
  'unsent.retryBox': '{{what}}: look and try again',
  'unsent.sendAnyway': 'New address checked — send anyway',
  'unsent.sendAnywayBox': '{{what}}: new address checked, send anyway',
  'unsent.since': 'like this since {{time}}',
  'unsent.step': 'Step',
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
  'unsent.handedOver.who': 'Taken over by',
  'unsent.handedOver.confirm': 'Leave to a person, take off the list',
  'unsent.discarded': 'Discard',
  'unsent.discarded.box': '{{what}}: discard',
  'unsent.discarded.who': 'Discarded by',
  'unsent.discarded.confirm': 'Discard, take off the list',
  'unsent.reason': 'Reason',
  'unsent.pin': 'Supervisor PIN',
  'unsent.pinFirst':
    'There is no supervisor PIN yet. It has to be set in the settings, under “Log and backups”, before anything is discarded.',
  'unsent.notAtRest':
    'To leave it to a person or discard it, the result of what was sent has to be known first.',
  'unsent.back': 'Never mind',
  'problem.onItsWay': 'The box has left: its waybill cannot be corrected',
  'problem.onItsWay.todo': 'See to it in the shop’s own pages, then press “Leave to a person”.',
} as const satisfies InEnglish<typeof korean>
