import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { defaultAssumptions } from '../../electron/demo-store/assumptions.ts'
import { operations } from '../../electron/demo-store/operations/index.ts'
import { commonErrors } from '../../electron/demo-store/operations/operation.ts'

/** A document as it reads, however its tables are padded. */
const read = (path: string): string => readFileSync(path, 'utf8').replace(/ +/g, ' ')

const operationsTable = read('docs/imweb-operations.md')
const guide = read('docs/demo-store.md')
const template = (path: string): string => path.replace(/:(\w+)/g, '{$1}')

const testTexts = readdirSync('tests/demo-store')
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(`tests/demo-store/${name}`, 'utf8'))
  .join('\n')

const section = (title: string): string =>
  operationsTable.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''

const neverAnswered = [...section('Codes the store never answers').matchAll(/^\| (\d{5}) \|/gm)].map((m) =>
  Number(m[1]),
)

test('the operation table has a row for every call, with the codes of the document', () => {
  for (const operation of operations) {
    const start = `| ${operation.method} | \`${template(operation.path)}\` |`
    const row = operationsTable.split('\n').find((line) => line.startsWith(start))
    expect([operation.id, row !== undefined]).toEqual([operation.id, true])
    for (const code of operation.errors) expect(row).toContain(String(code))
  }
})

test('every code the document lists has a test named after it, or is told never to be answered', () => {
  const listed = new Set([...commonErrors, ...operations.flatMap((o): readonly number[] => o.errors)])
  const named = new Set(
    [...testTexts.matchAll(/['"`](?:[^'"`\n]*?)\b(\d{5})\b[^'"`\n]*['"`]/g)].flatMap(
      (m) => m[0].match(/\b\d{5}\b/g) ?? [],
    ),
  )
  for (const code of [...listed].sort()) {
    const isCovered = named.has(String(code)) || neverAnswered.includes(code)
    expect([code, isCovered]).toEqual([code, true])
  }
})

test('every assumption is listed with its default', () => {
  for (const [name, value] of Object.entries(defaultAssumptions)) {
    expect(guide).toContain(`| \`${name}\` | \`${String(value)}\` |`)
  }
})
