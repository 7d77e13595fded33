import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '../../../renderer/i18n/en.ts'
import { ko } from '../../../renderer/i18n/ko.ts'
import { textIn } from '../../../renderer/i18n/text.ts'

const renderer = resolve(import.meta.dirname, '../../../renderer')

const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('i18n'))
  .map((path) => readFileSync(join(renderer, path), 'utf8'))
  .join('\n')

const bare = (key: string): string => key.replace(/_(one|other)$/, '')
const holes = (text: string): string[] => [...text.matchAll(/{{(\w+)}}/g)].map(([, name = '']) => name).sort()
const korean: Record<string, string> = ko
const english: Record<string, string> = en

/** Keys as the code names them: whole, or as a template whose holes stand for anything. */
const named = [...sources.matchAll(/'([\w]+\.[\w.]+)'|`(\w+\.(?:[\w.]|\$\{[^}]*\})+)`/g)].map(
  ([, whole, template]) =>
    whole === undefined
      ? new RegExp(`^${(template ?? '').replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '\\w+')}$`)
      : new RegExp(`^${whole.replaceAll('.', '\\.')}$`),
)

describe('the catalogues', () => {
  it('hold the same texts in both languages', () => {
    expect([...new Set(Object.keys(english).map(bare))].sort()).toEqual(
      [...new Set(Object.keys(korean).map(bare))].sort(),
    )
  })

  it('hold both English forms of whatever is counted', () => {
    for (const key of Object.keys(korean).filter((name) => name.endsWith('_other'))) {
      expect(english).toHaveProperty([`${bare(key)}_one`])
    }
  })

  it('leave the same holes to fill in both languages', () => {
    for (const [key, text] of Object.entries(english)) {
      const other = korean[key] ?? korean[`${bare(key)}_other`] ?? ''
      // "the one just scanned" says its number in words.
      const said = key.endsWith('_one') ? holes(other).filter((hole) => hole !== 'count') : holes(other)
      expect(
        holes(text).filter((hole) => !key.endsWith('_one') || hole !== 'count'),
        key,
      ).toEqual(said)
    }
  })

  it('hold no text that nothing shows', () => {
    const unused = [...new Set(Object.keys(korean).map(bare))].filter(
      (key) => !named.some((name) => name.test(key)),
    )
    expect(unused).toEqual([])
  })

  it('put no particle behind a name or a number, which would have to change with it', () => {
    const particle = /}}(을|를|이|가|은|는|와|과|으로|로)(\s|$|[.,])/
    expect(Object.values(korean).filter((text) => particle.test(text))).toEqual([])
  })

  it('end Korean texts in Korean and English texts in English', () => {
    const hangul = /[가-힣]/
    expect(
      Object.entries(english).filter(([key, text]) => key !== 'language.ko' && hangul.test(text)),
    ).toEqual([])
    const bareOfKorean = Object.entries(korean).filter(
      ([, text]) => /[a-z]{3}/i.test(text.replaceAll(/{{\w+}}/g, '')) && !hangul.test(text),
    )
    expect(bareOfKorean.map(([key]) => key)).toEqual(['app.name', 'language.en'])
  })
})

describe('a text', () => {
  it('is counted by the rules of its language', () => {
    expect(textIn('en')('box.units', { count: 1 })).toBe('1 unit')
    expect(textIn('en')('box.units', { count: 4 })).toBe('4 units')
    expect(textIn('ko')('box.units', { count: 1 })).toBe('1개')
  })

  it('shows a code as it is, whatever characters it holds', () => {
    expect(textIn('en')('scan.code', { code: '<A&B>' })).toBe('Code read: <A&B>')
  })
})
