import type { CatalogOutputs } from '../../shared/contract/catalog.ts'
import type { Bridge } from '../../shared/contract/bridge.ts'
import type { StationSnapshot } from '../../shared/contract/snapshot.ts'
import type { Reply } from '../../shared/contract/methods.ts'
import type { Call } from './fake-bridge.ts'

type CatalogMethod = Exclude<keyof CatalogOutputs, 'learnCode'>

/** What the barcode book answers; left out, it is empty and takes whatever it is given. */
export type FakeCatalog = { [M in CatalogMethod]?: CatalogOutputs[M] }

type Parts = {
  calls: Call[]
  answer: <T>(data: T) => Promise<Reply<T>>
  asked: (call: Call) => Promise<Reply<StationSnapshot>>
}

/** The barcode book of a station in memory. */
export function createFakeCatalog(
  catalog: FakeCatalog,
  { calls, answer, asked }: Parts,
): Pick<Bridge, keyof CatalogOutputs> {
  const nothing = { lines: 0, added: 0, changed: 0, same: 0, bad: 0 }
  return {
    bookPreview: (input) => {
      calls.push({ method: 'bookPreview', input })
      return answer(catalog.bookPreview ?? { ok: false, why: 'empty', line: 1 })
    },
    bookImport: (input) => {
      calls.push({ method: 'bookImport', input })
      return answer(catalog.bookImport ?? { ok: true, ...nothing })
    },
    bookList: (input) => {
      calls.push({ method: 'bookList', input })
      return answer(catalog.bookList ?? { rows: [], total: 0 })
    },
    bookPut: (input) => {
      calls.push({ method: 'bookPut', input })
      return answer(catalog.bookPut ?? { ok: true })
    },
    bookRemove: (input) => {
      calls.push({ method: 'bookRemove', input })
      return answer(catalog.bookRemove ?? { removed: true })
    },
    bookExport: (input) => {
      calls.push({ method: 'bookExport', input })
      return answer(catalog.bookExport ?? { path: '', entries: 0 })
    },
    productRules: () => answer(catalog.productRules ?? []),
    putProductRule: (input) => {
      calls.push({ method: 'putProductRule', input })
      return answer(catalog.putProductRule ?? [])
    },
    removeProductRule: (input) => {
      calls.push({ method: 'removeProductRule', input })
      return answer(catalog.removeProductRule ?? [])
    },
    learnCode: (input) => asked({ method: 'learnCode', input }),
  }
}
