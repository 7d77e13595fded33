import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { coloursOf, contrast, themes } from './contrast.ts'

/** What is written, and the grounds it is written on: 4.5 to 1. */
const written: Record<string, string[]> = {
  ink: ['ground', 'paper', 'paper-2', 'kraft-soft', 'red-soft', 'green-soft', 'amber-soft'],
  'ink-2': ['ground', 'paper', 'paper-2', 'kraft-soft', 'green-soft', 'red-soft', 'line'],
  'ink-3': ['paper', 'paper-2'],
  'strip-ink': ['strip', 'tape'],
  'strip-ink-2': ['strip'],
  strip: ['strip-ink'],
  'bar-ink': ['bar'],
  'bar-ink-2': ['bar'],
  'amber-mark': ['strip'],
  'on-amber': ['amber-mark'],
  'on-strong': ['green', 'green-deep', 'red', 'blue', 'kraft-ink', 'ink'],
  green: ['paper', 'paper-2', 'green-soft', 'kraft-soft'],
  red: ['paper', 'paper-2', 'red-soft', 'kraft-soft', 'ground'],
  blue: ['paper', 'paper-2', 'blue-soft', 'kraft-soft'],
  amber: ['paper', 'paper-2', 'amber-soft', 'kraft-soft'],
  'kraft-ink': ['paper', 'kraft-soft'],
  'code-ink': ['code-paper'],
}

/** Shapes that have to be seen, and what is beside them: 3 to 1. */
const drawn: Record<string, string[]> = {
  'line-strong': ['paper', 'paper-2', 'ground', 'kraft-soft'],
  focus: ['ground', 'paper', 'paper-2'],
  'bar-mark': ['bar'],
  'bar-ink-2': ['bar'],
  green: ['line', 'paper', 'ground'],
  red: ['paper', 'ground'],
  blue: ['line', 'paper'],
  'amber-mark': ['strip', 'tape'],
  'kraft-ink': ['paper', 'ground'],
}

describe.each(themes)('the %s theme', (theme) => {
  const colours = coloursOf(theme)
  const ratio = (one: string, other: string): number =>
    contrast(colours.get(one) ?? `no ${one}`, colours.get(other) ?? `no ${other}`)
  const tooFaint = (pairs: Record<string, string[]>, least: number): string[] =>
    Object.entries(pairs).flatMap(([front, grounds]) =>
      grounds
        .filter((ground) => !(ratio(front, ground) >= least))
        .map((ground) => `${front} on ${ground}: ${ratio(front, ground).toFixed(2)}`),
    )

  it('lets every text be read', () => {
    expect(tooFaint(written, 4.5)).toEqual([])
  })

  it('lets every shape be seen', () => {
    expect(tooFaint(drawn, 3)).toEqual([])
  })
})

describe('the window', () => {
  it('takes every colour from the tokens, so that a theme reaches all of it', () => {
    const renderer = resolve(import.meta.dirname, '../../../renderer')
    const stray = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(css|tsx?)$/.test(path) && !path.endsWith('tokens.css'))
      .flatMap((path) =>
        [
          ...readFileSync(join(renderer, path), 'utf8').matchAll(
            /[:\s'"](#[0-9a-f]{3,8}|(?:rgb|hsl|oklch)a?\([^)]*\)|(?:color|background|fill|stroke):\s*(?:white|black))(?=[\s;'",)])/gi,
          ),
        ].map(([, colour]) => `${path}: ${colour ?? ''}`),
      )
    expect(stray).toEqual([])
  })
})
