import { cjInvoiceNo } from '../../shared/domain/codes/courier-forms.ts'
import { mkdir } from 'node:fs/promises'
import { randomInt, randomUUID } from 'node:crypto'
import path from 'node:path'
import { app } from 'electron'
import demoBook from '../../resources/demo/barcode-book.csv?raw'
import { readBookCsv } from '../station/catalog/barcode-book.ts'
import { downloadWith } from '../station/catalog/picture-download.ts'
import { rescueOpen } from '../station/backup/rescue.ts'
import { createDailyBackup } from '../station/backup/daily-backup.ts'
import { openWithBackup } from '../station/backup/open-with-backup.ts'
import { fetchTransport } from '../station/imweb/transport.ts'
import type { Clock, Pace, Report, Schedule } from '../station/ports.ts'
import { createStation, type Station } from '../station/compose/station.ts'
import { anchorIn } from './anchor-file.ts'
import { shopBaseUrl, shopRedirect } from './authorize-shop.ts'
import { openChosenStore } from './chosen-store.ts'
import { systemCipher } from './cipher.ts'
import { dieAt } from './crash-point.ts'
import { createDemoControl, type DemoMethods } from './demo-control.ts'
import type { Environment } from './environment.ts'
import { copyInThread } from './copy-in-thread.ts'
import { exportsIn } from './exports.ts'
import { picturesFolder, picturesIn } from './picture-files.ts'
import { createShopMethods, type ShopMethods } from './shop-methods.ts'
import { newState, openShopPage, ownersTime, redirectPort } from './shop-store.ts'
import { readStoreChoice, storeFolder } from './store-choice.ts'
import { createTokenStore } from './token-store.ts'

export type OpenStation = { station: Station; demo: DemoMethods; shop: ShopMethods; close: () => void }

const second = 1000

const schedule: Schedule = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => {
    clearTimeout(timer)
  }
}

/** The system counts it from when the process began, whatever its clock is set to. */
const pace: Pace = () => Math.floor(performance.now())

/** Puts the station on the real clock, disk and network. Throws a StartupError where the database cannot be used. */
export async function openStation(
  environment: Environment,
  storeScript: string,
  report: Report,
): Promise<OpenStation> {
  const { dataFolder, nativeBinding } = environment
  const addon = nativeBinding === undefined ? {} : { nativeBinding }
  const clock: Clock = () => Date.now() + environment.clockAheadMs
  const fixed = environment.storeUrl !== null
  const choice = fixed ? ({ store: 'demo' } as const) : await readStoreChoice(dataFolder)
  const folder = storeFolder(dataFolder, choice)
  await mkdir(folder, { recursive: true })
  const backups = { folder: path.join(folder, 'backups'), copy: copyInThread(nativeBinding) }
  const db = await openWithBackup({ file: path.join(folder, 'packdesk.db'), ...addon }, backups, clock())
  const { store, authorize, secret } = await openChosenStore(choice, folder, environment, storeScript)
  const transport = fetchTransport(fetch)
  const station = createStation({
    db,
    clock,
    pace,
    random: Math.random,
    schedule,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    report,
    transport,
    tokens: createTokenStore(path.join(folder, 'tokens.bin'), systemCipher),
    authorize,
    anchor: anchorIn(folder),
    newId: randomUUID,
    store,
    pollMs: 15 * second,
    timeoutMs: 10 * second,
    // Nothing stands between the desk and a store on this machine; before a shop's, gateways go on with what they were given.
    settleMs: (store.demo ? 5 : 150) * second,
    sightMs: (store.demo ? 0 : 120) * second,
    ...(environment.crashAt === null ? {} : { reached: dieAt(environment.crashAt) }),
    app: app.getVersion(),
    saveExport: exportsIn(path.join(folder, 'exports')),
    pictures: { download: downloadWith(fetch, 10 * second), files: picturesIn(picturesFolder(dataFolder)) },
    backup: () => daily.view(),
    rescue: () => rescueOpen(db, clock(), { folder: backups.folder, ...addon }),
  })
  const daily = createDailyBackup({
    ...backups,
    db,
    clock,
    pace,
    schedule,
    report,
    onChange: () => {
      station.refresh()
    },
  })
  daily.start()
  // Only to begin with: what was changed or removed since stays so.
  if (store.demo && station.book.count() === 0) station.book.putAll(readBookCsv(demoBook))
  return {
    station,
    demo: createDemoControl({
      baseUrl: store.baseUrl,
      secret,
      fetch,
      newInvoiceNo: () => cjInvoiceNo(`5${String(randomInt(1e9, 1e10))}`),
    }),
    shop: createShopMethods({
      baseUrl: shopBaseUrl,
      redirectUri: shopRedirect,
      port: redirectPort,
      openBrowser: openShopPage,
      dataFolder,
      now: choice,
      fixed,
      cipher: systemCipher,
      transport,
      newState,
      timeout: ownersTime,
      mayChoose: async () => {
        const { people } = await station.methods.snapshot({})
        return !people.required || people.person?.role === 'lead'
      },
      restart: () => {
        app.relaunch()
        app.quit()
      },
    }),
    close: () => {
      daily.stop()
      station.stop()
      db.close()
    },
  }
}
