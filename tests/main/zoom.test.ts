import { expect, it } from 'vitest'
import { fitOf } from '../../electron/main/zoom.ts'

it.each([
  [1024, 640, 1],
  [1366, 768, 1],
  [1920, 1080, 1],
  [2560, 1440, 4 / 3],
  [3840, 2160, 2],
  // As wide as two screens, and no higher than one.
  [3840, 1080, 1],
  [1080, 1920, 1],
])('a window of %i × %i shows everything %f times as large', (width, height, fit) => {
  expect(fitOf([width, height])).toBeCloseTo(fit)
})
