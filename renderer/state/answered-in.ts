import type { Acceptance, Refusal } from '../../shared/domain/packing/answer.ts'
import type { DialogName } from './dialog-name.ts'

type Kind = Acceptance['kind'] | Refusal['kind']

/** What is said of signing in, wherever that is asked for. */
const ofSigningIn: readonly Kind[] = ['wrongPin', 'waitForPin', 'unknownBadge']

/** What is said against correcting a waybill, where that is asked for. */
const ofCorrecting: readonly Kind[] = [
  'sameWaybill',
  'waybillFixed',
  'onItsWay',
  'reopenInstead',
  'correctionPending',
  'seenToByHand',
  'trackingNumberUsed',
  'badTrackingNumber',
  'looksLikeProduct',
]

/** The answers that a dialog shows itself, so that it stays open for them. */
const shownThere: { [D in DialogName]?: readonly Kind[] } = {
  people: [...ofSigningIn, 'signedIn', 'personSaved', 'nameTaken', 'lastLead', 'leadOnly', 'nothingToDo'],
  settings: [...ofSigningIn, 'signedIn', 'leadOnly', 'pinSet'],
  doubt: ['wrongPin', 'waitForPin', 'pinNeeded', 'leadOnly', 'stillReading'],
  signIn: ofSigningIn,
  learn: ['wrongPin', 'waitForPin', 'pinNeeded'],
  guide: ['leadOnly'],
  waybill: [...ofCorrecting, 'signInFirst'],
  history: [...ofCorrecting, 'waybillCorrected', 'waybillKept'],
  handover: [
    ...ofCorrecting,
    'waybillCorrected',
    'waybillKept',
    'boxGivenToCourier',
    'boxTakenBack',
    'boxVoided',
    'beingReported',
    'unknownWaybill',
    'waybillsOnly',
    'notForHandover',
    'oldWaybill',
    'alreadyWithCourier',
    'handoverReported',
    'keepFromCourier',
    'nothingToDo',
    'signInFirst',
  ],
}

export const answeredIn = (dialog: DialogName, kind: Kind): boolean =>
  shownThere[dialog]?.includes(kind) ?? false
