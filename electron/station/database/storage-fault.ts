import type { DiskFault } from '../../../shared/contract/methods.ts'

/** By SQLite's result codes and the operating system's; the first that fits. */
const faults: readonly (readonly [RegExp, DiskFault])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'diskFull'],
  [/^SQLITE_(BUSY|LOCKED)/, 'databaseLocked'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'databaseDamaged'],
  [
    /^(SQLITE_(READONLY|CANTOPEN|IOERR|PERM)|EACCES|EROFS|EPERM|ENOTDIR|EISDIR|EEXIST|EIO|EFBIG)/,
    'databaseUnwritable',
  ],
]

/** Whether an error means that the disk or the database could not do its part; null for every other error. */
export function storageFaultOf(error: unknown): DiskFault | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return faults.find(([pattern]) => pattern.test(code))?.[1] ?? null
}
