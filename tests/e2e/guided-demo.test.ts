import { expect, inject, it } from 'vitest'
import { playDemo } from '../../scripts/guided-demo/play.ts'
import { demoDir } from '../../scripts/lib/paths.ts'

it('packs the guide’s order as two parcels, through refusals and a cut network, and the store has both', async () => {
  const result = await playDemo(inject('stage'), { outFolder: demoDir })
  expect(result.faults).toEqual([])
  expect(result.after).toHaveLength(2)
})
