import { defaultProfile, type ScannerProfile } from '../../../shared/domain/codes/scanner-profile.ts'
import { useText } from '../../i18n/language.ts'
import type { Text } from '../../i18n/text.ts'
import type { Measured } from '../../scan/measure.ts'
import styles from './scanner-check-dialog.module.css'

type FindingsProps = { measured: readonly Measured[]; proposal: ScannerProfile | null }

/** What was measured so far and what it comes to, in plain words. */
export function Findings({ measured, proposal }: FindingsProps) {
  const t = useText()
  const rows = [
    { name: t('scanner.rhythm'), value: rhythm(measured, t), testId: 'scanner-rhythm' },
    { name: t('scanner.end'), value: end(measured, t), testId: 'scanner-end' },
    { name: t('scanner.layout'), value: layout(measured, proposal, t), testId: 'scanner-layout' },
    { name: t('scanner.gs'), value: gs(measured, t), testId: 'scanner-gs' },
    { name: t('scanner.around'), value: around(measured, t), testId: 'scanner-around' },
  ]
  return (
    <section aria-label={t('scanner.result')}>
      <h3 className={styles.heading}>{t('scanner.result')}</h3>
      <dl className={styles.findings}>
        {rows.map(({ name, value, testId }) => (
          <div key={testId}>
            <dt>{name}</dt>
            <dd data-testid={testId}>{value ?? t('scanner.notYet')}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.proposal} data-testid="scanner-proposal">
        {t(`scanner.proposal.${verdict(measured, proposal)}`)}
      </p>
    </section>
  )
}

function verdict(measured: readonly Measured[], proposal: ScannerProfile | null) {
  if (measured.length === 0) return 'none'
  if (proposal === null) return 'clash'
  return JSON.stringify(proposal) === JSON.stringify(defaultProfile) ? 'factory' : 'fits'
}

function rhythm(measured: readonly Measured[], t: Text): string | null {
  const last = measured.at(-1)
  if (last === undefined) return null
  return t('scanner.rhythm.value', {
    middle: Math.round(last.gap.middle),
    least: Math.round(Math.min(...measured.map(({ gap }) => gap.least))),
    most: Math.round(Math.max(...measured.map(({ gap }) => gap.most))),
  })
}

function end(measured: readonly Measured[], t: Text): string | null {
  const last = measured.at(-1)
  return last === undefined ? null : t(`scanner.end.${last.end ?? 'none'}`)
}

function layout(measured: readonly Measured[], proposal: ScannerProfile | null, t: Text): string | null {
  const told = measured.some(({ test }) => test === 'mixed')
  return told && proposal !== null ? t(`scanner.layout.${proposal.layout}`) : null
}

function gs(measured: readonly Measured[], t: Text): string | null {
  const way = measured.flatMap((each) => each.gs ?? [])[0]
  if (way === undefined) return null
  if (way.kind === 'key') return t('scanner.gs.key', { key: way.key })
  return way.kind === 'text' ? t('scanner.gs.text', { text: way.text }) : t(`scanner.gs.${way.kind}`)
}

function around(measured: readonly Measured[], t: Text): string | null {
  const last = measured.at(-1)
  if (last === undefined) return null
  const { prefix, suffix } = last
  return prefix === '' && suffix === ''
    ? t('scanner.around.none')
    : t('scanner.around.value', { prefix, suffix })
}
