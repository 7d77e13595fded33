import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { launchApp } from '../../scripts/lib/launch.ts'

it('a file in the way of the data folder: a window says so, and the app ends as an error', async () => {
  const base = await mkdtemp(join(tmpdir(), 'packdesk-no-folder-'))
  const dataDir = join(base, 'data')
  await writeFile(dataDir, 'mine')
  const app = await launchApp(inject('stage'), { dataDir })
  const exited = new Promise((resolve) => app.process().once('exit', resolve))
  const page = await app.firstWindow()
  const shown = page.getByTestId('startup-problem')
  await shown.waitFor()
  expect(await shown.getAttribute('data-kind')).toBe('databaseUnwritable')
  await page.close()
  expect(await exited).toBe(1)
  await rm(base, { recursive: true, force: true })
})
