import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { findBreaches } from '../../scripts/lint/cruise.ts'
import { layerRules } from '../../scripts/lint/layers.ts'

const fixtures = join(import.meta.dirname, 'fixtures')
let found: ReadonlyMap<string, ReadonlySet<string>>

// The same rules as the project's own, on a small tree of the same shape.
beforeAll(async () => {
  const breaches = await findBreaches(fixtures)
  const files = new Set(breaches.map(({ from }) => from))
  found = new Map(
    [...files].map((file) => [
      file,
      new Set(breaches.filter(({ from }) => from === file).map(({ rule }) => rule)),
    ]),
  )
}, 60_000)

const rulesBroken = (file: string): string[] => [...(found.get(file) ?? [])]

describe('a module that keeps to its layer passes', () => {
  test.each([
    'shared/domain/good.ts',
    'shared/contract/good.ts',
    'electron/station/desk/good.ts',
    'electron/station/views/shown.ts',
    'electron/demo-store/good.ts',
    'electron/demo-store/embedded.ts',
    'electron/main/good.ts',
    'electron/preload/good.ts',
    'renderer/good.tsx',
    'renderer/i18n/words.ts',
    'renderer/sound/beep.ts',
    'renderer/ui/frame.ts',
    'renderer/state/desk.ts',
    'renderer/features/strip.ts',
    'renderer/app/window.ts',
  ])('%s', (file) => {
    expect(rulesBroken(file)).toEqual([])
  })
})

const offences = [
  ['room:shared/domain', 'shared/domain/imports-contract.ts'],
  ['room:shared/domain', 'shared/domain/imports-node.ts'],
  ['room:shared/contract', 'shared/contract/imports-package.ts'],
  ['room:electron/station', 'electron/station/orders/imports-electron.ts'],
  ['room:electron/station', 'electron/station/orders/requires-electron.ts'],
  ['room:electron/station', 'electron/station/orders/imports-demo-store.ts'],
  ['room:electron/station', 'electron/station/orders/imports-main.ts'],
  ['room:electron/demo-store', 'electron/demo-store/imports-station.ts'],
  ['room:electron/demo-store', 'electron/demo-store/imports-contract.ts'],
  ['room:electron/main', 'electron/main/imports-store-inside.ts'],
  ['room:electron/main', 'electron/main/imports-renderer.ts'],
  ['room:electron/preload', 'electron/preload/imports-station.ts'],
  ['preload-knows-types-only', 'electron/preload/imports-values.ts'],
  ['room:renderer', 'renderer/imports-node.ts'],
  ['room:renderer', 'renderer/imports-electron.ts'],
  ['room:renderer', 'renderer/imports-station.ts'],
  ['room:renderer', 'renderer/imports-database.ts'],
  ['window:i18n', 'renderer/i18n/imports-ui.ts'],
  ['window:scan', 'renderer/scan/imports-sound.ts'],
  ['window:sound', 'renderer/sound/imports-state.ts'],
  ['window:ui', 'renderer/ui/imports-state.ts'],
  ['window-primitives-know-no-packing', 'renderer/ui/imports-shared.ts'],
  ['window:state', 'renderer/state/imports-features.ts'],
  ['window:features', 'renderer/features/imports-app.ts'],
  ['window:app', 'renderer/app/imports-main.ts'],
  ['station:database', 'electron/station/database/imports-views.ts'],
  ['station:people', 'electron/station/people/imports-views.ts'],
  ['station:log', 'electron/station/log/imports-views.ts'],
  ['station:orders', 'electron/station/orders/imports-views.ts'],
  ['station:backup', 'electron/station/backup/imports-views.ts'],
  ['station:settings', 'electron/station/settings/imports-views.ts'],
  ['station:imweb', 'electron/station/imweb/imports-views.ts'],
  ['station:catalog', 'electron/station/catalog/imports-views.ts'],
  ['station:outbox', 'electron/station/outbox/imports-views.ts'],
  ['station:anchor', 'electron/station/anchor/imports-views.ts'],
  ['station:feed', 'electron/station/feed/imports-views.ts'],
  ['station:desk', 'electron/station/desk/imports-views.ts'],
  ['station:handover', 'electron/station/handover/imports-views.ts'],
  ['station:history', 'electron/station/history/imports-views.ts'],
  ['station:board', 'electron/station/board/imports-views.ts'],
  ['station:salvage', 'electron/station/salvage/imports-views.ts'],
  ['station:views', 'electron/station/views/imports-desk.ts'],
  ['station:ports', 'electron/station/ports.ts'],
  ['station:every-room-is-named', 'electron/station/scales/imports-views.ts'],
  ['no-cycle', 'renderer/features/round/one.ts'],
  ['no-folder-cycle', 'renderer/features/there'],
  ['no-orphan', 'renderer/features/orphan.ts'],
] as const

describe('a module that breaks a rule fails', () => {
  test.each(offences)('%s: %s', (rule, file) => {
    expect(rulesBroken(file)).toContain(rule)
  })

  test('and there is such a module for every rule', () => {
    const broken = new Set<string>(offences.map(([rule]) => rule))
    expect(layerRules.map(({ name }) => name).filter((name) => !broken.has(name ?? ''))).toEqual([])
  })
})
