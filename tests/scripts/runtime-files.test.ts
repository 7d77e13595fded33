import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkIntegrity, checkSha256 } from '../../scripts/electron-runtime/npm-package.ts'
import { cached } from '../../scripts/lib/cache.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packdesk-scripts-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function archive(content: string): Promise<string> {
  const file = join(folder, 'archive')
  await writeFile(file, content)
  return file
}

const pinned = (content: string): { name: string; version: string; integrity: string } => ({
  name: 'boxes',
  version: '1.0.0',
  integrity: `sha512-${createHash('sha512').update(content).digest('base64')}`,
})

test('a package with the pinned integrity is taken', async () => {
  await expect(checkIntegrity(await archive('boxes'), pinned('boxes'))).resolves.toBeUndefined()
})

test('a package with another integrity is refused', async () => {
  await expect(checkIntegrity(await archive('boxes!'), pinned('boxes'))).rejects.toThrow(
    'boxes@1.0.0 has integrity',
  )
})

test('a file with another SHA-256 is refused', async () => {
  const right = createHash('sha256').update('boxes').digest('hex')
  await expect(checkSha256(await archive('boxes'), right)).resolves.toBeUndefined()
  await expect(checkSha256(await archive('boxes!'), right)).rejects.toThrow('refused')
})

async function fill(scratch: string): Promise<string> {
  const file = join(scratch, 'made')
  await writeFile(file, 'content')
  return file
}

test('what is in the cache is not made again', async () => {
  const first = await cached('thing', fill, folder)
  const again = await cached('thing', () => Promise.reject(new Error('made twice')), folder)
  expect(again).toBe(first)
  expect(await readFile(again, 'utf8')).toBe('content')
})

test('a set-up that breaks off leaves nothing behind, and the next one makes it whole', async () => {
  const breaksOff = async (scratch: string): Promise<string> => {
    await fill(scratch)
    throw new Error('the power went')
  }
  await expect(cached('thing', breaksOff, folder)).rejects.toThrow('the power went')
  expect(await readdir(folder)).toEqual([])
  await cached('thing', fill, folder)
  expect(await readdir(folder)).toEqual(['thing'])
})

test('two set-ups at the same time agree on one result', async () => {
  const results = await Promise.all([cached('thing', fill, folder), cached('thing', fill, folder)])
  expect(new Set(results)).toEqual(new Set([join(folder, 'thing')]))
  expect(await readdir(folder)).toEqual(['thing'])
})
