import { describe, expect, it } from 'vitest'
import { unknownHabits } from '../../../shared/domain/intents/habits.ts'
import { meaningOf } from '../../../shared/domain/intents/answer-meaning.ts'
import type { Step } from '../../../shared/domain/intents/step.ts'
import { preparing } from './boxes.ts'

describe('reading an answer', () => {
  const step: Step = { kind: 'prepare', sectionCode: 'os1', contents: [{ itemNo: '-001', qty: 1 }] }
  const from = preparing('os1', 3, 0)
  const items = (quantities: number[]) => quantities.map((qty, at) => ({ itemNo: `n-${String(at)}`, qty }))
  const answer = (code: string | null, quantities: number[]) => ({
    newSection: code === null ? null : { code, items: items(quantities) },
  })
  const asPart = { own: 'n', rest: 'os1', ownItems: items([1]) }
  const asRest = { own: 'os1', rest: 'n', ownItems: null }

  it.each([
    ['the new section holds what was asked for', from, [1], unknownHabits, asPart, 'part'],
    ['the new section holds what is left', from, [2], unknownHabits, asRest, 'rest'],
    [
      'both sides look alike, the habit is known',
      preparing('os1', 2, 0),
      [1],
      { ...unknownHabits, newSectionHolds: 'rest' as const },
      asRest,
      null,
    ],
    [
      'both sides look alike, and the habit is the other',
      preparing('os1', 2, 0),
      [1],
      { ...unknownHabits, newSectionHolds: 'part' as const },
      asPart,
      null,
    ],
  ])('%s', (_what, section_, quantities, habits, codes, newSectionHolds) => {
    expect(meaningOf(step, section_, answer('n', quantities), habits)).toEqual({
      kind: 'understood',
      codes,
      newSectionHolds,
    })
  })

  it('knows the goods by their quantities, in whichever order the store names them', () => {
    const twoKinds: Step = {
      ...step,
      contents: [
        { itemNo: '-001', qty: 2 },
        { itemNo: '-002', qty: 1 },
      ],
    }
    expect(meaningOf(twoKinds, preparing('os1', 4, 4), answer('n', [1, 2]), unknownHabits)).toMatchObject({
      ...{ kind: 'understood', newSectionHolds: 'part' },
    })
    const both: Step = { ...step, contents: null }
    expect(meaningOf(both, from, answer(null, []), unknownHabits)).toMatchObject({
      ...{ kind: 'understood', codes: { own: 'os1', rest: null, ownItems: null } },
    })
  })

  it.each([
    ['both sides look alike and nothing is known', preparing('os1', 2, 0), answer('n', [1])],
    ['it speaks of other goods', from, answer('n', [7])],
    ['it says nothing of a new section where one is due', from, answer(null, [])],
    ['it made a new section of all there was', preparing('os1', 1, 0), answer('n', [1])],
  ])('is unclear where %s', (_what, section_, given) => {
    expect(meaningOf(step, section_, given, unknownHabits)).toEqual({ kind: 'unclear' })
  })
})
