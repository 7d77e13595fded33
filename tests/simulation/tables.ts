import type { World } from '../station/world.ts'

const queries = {
  progress: 'SELECT * FROM packing_progress ORDER BY order_no',
  waybills: 'SELECT * FROM waybills ORDER BY invoice_no',
  handovers: 'SELECT * FROM handovers ORDER BY box_id',
  serials: 'SELECT * FROM serials ORDER BY product, serial',
}

const read = ({ db }: World): [string, string][] =>
  Object.entries(queries).map(([name, sql]) => [name, JSON.stringify(db.prepare(sql).all())])

/** The tables that are read from the log, where reading it anew gives something else. */
export async function tablesUnlikeTheLog(world: World): Promise<string[]> {
  const kept = read(world)
  const rebuilding = world.station.methods.rebuild({})
  await world.advance(1_000)
  await rebuilding
  const anew = new Map(read(world))
  return kept.flatMap(([name, rows]) => {
    const other = anew.get(name)
    return other === rows ? [] : [`${name} is ${rows}, by the log ${other ?? 'nothing'}`]
  })
}
