/** Which room a file belongs to, and what that room may import. The table of docs/ARCHITECTURE.md, as data. */
export interface Room {
  /** A folder, as a path below the repository's root. The longest matching folder counts. */
  readonly folder: string
  /** Folders and files whose modules may be imported (the room's own always may). */
  readonly rooms: readonly string[]
  /** Of these rooms only types. */
  readonly typesOf?: readonly string[]
  /** Packages that may be imported; 'any' is every package but Electron. */
  readonly packages: 'any' | readonly string[]
  /** Whether Node's own modules may be imported. */
  readonly node: boolean
  /** What may be imported from Electron: nothing, these names (and any type), or all of it. */
  readonly electron: 'none' | 'all' | readonly string[]
}

const ui = ['react', 'react-dom', 'i18next', 'zustand', 'lucide-react', 'pretendard', 'zod']

export const rooms: readonly Room[] = [
  {
    folder: 'shared',
    rooms: ['shared/domain', 'shared/contract'],
    packages: ['zod'],
    node: false,
    electron: 'none',
  },
  { folder: 'shared/domain', rooms: [], packages: ['zod'], node: false, electron: 'none' },
  { folder: 'shared/contract', rooms: ['shared'], packages: ['zod'], node: false, electron: 'none' },
  { folder: 'electron/station', rooms: ['shared'], packages: 'any', node: true, electron: 'none' },
  {
    folder: 'electron/demo-store',
    rooms: ['shared/domain', 'resources'],
    packages: 'any',
    node: true,
    electron: 'none',
  },
  {
    folder: 'electron/main',
    rooms: [
      ...['shared', 'resources', 'electron/station'],
      // The demo store is started, and spoken to over HTTP: nothing else of it is known.
      ...['index.ts', 'embedded.ts', 'demo-client.ts'].map((file) => `electron/demo-store/${file}`),
    ],
    packages: 'any',
    node: true,
    electron: 'all',
  },
  {
    folder: 'electron/preload',
    rooms: [],
    typesOf: ['shared'],
    packages: [],
    node: false,
    electron: ['contextBridge', 'ipcRenderer'],
  },
  { folder: 'renderer', rooms: ['shared', 'resources'], packages: ui, node: false, electron: 'none' },
]

/** Whether `path` is `folder` or lies below it. Both are slash-separated paths below the root. */
export const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(`${folder}/`)

/** The room of a file (a slash-separated path below the root); undefined where no rule holds. */
export function roomOf(path: string): Room | undefined {
  const found = rooms.filter((room) => isWithin(path, room.folder))
  return found.sort((a, b) => b.folder.length - a.folder.length)[0]
}
