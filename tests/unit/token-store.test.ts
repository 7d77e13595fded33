import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Cipher } from '../../electron/main/cipher.ts'
import { createTokenStore } from '../../electron/main/token-store.ts'

const tokens = { accessToken: 'access-1', refreshToken: 'refresh-1' }

/** Reverses the text under a key; enough to tell a secret from its plain form. */
const cipher = (key: string, available = true): Cipher => ({
  available: () => Promise.resolve(available),
  encrypt: (text) => Promise.resolve(Buffer.from(key + [...text].reverse().join(''))),
  decrypt: (bytes) => Promise.resolve([...bytes.toString().slice(key.length)].reverse().join('')),
})

let folder: string
const file = () => path.join(folder, 'tokens.bin')
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'packdesk-tokens-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('tokens between runs', () => {
  it('are on disk, encrypted, when saving is done', async () => {
    await createTokenStore(file(), cipher('k')).save(tokens)
    expect(readFileSync(file(), 'utf8')).not.toContain('refresh-1')
    expect(await createTokenStore(file(), cipher('k')).load()).toEqual(tokens)
  })

  it('are never written where there is no real encryption, and kept in memory', async () => {
    const store = createTokenStore(file(), cipher('k', false))
    await store.save(tokens)
    expect(existsSync(file())).toBe(false)
    expect(await store.load()).toEqual(tokens)
  })

  it('encrypted by another key count as none', async () => {
    await createTokenStore(file(), cipher('k')).save(tokens)
    expect(await createTokenStore(file(), cipher('longer')).load()).toBeNull()
  })

  it('are gone when the store has signed the desk out', async () => {
    const store = createTokenStore(file(), cipher('k'))
    await store.save(tokens)
    await store.save(null)
    expect(existsSync(file())).toBe(false)
  })
})
