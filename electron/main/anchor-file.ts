import { readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import path from 'node:path'
import type { AnchorFile } from '../station/ports.ts'

/** The anchor beside the database in the data folder. */
export function anchorIn(folder: string): AnchorFile {
  const file = path.join(folder, 'anchor.json')
  const unfinished = `${file}.unfinished`
  return {
    read(): string | null {
      try {
        return readFileSync(file, 'utf8')
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      }
    },
    async write(text: string): Promise<void> {
      await writeDurably(unfinished, text)
      await rename(unfinished, file)
      await syncFolder(folder)
    },
  }
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w')
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Without it the new name could be lost with the power. Windows opens no folders, and keeps names in its journal. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
