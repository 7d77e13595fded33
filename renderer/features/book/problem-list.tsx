import { TriangleAlert, X } from 'lucide-react'
import type { BookProblem } from '../../../shared/contract/catalog.ts'
import { useText } from '../../i18n/language.ts'
import type { Text } from '../../i18n/text.ts'
import styles from './book-dialog.module.css'

type ProblemListProps = { kind: 'problems' | 'warnings'; list: readonly BookProblem[]; total: number }

/** The lines of a file that cannot be used, or that somebody should look at, each with its number and the reason. */
export function ProblemList({ kind, list, total }: ProblemListProps) {
  const t = useText()
  if (list.length === 0) return null
  const Icon = kind === 'problems' ? X : TriangleAlert
  return (
    <div className={kind === 'problems' ? styles.problems : styles.warnings} data-testid={`book-${kind}`}>
      <h4>
        <Icon aria-hidden="true" />
        {t(`book.${kind}`, { count: total })}
      </h4>
      <ul>
        {list.map((problem) => (
          <li key={`${String(problem.line)}-${problem.kind}`}>
            <strong>{t('book.line', { line: problem.line })}</strong> {words(t, problem)}{' '}
            <span className="code">{problem.text}</span>
          </li>
        ))}
      </ul>
      {total > list.length ? <p>{t('book.moreProblems', { count: total - list.length })}</p> : null}
    </div>
  )
}

const words = (t: Text, { kind, other }: BookProblem): string =>
  kind === 'duplicate' ? t('book.problem.duplicate', { line: other ?? 0 }) : t(`book.problem.${kind}`)
