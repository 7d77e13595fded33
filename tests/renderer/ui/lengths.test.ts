import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const renderer = resolve(import.meta.dirname, '../../../renderer')
const styles = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .map((path) => ({ path, css: readFileSync(join(renderer, path), 'utf8').replaceAll(/\/\*.*?\*\//gs, '') }))
const tokens = styles.find(({ path }) => path === join('ui', 'tokens.css'))?.css ?? ''
const named = new Set([...tokens.matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name))

/** A number with a unit of length; a window that a rule is for is none of a part's own lengths. */
const length = /-?[\d.]+(?:px|r?em|r?lh|ch|ex|v(?:w|h|min|max|i|b)|[sld]v[wh]|cq\w+|in|pt|mm|cm)\b/g
const lengthsIn = (css: string): string[] =>
  [...css.replaceAll(/@media[^{]*/g, '').matchAll(length)].map(([found]) => found)

describe('a style sheet', () => {
  it.each(styles.filter(({ path }) => path !== join('ui', 'tokens.css')))(
    '$path takes every length from the tokens',
    ({ css }) => {
      expect(lengthsIn(css)).toEqual([])
    },
  )

  it.each(styles)('$path names no token that does not exist', ({ css }) => {
    const used = [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name)
    expect(used.filter((name) => !named.has(name))).toEqual([])
  })
})

describe('a sign', () => {
  const parts = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => ({ path, source: readFileSync(join(renderer, path), 'utf8') }))

  it('is given its size by a style sheet, which takes it from the tokens', () => {
    const sized = parts.filter(({ source }) => /\ssize=[{"]/.test(source))
    expect(sized.map(({ path }) => path)).toEqual([])
  })
})

describe('a class', () => {
  const modules = styles.filter(({ path }) => path.endsWith('.module.css'))

  it.each(modules)('of $path is used by a part beside it, and every one used is there', ({ path, css }) => {
    const folder = join(renderer, path, '..')
    const users = readdirSync(folder)
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .flatMap((source) => {
        const name = new RegExp(`^import (\\w+) from './${basename(path)}'`, 'm').exec(source)?.[1]
        return name === undefined ? [] : [{ name, source }]
      })
    const there = new Set([...css.matchAll(/\.([a-z]\w*)(?=[^;{}]*{)/gi)].map(([, name = '']) => name))
    const used = new Set(
      users.flatMap(({ name, source }) =>
        [...source.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, each = '']) => each),
      ),
    )
    expect([...used].filter((name) => !there.has(name))).toEqual([])
    // Some are chosen by a state or a tone: those cannot be told one by one.
    const chosen = users.some(({ name, source }) => source.includes(`${name}[`))
    expect(chosen ? [] : [...there].filter((name) => !used.has(name))).toEqual([])
  })
})

describe('the tokens', () => {
  it('are all used', () => {
    const used = new Set(
      styles.flatMap(({ css }) => [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name)),
    )
    expect([...named].filter((name) => !used.has(name))).toEqual([])
  })
})

describe('a length of its own', () => {
  it.each(['padding: 2px', 'width: calc(100% - 1.5rem)', 'margin: -0.25rem', 'height: 72vh', 'gap: 0.3em'])(
    'is seen: %s',
    (rule) => {
      expect(lengthsIn(`.part { ${rule}; }`)).toHaveLength(1)
    },
  )

  it.each(['padding: 0 var(--space-10)', '@media (max-width: 900px) {', 'flex: 1 1 50%'])(
    'is not seen in %s',
    (rule) => {
      expect(lengthsIn(rule)).toEqual([])
    },
  )
})
