import type {
  BookImport,
  BookPage,
  BookPreview,
  BookPut,
  ExportedBook,
  ProductRule,
} from '../../../shared/contract/catalog.ts'
import type { Input } from '../../../shared/contract/methods.ts'
import type { StationSnapshot } from '../../../shared/contract/snapshot.ts'
import type { Answer } from '../../../shared/domain/packing/answer.ts'
import type { Database } from '../database/open.ts'
import type { People } from '../people/people.ts'
import type { SaveExport } from '../ports.ts'
import type { LeadPin } from '../settings/lead-pin.ts'
import type { SettingsTable } from '../settings/settings-table.ts'
import type { BarcodeBook } from './barcode-book.ts'
import { exportBook } from './book-export.ts'
import { importBook, previewBook } from './book-import.ts'
import { barcodeProblem } from './book-rows.ts'
import { learnCode, type LearnParts } from './learn.ts'
import type { ProductRules } from './product-rules.ts'

export type CatalogParts = {
  db: Database
  book: BarcodeBook
  rules: ProductRules
  pause: () => Promise<void>
  saveExport: SaveExport
  /** The order on the desk. */
  packing: LearnParts['packing']
  /** Reads a code as if it had just been scanned. */
  scan: LearnParts['scan']
  people: Pick<People, 'required' | 'isLead' | 'isNobody'>
  settings: SettingsTable
  leadPin: LeadPin
  /** Shows the answer to something the packer did. */
  answered: (answer: Answer, code: string | null) => StationSnapshot
}

/** The barcode book, and which products ask for more than a scan. Long work takes its time and lets scans in between. */
export function createCatalogMethods(parts: CatalogParts) {
  const { db, book, rules, people, pause, saveExport, settings, leadPin } = parts
  const mayManage = (): boolean => !people.required() || people.isLead()
  const learnParts: LearnParts = {
    book,
    packing: parts.packing,
    scan: parts.scan,
    learning: () => settings.view().learning,
    leadPin,
    isLead: people.isLead,
    isNobody: people.isNobody,
  }
  let importing = false

  return {
    bookPreview: ({ text, mapping }: Input<'bookPreview'>): Promise<BookPreview> =>
      previewBook({ db, book, pause }, text, mapping),
    async bookImport({ text, mapping, skipBad }: Input<'bookImport'>): Promise<BookImport> {
      if (!mayManage()) return { ok: false, why: 'leadOnly', bad: 0 }
      if (importing) return { ok: false, why: 'busy', bad: 0 }
      importing = true
      try {
        return await importBook({ db, book, pause }, text, mapping, skipBad)
      } finally {
        importing = false
      }
    },
    bookList: ({ search, limit, offset }: Input<'bookList'>): BookPage => book.list(search, limit, offset),
    bookPut({ before, ...entry }: Input<'bookPut'>): BookPut {
      if (!mayManage()) return { ok: false, why: 'leadOnly' }
      const problem = barcodeProblem(entry.barcode)
      if (problem !== null) return { ok: false, why: problem }
      if (entry.barcode !== before && book.get(entry.barcode) !== null) return { ok: false, why: 'exists' }
      if (before === null) book.put(entry)
      else book.change(before, entry)
      return { ok: true }
    },
    bookRemove: ({ barcode }: Input<'bookRemove'>) => ({ removed: mayManage() && book.remove(barcode) }),
    async bookExport(): Promise<ExportedBook> {
      const { text, entries } = await exportBook(book, pause)
      return { path: await saveExport('packdesk-barcodes.csv', text), entries }
    },
    productRules: (): ProductRule[] => rules.list(),
    putProductRule(rule: Input<'putProductRule'>): ProductRule[] {
      if (mayManage()) rules.put(rule)
      return rules.list()
    },
    removeProductRule({ sku }: Input<'removeProductRule'>): ProductRule[] {
      if (mayManage()) rules.remove(sku)
      return rules.list()
    },
    learnCode: (input: Input<'learnCode'>): StationSnapshot =>
      parts.answered(learnCode(learnParts, input), input.code),
  }
}
