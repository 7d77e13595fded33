import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { isWithin, roomOf, type Room } from './rooms.ts'

/** One import as a file states it. */
export interface StatedImport {
  /** The importing file, a slash-separated path below the root. */
  readonly from: string
  /** What stands between the quotes. */
  readonly specifier: string
  readonly typeOnly: boolean
  /** The names imported as values; undefined when it may be anything (`import *`, `import()`, `require`). */
  readonly names: readonly string[] | undefined
}

function judgeElectron(room: Room, { typeOnly, names }: StatedImport): string | undefined {
  if (room.electron === 'all') return undefined
  const allowed = room.electron === 'none' ? [] : room.electron
  if (allowed.length > 0 && (typeOnly || names?.every((name) => allowed.includes(name)))) return undefined
  return `${room.folder} may import ${allowed.length > 0 ? `only ${allowed.join(', ')}` : 'nothing'} from Electron`
}

function judgePackage(room: Room, specifier: string): string | undefined {
  const [scope = '', name = ''] = specifier.split('/')
  const packageName = scope.startsWith('@') ? `${scope}/${name}` : scope
  if (room.packages === 'any' || room.packages.includes(packageName)) return undefined
  return `${room.folder} may not import the package ${packageName}`
}

/** A folder named `internal` is private to the folder it lies in. */
function judgeInternal(from: string, target: string): string | undefined {
  const end = target.lastIndexOf('/internal/')
  if (end < 0 || isWithin(from, target.slice(0, end))) return undefined
  return `${target} is internal to ${target.slice(0, end)}`
}

function judgeFile(room: Room, stated: StatedImport): string | undefined {
  const target = posix.join(posix.dirname(stated.from), stated.specifier.replace(/\?.*$/, ''))
  const ownRoom = roomOf(target)?.folder === room.folder
  const allowed = [...room.rooms, ...(stated.typeOnly ? (room.typesOf ?? []) : [])]
  if (!ownRoom && !allowed.some((folder) => isWithin(target, folder))) {
    const types = room.typesOf?.some((folder) => isWithin(target, folder)) ? ' (types only)' : ''
    return `${room.folder} may not import ${target}${types}`
  }
  return judgeInternal(stated.from, target)
}

/** Says what is wrong with an import, or undefined when the importing file's room allows it. */
export function judgeImport(stated: StatedImport): string | undefined {
  const room = roomOf(stated.from)
  if (room === undefined) return undefined
  const { specifier } = stated
  if (/^\.{0,2}\//.test(specifier) || specifier === '.' || specifier === '..') return judgeFile(room, stated)
  if (specifier === 'electron' || specifier.startsWith('electron/')) return judgeElectron(room, stated)
  if (isBuiltin(specifier)) return room.node ? undefined : `${room.folder} may not import Node's ${specifier}`
  return judgePackage(room, specifier)
}
