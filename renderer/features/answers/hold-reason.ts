import { holdReasons } from '../../../shared/domain/packing/answer.ts'
import type { Text } from '../../i18n/text.ts'

/** Why an order was set aside: one of the desk's own words for it, or what the packer wrote. */
export function holdReasonWords(reason: string, t: Text): string {
  const known = holdReasons.find((each) => each === reason)
  return known === undefined ? reason : t(`hold.${known}`)
}
