import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Saves excerpts in the folder and answers with their paths; a later excerpt of the same thing replaces the earlier. */
export const exportsIn =
  (folder: string) =>
  async (name: string, text: string): Promise<string> => {
    const file = path.join(folder, path.basename(name))
    await mkdir(folder, { recursive: true })
    await writeFile(file, text)
    return file
  }
