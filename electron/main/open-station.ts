import { cjInvoiceNo } from '../../shared/domain/scan/courier-forms.ts'
import { randomInt, randomUUID } from 'node:crypto'
import path from 'node:path'
import { app } from 'electron'
import demoBook from '../../resources/demo/barcode-book.csv?raw'
import { demoClient } from '../demo-store/demo-client.ts'
import { readBookCsv } from '../station/catalog/barcode-book.ts'
import { createDailyBackup } from '../station/database/daily-backup.ts'
import { openWithBackup } from '../station/database/open-with-backup.ts'
import { fetchTransport } from '../station/imweb/transport.ts'
import type { Report, Schedule } from '../station/ports.ts'
import { createStation, type Station } from '../station/station.ts'
import { authorizeDemo } from './authorize-demo.ts'
import { systemCipher } from './cipher.ts'
import { dieAt } from './crash-point.ts'
import { createDemoControl, type DemoMethods } from './demo-control.ts'
import { startEmbeddedStore } from './embedded-store.ts'
import type { Environment } from './environment.ts'
import { copyInThread } from './copy-in-thread.ts'
import { exportsIn } from './exports.ts'
import { createTokenStore } from './token-store.ts'

export type OpenStation = { station: Station; demo: DemoMethods; close: () => void }

const second = 1000

const schedule: Schedule = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => {
    clearTimeout(timer)
  }
}

/** Puts the station on the real clock, disk and network. Throws a StartupError where the database cannot be used. */
export async function openStation(environment: Environment, storeScript: string, report: Report): Promise<OpenStation> {
  const { dataFolder, nativeBinding } = environment
  const addon = nativeBinding === undefined ? {} : { nativeBinding }
  const backups = { folder: path.join(dataFolder, 'backups'), copy: copyInThread(nativeBinding) }
  const db = await openWithBackup({ file: path.join(dataFolder, 'packdesk.db'), ...addon }, backups, Date.now())
  const { baseUrl, secret } = await openStore(environment, storeScript)
  const station = createStation({
    db,
    clock: Date.now,
    random: Math.random,
    schedule,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    report,
    transport: fetchTransport(fetch),
    tokens: createTokenStore(path.join(dataFolder, 'tokens.bin'), systemCipher),
    authorize: () => authorizeDemo(baseUrl),
    store: { baseUrl, credentials: demoClient, demo: true },
    pollMs: 15 * second,
    timeoutMs: 10 * second,
    settleMs: 5 * second,
    ...(environment.crashAt === null ? {} : { reached: dieAt(environment.crashAt) }),
    app: app.getVersion(),
    saveExport: exportsIn(path.join(dataFolder, 'exports')),
    backup: () => daily.view(),
  })
  const daily = createDailyBackup({
    ...backups,
    db,
    clock: Date.now,
    schedule,
    report,
    onChange: () => {
      station.refresh()
    },
  })
  daily.start()
  // Only to begin with: what was changed or removed since stays so.
  if (station.book.count() === 0) station.book.putAll(readBookCsv(demoBook))
  return {
    station,
    demo: createDemoControl({
      baseUrl,
      secret,
      fetch,
      newInvoiceNo: () => cjInvoiceNo(`5${String(randomInt(1e9, 1e10))}`),
    }),
    close: () => {
      daily.stop()
      station.stop()
      db.close()
    },
  }
}

/** The store to work against, and the secret that opens its control API; null where none is known. */
async function openStore(
  { storeUrl, storeControl, dataFolder }: Environment,
  storeScript: string,
): Promise<{ baseUrl: string; secret: string | null }> {
  if (storeUrl !== null) return { baseUrl: storeUrl, secret: storeControl }
  const secret = randomUUID()
  const baseUrl = await startEmbeddedStore(storeScript, path.join(dataFolder, 'demo-store.db'), secret)
  return { baseUrl, secret }
}
