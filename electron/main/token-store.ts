import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { TokenStore, Tokens } from '../station/imweb/session.ts'
import type { Cipher } from './cipher.ts'

const tokensSchema = z.object({ accessToken: z.string(), refreshToken: z.string() })

/**
 * Tokens in a file of their own, encrypted by the operating system's key store. Where there is none (a Linux desktop
 * without a keyring) they are kept in memory only, and the store has to be connected again after a restart.
 */
export function createTokenStore(file: string, cipher: Cipher): TokenStore {
  let inMemory: Tokens | null = null

  async function decrypted(encrypted: Buffer): Promise<Tokens | null> {
    try {
      return tokensSchema.parse(JSON.parse(await cipher.decrypt(encrypted)))
    } catch {
      // Encrypted by another user or key: as good as no tokens, the store must be connected again.
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

    async save(tokens) {
      inMemory = tokens
      if (tokens === null) {
        await rm(file, { force: true })
        return
      }
      if (await cipher.available()) await writeWhole(file, await cipher.encrypt(JSON.stringify(tokens)))
    },
  }
}

/** Replaces a file in one go: after a power cut it is the old one or the new one, whole. */
async function writeWhole(file: string, content: Buffer): Promise<void> {
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
