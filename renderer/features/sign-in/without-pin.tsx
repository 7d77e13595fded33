import type { PersonView } from '../../../shared/contract/people.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { listOf } from '../../i18n/format.ts'
import styles from './sign-in.module.css'

/** Who signs in by badge only, and who cannot sign in yet: nobody is to look for a name in vain. */
export function WithoutPin({ people }: { people: readonly PersonView[] }) {
  const t = useText()
  const language = useLanguage()
  const names = (badge: boolean): string =>
    listOf(
      language,
      people.filter(({ hasPin, hasBadge }) => !hasPin && hasBadge === badge).map(({ name }) => name),
    )
  const [byBadge, notAtAll] = [names(true), names(false)]
  return (
    <div className={styles.others}>
      {byBadge === '' ? null : <p>{t('signIn.byBadge', { names: byBadge })}</p>}
      {notAtAll === '' ? null : <p>{t('signIn.notAtAll', { names: notAtAll })}</p>}
    </div>
  )
}
