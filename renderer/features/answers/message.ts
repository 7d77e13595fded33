import type { Acceptance, Answer } from '../../../shared/domain/packing/answer.ts'
import type { Cue } from '../../sound/cues.ts'
import type { Language, Text } from '../../i18n/text.ts'
import { listOf, weight } from '../../i18n/format.ts'
import { holdReasonWords } from './hold-reason.ts'
import { intentName } from './intent-name.ts'
import { refusalWords } from './refusal-words.ts'

/** An answer in the packer's words. */
export type Message = {
  title: string
  /** What to do, or what exactly was done. */
  detail: string
  /** Of one line: units in boxes, units needed. */
  count: { done: number; needed: number } | null
}

export type Tone = 'accepted' | 'refused' | 'asked' | 'complete' | 'idle'

export const messageOf = (answer: Answer, t: Text, language: Language): Message =>
  answer.ok ? acceptanceMessage(answer.said, t, language) : plain(...refusalWords(answer.said, t, language))

/** asked: the packer has to say which · complete: an end has been reached, of the goods or of the order · idle: nothing to tell yet. */
export function toneOf(answer: Answer): Tone {
  if (!answer.ok) {
    if (answer.said.kind === 'whichOne') return 'asked'
    return answer.said.kind === 'lookingUpOrder' ? 'idle' : 'refused'
  }
  const { said } = answer
  return said.kind === 'orderComplete' || (said.kind === 'boxSealed' && said.last) ? 'complete' : 'accepted'
}

/** Refusals after which the order itself is to be left alone. */
const stops = ['standing', 'unreadable', 'orderChanged'] as const

/** How an answer sounds; null where there is nothing to hear yet. */
export function cueOf(answer: Answer): Cue | null {
  if (answer.ok && answer.said.kind === 'boxSealed' && !answer.said.last) return 'sealed'
  if (!answer.ok && stops.some((kind) => kind === answer.said.kind)) return 'stop'
  const tone = toneOf(answer)
  if (tone === 'asked') return 'refused'
  return tone === 'idle' ? null : tone
}

const plain = (title: string, detail: string): Message => ({ title, detail, count: null })

