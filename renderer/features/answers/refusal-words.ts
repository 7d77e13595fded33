import type { Refusal } from '../../../shared/domain/packing/answer.ts'
import { listOf } from '../../i18n/format.ts'
import type { Language, Text } from '../../i18n/text.ts'
import { holdReasonWords } from './hold-reason.ts'

/** What was wrong, and what the packer does now. */
export function refusalWords(said: Refusal, t: Text, language: Language): [title: string, detail: string] {
  switch (said.kind) {
    case 'mangledCode':
    case 'damagedCommand':
    case 'unknownOrder':
    case 'lookingUpOrder':
    case 'scanOrderFirst':
    case 'unknownCode':
    case 'noBox':
    case 'nothingToUndo':
    case 'nothingToDo':
    case 'pinNeeded':
    case 'wrongPin':
    case 'beingReported':
    case 'stillReading':
    case 'looksLikeProduct':
    case 'badTrackingNumber':
    case 'noCourier':
    case 'badCheckDigit':
    case 'gs1Ambiguous':
    case 'gs1Invalid':
    case 'doubleScan':
    case 'scanItemFirst':
    case 'signInFirst':
    case 'leadOnly':
    case 'unknownBadge':
    case 'lastLead':
    case 'unknownWaybill':
    case 'waybillsOnly':
      return [t(`no.${said.kind}`), t(`no.${said.kind}.todo`)]
    case 'standing':
      return [t(`no.standing.${said.standing}`), t('no.standing.todo', { orderNo: said.orderNo })]
    case 'unreadable': {
      const { orderNo, field, value } = said
      return [t('no.unreadable'), t('no.unreadable.todo', { orderNo, field, value })]
    }
    case 'allInBoxes':
    case 'otherOrderOnDesk':
    case 'sameOrder':
    case 'orderChanged':
    case 'looksLikeOrder':
    case 'promisedAlready':
    case 'notAsItStands':
      return [t(`no.${said.kind}`), t(`no.${said.kind}.todo`, { orderNo: said.orderNo })]
    case 'waybillFirst':
    case 'emptyBox':
    case 'alreadySealed':
    case 'givenUpBox':
    case 'boxTypeFirst':
    case 'weightFirst':
    case 'reportedAlready':
    case 'sameWaybill':
    case 'waybillFixed':
    case 'onItsWay':
    case 'correctionPending':
    case 'seenToByHand':
      return [t(`no.${said.kind}`, { box: said.box }), t(`no.${said.kind}.todo`)]
    case 'reopenInstead':
      return [
        t('no.reopenInstead', { box: said.box }),
        t(said.canReopen ? 'no.reopenInstead.todo' : 'no.reopenInstead.todo.begun'),
      ]
    case 'oldWaybill': {
      const { orderNo, box, invoiceNo } = said
      return [
        t('no.oldWaybill'),
        invoiceNo === null
          ? t('no.oldWaybill.todo.none', { orderNo, box })
          : t('no.oldWaybill.todo', { orderNo, box, invoiceNo }),
      ]
    }
    case 'setAside':
      return [
        t('no.setAside'),
        t('no.setAside.todo', { orderNo: said.orderNo, reason: holdReasonWords(said.reason, t) }),
      ]
    case 'atOtherDesk':
      return [t('no.atOtherDesk', { desk: said.desk }), t('no.atOtherDesk.todo', { orderNo: said.orderNo })]
    case 'ownDesk':
      return [t('no.ownDesk'), t('no.ownDesk.todo', { desk: said.desk })]
    case 'outOfOrder':
      return [t('no.outOfOrder'), t('no.outOfOrder.todo', { name: said.name, expected: said.expected })]
    case 'countEach':
    case 'notInABox':
    case 'noOneItemOrder':
    case 'nameTaken':
      return [t(`no.${said.kind}`), t(`no.${said.kind}.todo`, { name: said.name })]
    case 'identityFirst':
      return [t(`no.identityFirst.${said.capture}`), t('no.identityFirst.todo', { name: said.name })]
    case 'notAnIdentity':
      return [t(`no.notAnIdentity.${said.capture}`), t('no.notAnIdentity.todo')]
    case 'serialUsed':
      return [t('no.serialUsed'), t('no.serialUsed.todo', { value: said.value, orderNo: said.orderNo })]
    case 'unknownBoxType':
      return [t('no.unknownBoxType'), t('no.unknownBoxType.todo', { code: said.code })]
    case 'waitForPin':
      return [t('no.waitForPin'), t('no.waitForPin.todo', { count: said.seconds })]
    case 'wrongItem':
      return [t('no.wrongItem'), t('no.wrongItem.todo', { name: said.name })]
    case 'whichOne': {
      const reasons = said.choices.some((choice) => choice.kind === 'holdReason')
      return [t(reasons ? 'no.holdReason' : 'no.whichOne'), t('no.whichOne.todo')]
    }
    case 'tooMany': {
      const { name, needed, done, units } = said
      return [t('no.tooMany'), t('no.tooMany.todo', { name, needed, done, count: units })]
    }
    case 'takeOut': {
      const { name, units, box } = said
      return [t('no.takeOut', { box }), t('no.takeOut.todo', { name, count: units })]
    }
    case 'otherSection': {
      const { name, sectionNo, box } = said
      return [t('no.otherSection'), t('no.otherSection.todo', { name, sectionNo, box })]
    }
    case 'unsealedGoods':
    case 'goodsStayHere': {
      const boxes = listOf(language, said.boxes.map(String))
      return [t(`no.${said.kind}`), t(`no.${said.kind}.todo`, { boxes })]
    }
    case 'notForHandover': {
      const { orderNo, box, shipped } = said
      return [t(`no.notForHandover.${shipped}`), t(`no.notForHandover.${shipped}.todo`, { orderNo, box })]
    }
    case 'keepFromCourier': {
      const { orderNo, box, why } = said
      return [t(`no.keepFromCourier.${why}`), t('no.keepFromCourier.todo', { orderNo, box })]
    }
    case 'alreadyWithCourier':
    case 'handoverReported': {
      const { orderNo, box } = said
      return [t(`no.${said.kind}`), t(`no.${said.kind}.todo`, { orderNo, box })]
    }
    case 'trackingNumberUsed': {
      const { orderNo, box } = said
      return [t('no.trackingNumberUsed'), t('no.trackingNumberUsed.todo', { orderNo, box })]
    }
    case 'otherWaybill':
    case 'oneWaybill':
      return [t(`no.${said.kind}`), t(`no.${said.kind}.todo`, { invoiceNo: said.invoiceNo, box: said.box })]
    case 'undividable': {
      const { name, ordered, inBox } = said
      return [t('no.undividable'), t('no.undividable.todo', { name, ordered, inBox })]
    }
  }
}
