import type { World } from './world.ts'

/** What a packer sees of a desk. */
export const said = async (world: World) => (await world.snapshot()).lastScan?.answer.said
export const desk = async (world: World) => (await world.snapshot()).desk

/** The order numbers of the queue that can be packed, in its order. */
export const queue = async (world: World): Promise<string[]> => {
  const list = await world.station.methods.queue({ search: '', show: 'ready', limit: 100 })
  return list.rows.map(({ orderNo }) => orderNo)
}
