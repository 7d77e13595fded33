import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { safeStorage } from 'electron'
import { z } from 'zod'
import type { TokenStore, Tokens } from '../station/imweb/session.ts'

const tokensSchema = z.object({ accessToken: z.string(), refreshToken: z.string() })

/**
 * Tokens in a file of their own, encrypted by the operating system's key store. Where there is none (a Linux desktop
 * without a keyring: Electron would use a key that everybody knows) they are kept in memory only, and the store has to
 * be connected again after a restart.
 */
export function createTokenStore(file: string): TokenStore {
  let inMemory: Tokens | null = null

  return {
    async load() {
      if (!canEncrypt()) return inMemory
      const encrypted = await readFile(file).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      })
      if (encrypted === null) return null
      const parsed = tokensSchema.safeParse(decrypt(encrypted))
      return parsed.success ? parsed.data : null
    },

    async save(tokens) {
      inMemory = tokens
      if (tokens === null) {
        await rm(file, { force: true })
        return
      }
      if (!canEncrypt()) return
      await writeWhole(file, safeStorage.encryptString(JSON.stringify(tokens)))
    },
  }
}

function canEncrypt(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}

function decrypt(encrypted: Buffer): unknown {
  try {
    return JSON.parse(safeStorage.decryptString(encrypted))
  } catch {
    // Encrypted by another user or key: as good as no tokens, the store must be connected again.
    return undefined
  }
}

/** Replaces a file in one go: after a power cut it is the old one or the new one, whole. */
async function writeWhole(file: string, content: Buffer): Promise<void> {
  const folder = path.dirname(file)
  await mkdir(folder, { recursive: true })
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
