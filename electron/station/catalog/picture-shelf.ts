/** A kept picture: its file's name, its size in bytes, and when it was saved. */
export type KeptPicture = { name: string; size: number; savedAt: number }

/** Where pictures are kept as files. Names have no folders in them. */
export type PictureFiles = {
  list: () => Promise<KeptPicture[]>
  /** Replaces the file in one go; answers when it is whole. */
  save: (name: string, bytes: Uint8Array) => Promise<void>
  remove: (name: string) => Promise<void>
}

/** So much is kept, in bytes; then the oldest go. */
const mostKept = 300 * 1024 * 1024

const nameForm = /^([0-9a-f]{64})\.(png|jpg|gif|webp)$/

/** The pictures that are there, known without looking at the disk; `load` reads what earlier runs have left. */
export function createPictureShelf(files: PictureFiles, most = mostKept) {
  const kept = new Map<string, KeptPicture>()

  const stemOf = (name: string): string | null => nameForm.exec(name)?.[1] ?? null

  async function makeRoom(): Promise<void> {
    let total = [...kept.values()].reduce((sum, { size }) => sum + size, 0)
    const oldest = [...kept].sort(([, a], [, b]) => a.savedAt - b.savedAt)
    for (const [stem, { name, size }] of oldest) {
      if (total <= most) return
      kept.delete(stem)
      total -= size
      await files.remove(name)
    }
  }

  return {
    async load(): Promise<void> {
      for (const picture of await files.list()) {
        const stem = stemOf(picture.name)
        if (stem !== null) kept.set(stem, picture)
      }
      await makeRoom()
    },

    /** `stem`: 64 hexadecimal digits that stand for the product. */
    get: (stem: string): KeptPicture | null => kept.get(stem) ?? null,

    async put(stem: string, kind: string, bytes: Uint8Array, savedAt: number): Promise<void> {
      const name = `${stem}.${kind}`
      const before = kept.get(stem)
      await files.save(name, bytes)
      kept.set(stem, { name, size: bytes.byteLength, savedAt })
      if (before !== undefined && before.name !== name) await files.remove(before.name)
      await makeRoom()
    },
  }
}
