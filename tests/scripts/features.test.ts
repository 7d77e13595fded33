import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rootDir } from '../../scripts/lib/paths.ts'

const read = (file: string): string => readFileSync(join(rootDir, file), 'utf8')

/** A line of the document: “- `file`: “test” …”. */
const proof = /^- `([^`]+)`: “([^”]+)”/gm

const proofs = [...read('docs/FEATURES.md').matchAll(proof)].map(
  ([, file = '', test = '']) => [file, test] as const,
)

/** A test's name as it stands in the source, quotes of either kind escaped or not. */
const holds = (source: string, name: string): boolean => source.replaceAll("\\'", "'").includes(name)

describe('what docs/FEATURES.md says', () => {
  it('is proven by more than one test a feature', () => {
    expect(proofs.length).toBeGreaterThan(30)
  })

  it.each(proofs)('%s has the test “%s”', (file, test) => {
    expect(holds(read(file), test)).toBe(true)
  })

  it('would be noticed to name a test that is gone', () => {
    expect(
      holds(read('tests/scripts/features.test.ts'), ['a test that', 'nobody has written'].join(' ')),
    ).toBe(false)
  })
})
