/** `fault`: what stands in the way of writing it. */
type Kept = { text: string | null; writes: number; fault: Error | null }

/** The file beside the database, without a disk: it outlives the station that writes it. */
export function createAnchorInMemory() {
  let ids = 0
  const kept: Kept = { text: null, writes: 0, fault: null }
  const anchor = Object.assign(kept, {
    read: (): string | null => anchor.text,
    write: (text: string): Promise<void> => {
      if (anchor.fault !== null) return Promise.reject(anchor.fault)
      anchor.writes += 1
      anchor.text = text
      return Promise.resolve()
    },
    newId: (): string => {
      ids += 1
      return `database-${String(ids)}`
    },
  })
  return anchor
}

export type AnchorInMemory = ReturnType<typeof createAnchorInMemory>
