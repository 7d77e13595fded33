import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inputMethodNeeds, prepareSystem } from './electron-runtime/system-packages.ts'
import { startHangul } from './ime/input-method.ts'
import { alsoScanned, proveHangul, scanAll, tell, watchKeys } from './ime/run.ts'
import { mixedCaseSkus } from './ime/skus.ts'
import { keysOn } from './ime/x-keys.ts'
import { launchApp, prepareStage } from './lib/launch.ts'
import { main, say } from './lib/run.ts'

/**
 * The app under a real Korean input method: IBus with its Hangul engine on a virtual screen, keys pressed at the X
 * level, in real Electron. Ends with 0 only where every code arrived as it was scanned and the text field kept its text.
 */
await main(async () => {
  if (process.platform !== 'linux')
    throw new Error('This test needs Linux: it presses keys on a virtual X screen.')
  await prepareSystem(inputMethodNeeds)
  // A screen of its own: the keys must not go to the one somebody is working on.
  delete process.env['DISPLAY']
  delete process.env['WAYLAND_DISPLAY']
  const home = await mkdtemp(join(tmpdir(), 'packdesk-ime-'))
  const { stage, stop } = await prepareStage()
  try {
    return await underHangul(home, stage)
  } finally {
    stop()
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})

async function underHangul(
  home: string,
  stage: Awaited<ReturnType<typeof prepareStage>>['stage'],
): Promise<number> {
  const hangul = await startHangul(home, stage.env)
  try {
    const app = await launchApp(stage, { dataDir: join(home, 'desk'), env: hangul.env })
    try {
      const page = await app.firstWindow()
      await page.getByTestId('manual-code').waitFor()
      await watchKeys(page)
      const keys = keysOn(stage.env)
      await keys.focusWindow('Packdesk')

      await proveHangul(page, keys)
      say('The Hangul input method is on: typing "dkssud" gives 안녕.')
      const skus = [...mixedCaseSkus(200, 20_261_124), ...alsoScanned]
      const onPage = await scanAll(page, keys, 'page', skus)
      tell('focus on the page', onPage)
      await proveHangul(page, keys)
      const inField = await scanAll(page, keys, 'field', skus)
      tell('focus in a text field', inField)
      await proveHangul(page, keys)
      say('The input method is still on.')
      return onPage.wrong.length + inField.wrong.length === 0 ? 0 : 1
    } finally {
      await app.close()
    }
  } finally {
    await hangul.stop()
  }
}
