import type { doubt as korean } from '../ko/doubt.ts'
import type { InEnglish } from './in-english.ts'

/** What is said where the desk's data is of an earlier time than what the store has been told. */
export const doubt = {
  'doubt.title': 'Nothing is sent to the store — the packing records are from an earlier time',
  'doubt.reading': 'Go on packing. While it is connected, the desk reads the orders again from the store.',
  'doubt.lead': 'Go on packing. Sending goes on once a supervisor has agreed.',
  'doubt.open': 'See what is missing',
  'doubt.why.older':
    'This desk’s records are from before the last time it sent something. Boxes packed after that are not in them, but may have been sent already.',
  'doubt.why.other':
    'These records are another desk’s, or from another folder. What has been sent from here already cannot be told.',
  'doubt.why.missing':
    'The check file (anchor.json) beside the records is gone. Whether the records are the latest cannot be told.',
  'doubt.why.unreadable':
    'The check file (anchor.json) beside the records cannot be read. Whether the records are the latest cannot be told.',
  'doubt.why.restored':
    'A backup was put back. Boxes packed after it was made are not in the records, but may have been sent already.',
  'doubt.last': 'The records go up to {{when}}.',
  'doubt.noLast': 'The records are empty.',
  'doubt.missing_one': '{{count}} entry after that is missing.',
  'doubt.missing_other': '{{count}} entries after that are missing.',
  'doubt.missingUnknown': 'How many entries after that are missing cannot be told.',
  'doubt.readSoFar_one':
    'The orders are being read again from the store — {{count}} so far. The desk has to be connected for it.',
  'doubt.readSoFar_other':
    'The orders are being read again from the store — {{count}} so far. The desk has to be connected for it.',
  'doubt.allRead_one': 'Read again from the store: {{count}} order with something unsent, and all the lists.',
  'doubt.allRead_other':
    'Read again from the store: {{count}} orders with something unsent, and all the lists.',
  'doubt.next':
    'A waybill that the store has already is not sent again. Where it cannot be told, a person is asked before anything is sent. The rest is sent once a supervisor has agreed.',
  'doubt.onlyAtStore_one': 'Waybills or parcels that only the store knows of — {{count}} order',
  'doubt.onlyAtStore_other': 'Waybills or parcels that only the store knows of — {{count}} orders',
  'doubt.onlyAtStore.todo':
    'Before you pack such an order again, see in the shop’s own pages whether its box has left already.',
  'doubt.andMore_one': 'and {{count}} more',
  'doubt.andMore_other': 'and {{count}} more',
  'doubt.forPerson_one': '{{count}} thing needs a person.',
  'doubt.forPerson_other': '{{count}} things need a person.',
  'doubt.openUnsent': 'See what is unsent',
  'doubt.goOn': 'I have checked this — send from here on',
  'doubt.leadFirst': 'A supervisor has to sign in.',
} as const satisfies InEnglish<typeof korean>
