import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { mustRun } from '../lib/run.ts'

/** One exact version of a package, with the integrity (`sha512-…`) its archive must have. */
export interface PinnedPackage {
  readonly name: string
  readonly version: string
  readonly integrity: string
}

async function digest(file: string, algorithm: string, encoding: 'hex' | 'base64'): Promise<string> {
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file), hash)
  return hash.digest(encoding)
}

/** Refuses a file whose SHA-256 (hex) is not the expected one. */
export async function checkSha256(file: string, expected: string): Promise<void> {
  const found = await digest(file, 'sha256', 'hex')
  if (found !== expected) throw new Error(`${file} has SHA-256 ${found}, expected ${expected}: refused.`)
}

/** Refuses a package archive whose SHA-512 integrity is not the pinned one. */
export async function checkIntegrity(archive: string, pinned: PinnedPackage): Promise<void> {
  const found = `sha512-${await digest(archive, 'sha512', 'base64')}`
  if (found !== pinned.integrity) {
    throw new Error(
      `${pinned.name}@${pinned.version} has integrity ${found}, expected ${pinned.integrity}: refused.`,
    )
  }
}

/**
 * Fetches a pinned package with npm (and so with the user's own registry settings), checks its integrity and
 * unpacks it, or only one of its paths. Answers the folder of its contents, inside `folder`.
 */
export async function fetchPackage(pinned: PinnedPackage, folder: string, only = ''): Promise<string> {
  await mustRun(
    'npm',
    ['pack', `${pinned.name}@${pinned.version}`, '--silent', '--pack-destination', folder],
    {
      cwd: folder,
    },
  )
  const archive = join(folder, `${pinned.name.replace('@', '').replace('/', '-')}-${pinned.version}.tgz`)
  await checkIntegrity(archive, pinned)
  await mustRun('tar', ['-xzf', archive, '-C', folder, join('package', only)])
  return join(folder, 'package')
}
