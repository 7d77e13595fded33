import type { BookMapping } from '../../../shared/contract/catalog.ts'
import { isGtin } from '../../../shared/domain/codes/check-digit.ts'

type Field = 'barcode' | 'sku' | 'units' | 'name'

/** What columns are called in shops' and systems' files; blanks, case and marks do not count. */
const names: Record<Field, readonly string[]> = {
  barcode: [
    '바코드',
    '바코드번호',
    '상품바코드',
    'barcode',
    'ean',
    'ean13',
    'gtin',
    'upc',
    'jan',
    'barcodenumber',
  ],
  sku: [
    'sku',
    '품번',
    '상품코드',
    '자체코드',
    '자체상품코드',
    '품목코드',
    '옵션코드',
    '옵션sku',
    '재고번호',
    '재고번호sku',
    '관리코드',
    'productcode',
    'itemcode',
    'skucode',
    'sellersku',
  ],
  units: [
    '수량',
    '입수',
    '입수량',
    '개수',
    '낱개수',
    'units',
    'unit',
    'qty',
    'quantity',
    'unitspercase',
    'packsize',
  ],
  name: [
    '상품명',
    '품명',
    '이름',
    '제품명',
    '상품이름',
    'name',
    'productname',
    'itemname',
    'title',
    'description',
  ],
}

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_\-./()[\]*]/g, '')

const fieldOf = (title: string): Field | null => {
  const wanted = plain(title)
  const fields: Field[] = ['barcode', 'sku', 'units', 'name']
  return fields.find((field) => names[field].includes(wanted)) ?? null
}

/** The sign between cells: the one that the first line has most of; a comma where it has none. */
export function detectDelimiter(text: string): BookMapping['delimiter'] {
  const first = /^\uFEFF?[^\r\n]*/.exec(text)?.[0] ?? ''
  const signs: BookMapping['delimiter'][] = [',', '\t', ';']
  const count = (sign: string): number => first.split(sign).length
  return signs.reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/**
 * Which column holds what, by the names in the first line; without names, the first column with product numbers is the
 * barcode and the one behind it the SKU. Null for what is not found.
 */
export function detectColumns(delimiter: BookMapping['delimiter'], first: readonly string[]): BookMapping {
  const fields = first.map(fieldOf)
  const column = (field: Field): number | null => {
    const found = fields.indexOf(field)
    return found === -1 ? null : found
  }
  if (fields.some((field) => field !== null)) {
    return {
      delimiter,
      header: true,
      barcode: column('barcode'),
      sku: column('sku'),
      units: column('units'),
      name: column('name'),
    }
  }
  const barcode = first.findIndex((cell) => isGtin(cell.trim()))
  const header = barcode === -1
  const sku = header || barcode + 1 >= first.length ? null : barcode + 1
  return { delimiter, header, barcode: header ? null : barcode, sku, units: null, name: null }
}
