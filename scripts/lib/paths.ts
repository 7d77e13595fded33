import { homedir } from 'node:os'
import { join } from 'node:path'

/** The repository's folder. */
export const rootDir = join(import.meta.dirname, '..', '..')

/** Where build results, screenshots and reports go; never tracked. */
export const outDir = join(rootDir, 'out')

/** The guided demo's screenshots and result.json. */
export const demoDir = join(outDir, 'demo')

/** Per-user cache for what is expensive to fetch or build; safe to delete at any time. */
export const cacheDir = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'packdesk')

/** An executable of a dependency, as npm links it. */
export const binPath = (name: string): string => join(rootDir, 'node_modules', '.bin', name)

/** The folders with a tsconfig.json of their own; scripts/ and the configuration files belong to tests/. */
export const typeCheckedFolders = ['shared', 'electron', 'renderer', 'tests'] as const
