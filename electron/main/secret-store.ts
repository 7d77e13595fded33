import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import type { Cipher } from './cipher.ts'

export type SecretStore<T> = {
  load: () => Promise<T | null>
  /** Resolves once it is on disk, or is known to be kept in memory only. */
  save: (secret: T | null) => Promise<void>
}

/**
 * A secret in a file of its own, encrypted by the operating system's key store. Where there is none (a Linux desktop
 * without a keyring) it is kept in memory only, and gone after a restart.
 */
export function createSecretStore<T>(file: string, cipher: Cipher, schema: z.ZodType<T>): SecretStore<T> {
  let inMemory: T | null = null

  async function decrypted(encrypted: Buffer): Promise<T | null> {
    try {
      return schema.parse(JSON.parse(await cipher.decrypt(encrypted)))
    } catch {
      // Encrypted by another user or key: as good as none, it has to be asked for again.
      return null
    }
  }

  return {
    async load() {
      if (!(await cipher.available())) return inMemory
      const encrypted = await readFile(file).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      })
      return encrypted === null ? null : decrypted(encrypted)
    },

    async save(secret) {
      inMemory = secret
      if (secret === null) {
        await rm(file, { force: true })
        return
      }
      if (await cipher.available()) await writeWhole(file, await cipher.encrypt(JSON.stringify(secret)))
    },
  }
}

/** Replaces a file in one go: after a power cut it is the old one or the new one, whole. */
export async function writeWhole(file: string, content: Buffer | string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const temporary = `${file}.new`
  const handle = await open(temporary, 'w', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(temporary, file)
}
