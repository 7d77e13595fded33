import type { IForbiddenRuleType } from 'dependency-cruiser'
import { stationLayers } from './station-layers.ts'

/**
 * What each room may import: the table of docs/ARCHITECTURE.md, as rules over the whole tree. Paths are below the root;
 * tests/lint/fixtures holds for every rule a file that breaks it.
 */
type Room = {
  /** A folder, or a path that all its modules begin with. */
  readonly folder: string
  /** Folders and files that its modules may import, beside their own. */
  readonly rooms: readonly string[]
  /** Packages that may be imported; 'any' is every package, Electron only where it is named. */
  readonly packages: 'any' | 'any, and electron' | readonly string[]
  /** Whether Node's own modules may be imported. */
  readonly node: boolean
}

const window = ['react', 'react-dom', 'i18next', 'zustand', 'lucide-react', 'pretendard', 'zod']
const storeEntries = ['index', 'embedded', 'demo-client'].map((name) => `electron/demo-store/${name}.ts`)

const rooms: readonly Room[] = [
  { folder: 'shared/domain', rooms: [], packages: ['zod'], node: false },
  { folder: 'shared/contract', rooms: ['shared/domain'], packages: ['zod'], node: false },
  { folder: 'electron/station', rooms: ['shared'], packages: 'any', node: true },
  { folder: 'electron/demo-store', rooms: ['shared/domain', 'resources'], packages: 'any', node: true },
  // The demo store is started, and spoken to over HTTP: nothing else of it is known.
  {
    folder: 'electron/main',
    rooms: ['shared', 'resources', 'electron/station', ...storeEntries],
    packages: 'any, and electron',
    node: true,
  },
  { folder: 'electron/preload', rooms: ['shared'], packages: ['electron'], node: false },
  { folder: 'renderer', rooms: ['shared', 'resources'], packages: window, node: false },
]

/** The window's layers, from the left to the right: each may import what is named, and nothing else of the window. */
const windowLayers: readonly (readonly [layer: string, left: readonly string[]])[] = [
  ['i18n', []],
  ['scan', []],
  ['sound', ['i18n']],
  ['ui', ['i18n']],
  ['state', ['i18n', 'scan', 'sound']],
  ['features', ['i18n', 'scan', 'sound', 'ui', 'state']],
  ['app', ['i18n', 'scan', 'sound', 'ui', 'state', 'features']],
]

const escaped = (path: string): string => path.replaceAll('.', '\\.')
const within = (folder: string): string => `^${escaped(folder)}(?:/|$)`
const forbid = (name: string, comment: string) => ({ name, comment, severity: 'error' as const })

function packagePaths(packages: Room['packages']): string[] {
  if (packages === 'any, and electron') return ['(?:^|/)node_modules/']
  if (packages === 'any') return ['(?:^|/)node_modules/(?!electron/)']
  return packages.map((name) => `(?:^|/)node_modules/(?:@types/)?${name}/`)
}

const roomRules = ({ folder, rooms: others, packages, node }: Room): IForbiddenRuleType[] => [
  {
    ...forbid(`room:${folder}`, `${folder} may import only what the table of rooms says.`),
    from: { path: within(folder) },
    to: {
      pathNot: [...[folder, ...others].map(within), ...packagePaths(packages)],
      ...(node ? { dependencyTypesNot: ['core'] as const } : {}),
    },
  },
]

const windowRules: IForbiddenRuleType[] = windowLayers.map(([layer, left]) => ({
  ...forbid(
    `window:${layer}`,
    `renderer/${layer} may import only what stands left of it: ${left.join(', ') || 'nothing'}.`,
  ),
  from: { path: within(`renderer/${layer}`) },
  to: { path: '^renderer/', pathNot: [layer, ...left].map((name) => within(`renderer/${name}`)) },
}))

export const layerRules: IForbiddenRuleType[] = [
  ...rooms.flatMap(roomRules),
  {
    ...forbid('preload-knows-types-only', 'The sandboxed preload script takes types from shared, no values.'),
    from: { path: within('electron/preload') },
    to: { path: within('shared'), dependencyTypesNot: ['type-only'] },
  },
  ...windowRules,
  {
    ...forbid(
      'window-primitives-know-no-packing',
      'What is in renderer/ui and i18n knows nothing of packing.',
    ),
    from: { path: '^renderer/(?:ui|i18n)/' },
    to: { path: '^(?:shared|resources)/' },
  },
  ...stationLayers,
  {
    ...forbid('no-cycle', 'Modules that need each other are one module, or one of them knows too much.'),
    from: {},
    to: { circular: true },
  },
  {
    ...forbid(
      'no-folder-cycle',
      'Folders that need each other are one folder, or one of them knows too much.',
    ),
    scope: 'folder',
    from: { path: '^(?:renderer|electron)/' },
    to: { circular: true },
  },
  {
    ...forbid('no-orphan', 'A module that nobody imports, and that imports nobody, is nobody’s.'),
    from: { orphan: true, pathNot: ['\\.d\\.ts$', '^resources/'] },
    to: {},
  },
]
