import type { IForbiddenRuleType } from 'dependency-cruiser'

const inStation = (room: string): string => `^electron/station/${room}`

/** The station's rooms, from the bottom up: each may import what is named, and nothing else of the station. */
const stationRooms: readonly (readonly [room: string, below: readonly string[]])[] = [
  ['database', []],
  ['people', ['database']],
  ['log', ['database']],
  ['orders', ['database']],
  ['backup', ['database', 'log']],
  ['settings', ['database', 'people']],
  ['imweb', ['settings']],
  ['catalog', ['database', 'people', 'settings', 'imweb']],
  ['outbox', ['database', 'log', 'orders', 'settings', 'imweb']],
  ['anchor', ['database', 'log', 'orders', 'imweb', 'outbox']],
  ['feed', ['database', 'orders', 'settings', 'imweb', 'outbox']],
  ['desk', ['database', 'people', 'log', 'orders', 'settings', 'catalog', 'outbox']],
  ['handover', ['database', 'log', 'outbox', 'desk']],
  ['history', ['database', 'outbox']],
  ['board', ['database', 'history']],
  // What is shown of the desk, and what saves a damaged database, stand on top: only compose and the scripts ask for them.
  ['views', ['outbox']],
  ['salvage', ['database', 'log', 'orders', 'backup', 'outbox', 'anchor']],
]

const roomRules = stationRooms.map(([room, below]): IForbiddenRuleType => ({
  name: `station:${room}`,
  comment: `electron/station/${room} may import of the station only ports and ${below.join(', ') || 'nothing else'}.`,
  severity: 'error',
  from: { path: inStation(`${room}/`) },
  to: {
    path: inStation(''),
    pathNot: [inStation('ports\\.ts$'), ...[room, ...below].map((name) => inStation(`${name}/`))],
  },
}))

/** What the rooms of the station may import of each other. Only `compose` knows all of them. */
export const stationLayers: readonly IForbiddenRuleType[] = [
  ...roomRules,
  {
    name: 'station:ports',
    comment: 'What the station takes from the world knows none of its rooms.',
    severity: 'error',
    from: { path: inStation('ports\\.ts$') },
    to: { path: inStation('') },
  },
  {
    name: 'station:every-room-is-named',
    comment: 'A new room of the station says in scripts/lint/station-layers.ts what it may import.',
    severity: 'error',
    from: {
      path: inStation('[^/]+/'),
      pathNot: ['compose', ...stationRooms.map(([room]) => room)].map((room) => inStation(`${room}/`)),
    },
    to: {},
  },
]
