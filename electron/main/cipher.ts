/* eslint-disable @typescript-eslint/no-deprecated -- the stand-in Electron has only the calls this one deprecates */
import { safeStorage } from 'electron'

/** The operating system's own encryption. */
export type Cipher = {
  /** False where only a key that everybody knows would be used: then nothing is to be written. */
  available: () => Promise<boolean>
  encrypt: (text: string) => Promise<Buffer>
  /** Throws where the bytes were encrypted by another user or key. */
  decrypt: (bytes: Buffer) => Promise<string>
}

/** Electron 45 encrypts asynchronously and deprecates the calls that older ones have; whichever is there is used. */
const asynchronous = 'encryptStringAsync' in safeStorage

export const systemCipher: Cipher = {
  async available() {
    // On Linux without a keyring both checks say yes and mean a built-in password.
    if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return false
    return asynchronous ? safeStorage.isAsyncEncryptionAvailable() : safeStorage.isEncryptionAvailable()
  },
  async encrypt(text) {
    return asynchronous ? safeStorage.encryptStringAsync(text) : safeStorage.encryptString(text)
  },
  async decrypt(bytes) {
    if (!asynchronous) return safeStorage.decryptString(bytes)
    const { result } = await safeStorage.decryptStringAsync(bytes)
    return result
  },
}
