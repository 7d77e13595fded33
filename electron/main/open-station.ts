import path from 'node:path'
import demoBook from '../../resources/demo/barcode-book.csv?raw'
import { demoClient } from '../demo-store/demo-client.ts'
import { readBookCsv } from '../station/catalog/barcode-book.ts'
import { openDatabase } from '../station/database/open.ts'
import { fetchTransport } from '../station/imweb/transport.ts'
import type { Report } from '../station/ports.ts'
import { createStation, type Station } from '../station/station.ts'
import { authorizeDemo } from './authorize-demo.ts'
import { systemCipher } from './cipher.ts'
import { startEmbeddedStore } from './embedded-store.ts'
import type { Environment } from './environment.ts'
import { createTokenStore } from './token-store.ts'

export type OpenStation = { station: Station; close: () => void }

const second = 1000

/** Puts the station on the real clock, disk and network. Throws a StartupError where the database cannot be used. */
export async function openStation(environment: Environment, storeScript: string, report: Report): Promise<OpenStation> {
  const { dataFolder, nativeBinding } = environment
  const db = openDatabase({
    file: path.join(dataFolder, 'packdesk.db'),
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  })
  const baseUrl =
    environment.storeUrl ?? (await startEmbeddedStore(storeScript, path.join(dataFolder, 'demo-store.db')))
  const station = createStation({
    db,
    clock: Date.now,
    random: Math.random,
    schedule: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => {
        clearTimeout(timer)
      }
    },
    report,
    transport: fetchTransport(fetch),
    tokens: createTokenStore(path.join(dataFolder, 'tokens.bin'), systemCipher),
    authorize: () => authorizeDemo(baseUrl),
    store: { baseUrl, credentials: demoClient, demo: true },
    pollMs: 15 * second,
    timeoutMs: 10 * second,
    settleMs: 5 * second,
  })
  station.book.putAll(readBookCsv(demoBook))
  return {
    station,
    close: () => {
      station.stop()
      db.close()
    },
  }
}
