import { describe, expect, inject, it } from 'vitest'
import { playDemo } from '../../scripts/guided-demo/play.ts'
import { steps } from '../../scripts/guided-demo/steps.ts'

describe('the app is killed and started again', () => {
  it.each(steps.map(({ name }, index) => [name, index] as const))(
    'after %s: the store ends up the same',
    async (_name, index) => {
      const result = await playDemo(inject('stage'), { killAfter: index })
      expect(result.faults).toEqual([])
    },
  )
})
