import { describe, expect, it } from 'vitest'
import { habitShown, unknownHabits } from '../../../shared/domain/intents/habits.ts'
import { handOver } from '../../../shared/domain/intents/kinds/hand-over.ts'
import type { Step } from '../../../shared/domain/intents/step.ts'
import { order } from '../orders.ts'
import { half, invoice, ready, whole } from './boxes.ts'

const ship: Step = { kind: 'ship', sectionCode: 'os1', invoice, contents: whole }
const held = order([ready('os1', 2, 4)])

describe('a list of all goods with 배송중', () => {
  it('was refused although it was all: this store takes none', () => {
    for (const code of ['30138', '30187', '30087', '30133', '30094'])
      expect(habitShown(ship, code, held)).toEqual({ shipTakesList: false })
  })

  it('shows nothing where other goods are there, the section is gone, nobody has looked, or the reason is another', () => {
    expect(habitShown(ship, '30138', order([ready('os1', 1, 4)]))).toBeNull()
    expect(habitShown(ship, '30138', order([ready('os2', 2, 4)]))).toBeNull()
    expect(habitShown(ship, '30138', null)).toBeNull()
    expect(habitShown(ship, '30063', held)).toBeNull()
    expect(habitShown({ ...ship, contents: null }, '30138', held)).toBeNull()
  })

  const next = (channel: 'IMWEB' | 'COUPANG', shipTakesList: boolean) =>
    handOver.nextStep(
      { boxId: '1-B1', invoice, receiver: null },
      {
        ...{ order: order([ready('os1', 2, 4, { invoice })], { channel }), section: 'os1', taken: [] },
        ...{ habits: { ...unknownHabits, shipTakesList }, accepted: ['addressChanged'] },
      },
    )

  it('goes along while the store takes it, but never to an outside channel', () => {
    expect(next('IMWEB', true)).toMatchObject({ step: { contents: whole } })
    expect(next('IMWEB', false)).toMatchObject({ step: { contents: null } })
    expect(next('COUPANG', true)).toMatchObject({ step: { contents: null } })
  })
})

describe('part of a quantity', () => {
  const prepare: Step = { kind: 'prepare', sectionCode: 'os1', contents: half }

  it('is only taken in 배송대기 where the store said so of a part', () => {
    expect(habitShown(prepare, '30187', null)).toEqual({ partNeedsReady: true })
    expect(habitShown({ ...prepare, contents: null }, '30187', null)).toBeNull()
    expect(habitShown(prepare, '30094', null)).toBeNull()
  })
})