function acceptanceMessage(said: Acceptance, t: Text, language: Language): Message {
  switch (said.kind) {
    case 'orderOpened':
      return plain(
        t('said.orderOpened', { count: said.units }),
        t('said.orderOpened.todo', { orderNo: said.orderNo }),
      )
    case 'orderResumed':
      return plain(
        t('said.orderResumed', { count: said.units }),
        t('said.orderResumed.todo', { orderNo: said.orderNo }),
      )
    case 'orderPutDown':
      return said.left > 0
        ? plain(
            t('said.orderPutDown'),
            t('said.orderPutDown.left', { orderNo: said.orderNo, count: said.left }),
          )
        : plain(t('said.orderPutDown'), t('said.orderPutDown.todo', { orderNo: said.orderNo }))
    case 'orderHeld':
      return plain(
        t('said.orderHeld'),
        t('said.orderHeld.todo', { orderNo: said.orderNo, reason: holdReasonWords(said.reason, t) }),
      )
    case 'orderHandedOver':
      return plain(
        t('said.orderHandedOver', { desk: said.desk }),
        t('said.orderHandedOver.todo', { orderNo: said.orderNo }),
      )
    case 'noteWritten':
    case 'takeOutNext':
    case 'calledOff':
    case 'signedOut':
      return plain(t(`said.${said.kind}`), t(`said.${said.kind}.todo`))
    case 'restTaken':
      return plain(t('said.restTaken', { count: said.units }), t('said.restTaken.todo', { box: said.box }))
    case 'itemMoved': {
      const { name, units, from, box } = said
      return plain(t('said.itemMoved', { from, box }), t('said.itemMoved.todo', { name, count: units }))
    }
    case 'itemIdentified': {
      const { name, capture, value, missing } = said
      const todo = missing > 0 ? t('said.itemIdentified.more', { count: missing }) : name
      return plain(t(`said.itemIdentified.${capture}`, { value }), todo)
    }
    case 'boxTyped':
      return plain(t('said.boxTyped', { box: said.box, name: said.name }), t('said.boxTyped.todo'))
    case 'boxWeighed':
      return plain(
        t('said.boxWeighed', { box: said.box, weight: weight(language, said.grams) }),
        t('said.boxWeighed.todo'),
      )
    case 'boxesClosed':
      return plain(
        t('said.boxesClosed', { boxes: listOf(language, said.boxes.map(String)) }),
        t('said.boxesClosed.todo'),
      )
    case 'boxReopened':
      return plain(t('said.boxReopened', { box: said.box }), t('said.boxReopened.todo'))
    case 'slipWanted':
      return plain(t('said.slipWanted', { box: said.box }), t('said.slipWanted.todo'))
    case 'signedIn':
      return plain(t('said.signedIn', { name: said.name }), t('said.signedIn.todo'))
    case 'personSaved':
      return plain(t('said.personSaved', { name: said.name }), t('said.personSaved.todo'))
    case 'itemScanned': {
      const { done, needed, units, box } = said
      return {
        title: said.name,
        detail: t('said.itemScanned.todo', { box, count: units }),
        count: { done, needed },
      }
    }
    case 'orderComplete':
      return plain(t('said.orderComplete'), t('said.orderComplete.todo', { name: said.name, box: said.box }))
    case 'orderUpdated':
      return plain(t('said.orderUpdated'), t('said.orderUpdated.todo', { orderNo: said.orderNo }))
    case 'itemTakenOut':
      return plain(t('said.itemTakenOut'), t('said.itemTakenOut.todo', { name: said.name, box: said.box }))
    case 'boxVoided':
      return plain(t('said.boxVoided', { box: said.box }), t('said.boxVoided.todo'))
    case 'intentGiven':
    case 'intentGivenUp': {
      const { orderNo, what } = said
      return plain(
        t(`said.${said.kind}`),
        t(`said.${said.kind}.todo`, { orderNo, what: intentName(what, t) }),
      )
    }
    case 'handedToPerson':
      return plain(
        said.box === null ? t('said.handedToPerson.none') : t('said.handedToPerson', { box: said.box }),
        t('said.handedToPerson.todo'),
      )
    case 'placeWanted':
      return plain(t(`said.placeWanted.${said.place}`), t(`said.placeWanted.${said.place}.todo`))
    case 'boxGivenToCourier':
    case 'boxTakenBack':
      return plain(
        t(`said.${said.kind}`),
        t(`said.${said.kind}.todo`, { orderNo: said.orderNo, box: said.box }),
      )
    case 'waybillCorrected': {
      const { box, invoiceNo } = said
      return invoiceNo === null
        ? plain(t('said.waybillRemoved', { box }), t('said.waybillRemoved.todo'))
        : plain(t('said.waybillCorrected', { box }), t('said.waybillCorrected.todo', { invoiceNo }))
    }
    case 'waybillKept': {
      const { box, invoiceNo } = said
      const todo = invoiceNo === null ? t('said.waybillKept.none') : t('said.waybillKept.todo', { invoiceNo })
      return plain(t('said.waybillKept', { box }), todo)
    }
    case 'pinSet':
    case 'wentOn':
      return plain(t(`said.${said.kind}`), t(`said.${said.kind}.todo`))
    case 'boxOpened':
      return plain(t('said.boxOpened', { box: said.box }), t('said.boxOpened.todo'))
    case 'boxClosed':
      return plain(t('said.boxClosed', { box: said.box }), t('said.boxClosed.todo'))
    case 'boxSelected':
      return plain(t('said.boxSelected', { box: said.box }), t('said.boxSelected.todo'))
    case 'boxEmptied':
      return plain(t('said.boxEmptied', { box: said.box }), t('said.boxEmptied.todo'))
    case 'boxSealed': {
      const { box, invoiceNo } = said
      return said.last
        ? plain(t('said.boxSealedLast'), t('said.boxSealedLast.todo', { box, invoiceNo }))
        : plain(t('said.boxSealed', { box }), t('said.boxSealed.todo', { invoiceNo }))
    }
    case 'undone':
      return plain(
        t(`said.undone.${said.what}`),
        said.what === 'itemScanned' || said.what === 'itemTakenOut'
          ? t(`said.undone.${said.what}.todo`)
          : t('said.undone.other.todo'),
      )
  }
}
