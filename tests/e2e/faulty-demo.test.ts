import { expect, inject, it } from 'vitest'
import { playDemo } from '../../scripts/guided-demo/play.ts'

// With this seed the very first write is carried out and its answer lost.
it('packs the guide’s order as two parcels while one call in five to the store goes wrong', async () => {
  const result = await playDemo(inject('stage'), { callFaults: { rate: 0.2, seed: 31 } })
  expect(result.faults).toEqual([])
  expect(result.after).toHaveLength(2)
  const writes = (result.callFaults?.list ?? []).filter((fault) => fault.startsWith('PATCH '))
  expect(writes[0]).toMatch(/: lostAnswer$/)
})
