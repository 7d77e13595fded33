import type { BoxView } from '../../../shared/contract/snapshot.ts'
import { useLanguage } from '../../i18n/language.ts'
import { weight } from '../../i18n/format.ts'
import styles from './box-card.module.css'

/** Kind, weight, serial numbers and lots of a box, as far as they are known. */
export function BoxFactsLine({ box }: { box: BoxView }) {
  const language = useLanguage()
  const facts = [
    ...(box.type === null ? [] : [box.type.name]),
    ...(box.grams === null ? [] : [weight(language, box.grams)]),
    ...box.identities.map(({ value }) => value),
  ]
  return facts.length === 0 ? null : <p className={`code ${styles.facts}`}>{facts.join(' · ')}</p>
}
