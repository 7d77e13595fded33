import { expect, it } from 'vitest'
import { createLatestOnly } from '../../../renderer/state/latest-only.ts'

it('runs one at a time, and once more for everything asked meanwhile', async () => {
  const finish: (() => void)[] = []
  const ask = createLatestOnly(
    () =>
      new Promise<void>((resolve) => {
        finish.push(resolve)
      }),
  )
  ask()
  ask()
  ask()
  expect(finish).toHaveLength(1)
  finish[0]?.()
  await Promise.resolve()
  await Promise.resolve()
  expect(finish).toHaveLength(2)
  finish[1]?.()
  await Promise.resolve()
  await Promise.resolve()
  expect(finish).toHaveLength(2)
  ask()
  expect(finish).toHaveLength(3)
})
