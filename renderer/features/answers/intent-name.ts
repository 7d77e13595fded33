import { kindNamed } from '../../../shared/domain/intents/registry.ts'
import type { Text } from '../../i18n/text.ts'

/** What the store is told, by the name of its kind; one of a later version of the desk is told as any other. */
export function intentName(what: string, t: Text): string {
  const kind = kindNamed(what)
  return kind === null ? t('intent.other') : t(`intent.${kind}`)
}
