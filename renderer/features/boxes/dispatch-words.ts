import type { DispatchView } from '../../../shared/contract/snapshot.ts'
import type { Text } from '../../i18n/text.ts'

/** Where a sealed box stands with the store, in one or two words. */
export function dispatchWords(dispatch: DispatchView, online: boolean, t: Text): string {
  switch (dispatch.state) {
    case 'confirmed':
      return t(`section.${dispatch.sectionStatus ?? 'SHIPPING'}`)
    case 'waiting':
      return online ? t('dispatch.waiting') : t('dispatch.waitingOffline')
    default:
      return t(`dispatch.${dispatch.state}`)
  }
}
