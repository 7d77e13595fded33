import type { LastScan } from '../../../shared/contract/snapshot.ts'
import type { Language, Text } from '../../i18n/text.ts'
import { messageOf } from './message.ts'

/**
 * An answer as it is said aloud: the shortest words that tell what to do. What has none of its own is said as the screen
 * puts it; null where there is nothing to say yet.
 */
export function spokenOf(answer: LastScan['answer'], t: Text, language: Language): string | null {
  if (!answer.ok) {
    const { said } = answer
    switch (said.kind) {
      case 'lookingUpOrder':
        return null
      case 'standing':
        return t(`spoken.stop.${said.standing}`)
      case 'unreadable':
        return t('spoken.stop.unreadable')
      case 'orderChanged':
        return t('spoken.changed')
      case 'wrongItem':
      case 'unknownCode':
      case 'tooMany':
        return t(`spoken.${said.kind}`)
      case 'trackingNumberUsed':
        return t('spoken.duplicateWaybill')
      case 'looksLikeProduct':
      case 'looksLikeOrder':
      case 'badTrackingNumber':
        return t('spoken.notWaybill')
      default:
        return messageOf(answer, t, language).title
    }
  }
  const { said } = answer
  switch (said.kind) {
    case 'itemScanned':
      return t('spoken.accepted')
    case 'orderOpened':
    case 'orderResumed':
      return t('spoken.orderOpened', { count: said.units })
    case 'orderComplete':
    case 'boxClosed':
      return t(`spoken.${said.kind}`)
    case 'boxSealed':
      return t(said.last ? 'spoken.orderDone' : 'spoken.boxSealed')
    case 'undone':
      return t('spoken.undone')
    default:
      return messageOf(answer, t, language).title
  }
}
