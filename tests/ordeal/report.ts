import { ordeals } from './kinds.ts'
import type { Outcome } from './run.ts'

const sum = (outcomes: readonly Outcome[], of: (outcome: Outcome) => number): number =>
  outcomes.reduce((total, outcome) => total + of(outcome), 0)

const share = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`)

function sums(counts: readonly (readonly [string, number])[]): [string, number][] {
  const all = new Map<string, number>()
  for (const [name, n] of counts) all.set(name, (all.get(name) ?? 0) + n)
  return [...all].sort(([, one], [, other]) => other - one)
}

const heads = [
  'kind',
  'runs',
  'failed',
  'sealed',
  'confirmed',
  'person',
  'share',
  'decidable',
  'stopped',
  'troubles',
]

/** One row a kind, then why boxes wait for people, then what failed and how to play it again. */
export function report(outcomes: readonly Outcome[]): string {
  const played = ordeals.filter((name) => outcomes.some(({ ordeal }) => ordeal === name))
  const rows = played.map((name) => {
    const own = outcomes.filter(({ ordeal }) => ordeal === name)
    const [sealed, forPerson] = [sum(own, (each) => each.sealed), sum(own, (each) => each.forPerson)]
    return [
      name,
      String(own.length),
      String(own.filter(({ failures }) => failures.length > 0).length),
      String(sealed),
      String(sum(own, ({ confirmed }) => confirmed)),
      String(forPerson),
      share(forPerson, sealed),
      String(sum(own, ({ decidable }) => decidable.length)),
      String(sum(own, ({ stopped }) => stopped)),
      String(sum(own, ({ struck }) => [...struck.values()].reduce((total, n) => total + n, 0))),
    ]
  })
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
  return [
    line(heads),
    ...rows.map(line),
    '',
    ...played.flatMap((name) => reasonsOf(name, outcomes)),
    ...failuresOf(outcomes),
  ].join('\n')
}

function reasonsOf(name: string, outcomes: readonly Outcome[]): string[] {
  const own = outcomes.filter(({ ordeal }) => ordeal === name)
  const reasons = sums(own.flatMap((outcome) => [...outcome.reasons]))
  if (reasons.length === 0) return []
  const [example] = own.flatMap(({ seed, decidable }) =>
    decidable.map((what) => `seed ${String(seed)}: ${what}`),
  )
  return [
    `${name} left to people: ${reasons.map(([reason, n]) => `${reason} ${String(n)}`).join(', ')}`,
    ...(example === undefined ? [] : [`  decidable by reading, ${example}`]),
  ]
}

function failuresOf(outcomes: readonly Outcome[]): string[] {
  const failed = outcomes.filter(({ failures }) => failures.length > 0)
  if (failed.length === 0) return ['', 'failures: none']
  return [
    '',
    `failed runs: ${String(failed.length)}`,
    ...sums(failed.flatMap(({ failures }) => failures.map(({ name }): [string, number] => [name, 1]))).map(
      ([name, n]) => `  ${name.padEnd(18)} ${String(n)}`,
    ),
    `Played again, and told: npm run ordeal -- --seed ${String(failed[0]?.seed)} --kind ${String(failed[0]?.ordeal)}`,
  ]
}

/** A failed run on one line. */
export const toldAs = ({ ordeal, seed, failures }: Outcome): string =>
  `${ordeal}, seed ${String(seed)}: ${failures.map(({ name, what }) => `${name}: ${what}`).join('; ')}`
