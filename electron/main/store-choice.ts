import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { siteCodeSchema, type StoreChoice } from '../../shared/contract/shop.ts'
import { writeWhole } from './secret-store.ts'

const choiceSchema = z.discriminatedUnion('store', [
  z.object({ store: z.literal('demo') }),
  z.object({ store: z.literal('shop'), siteCode: siteCodeSchema }),
])

const fileIn = (dataFolder: string): string => path.join(dataFolder, 'store.json')

/**
 * The store chosen for this desk; the demo store where none was. Throws where the file cannot be read or understood: a
 * shop's desk is not to pack practice orders because of that.
 */
export async function readStoreChoice(dataFolder: string): Promise<StoreChoice> {
  const text = await readFile(fileIn(dataFolder), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? { store: 'demo' } : choiceSchema.parse(JSON.parse(text))
}

export const writeStoreChoice = (dataFolder: string, choice: StoreChoice): Promise<void> =>
  writeWhole(fileIn(dataFolder), `${JSON.stringify(choice)}\n`)

/** Where a store's database, tokens, backups and exports live: each store's in a folder of its own, never mixed. */
export const storeFolder = (dataFolder: string, choice: StoreChoice): string =>
  choice.store === 'demo' ? dataFolder : path.join(dataFolder, `shop-${choice.siteCode}`)
