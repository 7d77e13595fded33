import type { Database } from '../database/open.ts'

export type Courier = { idx: number; name: string }

/** The couriers the store works with (`parcelCompanyIdx`), kept for packing without the network. */
export function createCourierTable(db: Database) {
  const all = db.prepare<[], Courier>('SELECT idx, name FROM couriers ORDER BY idx')
  const remove = db.prepare('DELETE FROM couriers')
  const insert = db.prepare<[number, string]>('INSERT INTO couriers (idx, name) VALUES (?, ?)')
  let current = all.all()

  return {
    list: (): Courier[] => current,
    name: (idx: number): string => current.find((courier) => courier.idx === idx)?.name ?? String(idx),
    replace(couriers: readonly Courier[]): void {
      db.transaction(() => {
        remove.run()
        for (const { idx, name } of couriers) insert.run(idx, name)
      }).immediate()
      current = all.all()
    },
  }
}

export type CourierTable = ReturnType<typeof createCourierTable>
