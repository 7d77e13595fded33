import type { IntentKind } from '../../shared/domain/intents/registry.ts'
import type { World } from './world.ts'

/** What a packer sees of a desk. */
export const said = async (world: World) => (await world.snapshot()).lastScan?.answer.said
export const desk = async (world: World) => (await world.snapshot()).desk

/** The order numbers of the queue that can be packed, in its order. */
export const queue = async (world: World): Promise<string[]> => {
  const list = await world.station.methods.queue({ search: '', show: 'ready', limit: 100 })
  return list.rows.map(({ orderNo }) => orderNo)
}

/** The number in the outbox of what is promised of a box, the newest of it (of a kind) that has not ended. */
export async function unsentOf(world: World, boxId: string, kind?: IntentKind): Promise<number> {
  const rows = await world.station.methods.unsent({ afterSeq: 0, limit: 500 })
  const row = rows.findLast((each) => each.boxId === boxId && (kind === undefined || each.kind === kind))
  if (row === undefined) throw new Error(`nothing of box ${boxId} is unsent`)
  return row.seq
}
