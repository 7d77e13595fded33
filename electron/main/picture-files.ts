import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PictureFiles } from '../station/catalog/picture-shelf.ts'

/** Where pictures are kept, whatever the shop: their names are no other shop's. */
export const picturesFolder = (dataFolder: string): string => path.join(dataFolder, 'pictures')

/** Keeps pictures as files in the folder; a picture is written beside its place first, so that it is there whole or not. */
export function picturesIn(folder: string): PictureFiles {
  const fileOf = (name: string): string => path.join(folder, path.basename(name))
  return {
    async list() {
      await mkdir(folder, { recursive: true })
      const names = await readdir(folder)
      return Promise.all(
        names.map(async (name) => {
          const { size, mtimeMs } = await stat(fileOf(name))
          return { name, size, savedAt: mtimeMs }
        }),
      )
    },
    async save(name, bytes) {
      const file = fileOf(name)
      await writeFile(`${file}.part`, bytes)
      await rename(`${file}.part`, file)
    },
    remove: (name) => rm(fileOf(name), { force: true }),
  }
}
