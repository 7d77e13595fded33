import { describe, expect, it } from 'vitest'
import { badgeBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { createWorld, type World } from './world.ts'

const guide = '202410104747676'
const unknown = '8801234567893'

async function firstLine(world: World) {
  const line = (await world.snapshot()).desk?.lines.find(({ codes }) => codes.includes('A-CITRUS-500'))
  if (line === undefined) throw new Error('the guide order has changed')
  return { sectionCode: line.sectionCode, itemNo: line.itemNo }
}

async function learn(
  world: World,
  change: { code?: string; units?: number; pin?: string; itemNo?: string } = {},
) {
  const line = await firstLine(world)
  const input = { code: unknown, units: 1, pin: '', ...line, ...change }
  return (await world.station.methods.learnCode(input)).lastScan?.answer.said
}

describe('the barcode book', () => {
  it('finds a product number however it is written', async () => {
    const { book } = (await createWorld()).station
    book.putAll([{ barcode: '036000291452', sku: 'UPC', units: 1, name: '' }])
    for (const code of ['036000291452', '0036000291452', '00036000291452'])
      expect(book.find(code)?.sku).toBe('UPC')
    expect(book.find('10036000291459')).toBeNull()
  })

  it('prefers the entry with exactly the code that was read', async () => {
    const { book } = (await createWorld()).station
    book.putAll([
      { barcode: '036000291452', sku: 'UPC', units: 1, name: '' },
      { barcode: '0036000291452', sku: 'EAN', units: 2, name: '' },
    ])
    expect(book.find('0036000291452')?.sku).toBe('EAN')
  })

  it('is searched by barcode, SKU and name, and shown a page at a time', async () => {
    const { methods, book } = (await createWorld()).station
    book.putAll([
      { barcode: '111', sku: 'A_1', units: 1, name: '감귤청' },
      { barcode: '222', sku: 'B-1', units: 1, name: '꿀 100%' },
      { barcode: '333', sku: 'C-1', units: 1, name: '누룽지' },
    ])
    const found = async (search: string) =>
      (await methods.bookList({ search, limit: 10, offset: 0 })).rows.map(({ barcode }) => barcode)
    expect(await found('귤')).toEqual(['111'])
    expect(await found('%')).toEqual(['222'])
    expect(await found('_')).toEqual(['111'])
    expect(await found('c-1')).toEqual(['333'])
    expect(await methods.bookList({ search: '', limit: 2, offset: 2 })).toMatchObject({
      rows: [{ barcode: '333' }],
      total: 3,
    })
  })

  it('takes an entry, changes it together with its barcode, and lets it go', async () => {
    const { methods, book } = (await createWorld()).station
    const entry = { barcode: '111', sku: 'A', units: 1, name: 'a' }
    expect(await methods.bookPut({ before: null, ...entry })).toEqual({ ok: true })
    expect(await methods.bookPut({ before: null, ...entry })).toEqual({ ok: false, why: 'exists' })
    expect(await methods.bookPut({ before: '111', ...entry, barcode: '222', units: 6 })).toEqual({ ok: true })
    expect(book.list('', 10, 0).rows).toEqual([{ ...entry, barcode: '222', units: 6 }])
    expect(await methods.bookRemove({ barcode: '222' })).toEqual({ removed: true })
    expect(await methods.bookRemove({ barcode: '222' })).toEqual({ removed: false })
  })

  it.each([
    [badgeBarcode('12345678'), 'reserved'],
    ['바코드', 'badBarcode'],
  ])('does not take %s', async (barcode, why) => {
    const { methods } = (await createWorld()).station
    expect(await methods.bookPut({ before: null, barcode, sku: 'A', units: 1, name: '' })).toEqual({
      ok: false,
      why,
    })
  })

  it('lets scans in while a long file is taken over', async () => {
    const world = await createWorld()
    const lines = Array.from({ length: 5_000 }, (_, no) => `X${String(no)},SKU-${String(no)}`)
    const mapping = { delimiter: ',', header: false, barcode: 0, sku: 1, units: null, name: null } as const
    const done: string[] = []
    const importing = Promise.resolve(
      world.station.methods.bookImport({ text: lines.join('\n'), mapping, skipBad: false }),
    )
    const imported = importing.then((result) => {
      done.push('import')
      return result
    })
    const second = await world.station.methods.bookImport({ text: 'A,B', mapping, skipBad: false })
    expect(second).toEqual({ ok: false, why: 'busy', bad: 0 })
    await world.scan(guide)
    done.push('scan')
    expect(await imported).toMatchObject({ ok: true, added: 5_000 })
    expect(done).toEqual(['scan', 'import'])
  })
})

describe('products that ask for more than a scan', () => {
  it('are kept by SKU, whatever the case', async () => {
    const { methods } = (await createWorld()).station
    await methods.putProductRule({ sku: 'CUP-M', capture: 'serial' })
    expect(await methods.putProductRule({ sku: 'cup-m', capture: 'lot' })).toEqual([
      { sku: 'cup-m', capture: 'lot' },
    ])
    expect(await methods.removeProductRule({ sku: 'CUP-M' })).toEqual([])
  })

  it('are asked about when their order is opened', async () => {
    const world = await createWorld()
    await world.station.methods.putProductRule({ sku: 'A-CITRUS-500', capture: 'lot' })
    await world.scan(guide)
    const lines = (await world.snapshot()).desk?.lines ?? []
    expect(lines.map(({ capture }) => capture)).toContain('lot')
  })
})

describe('learning a barcode on the spot', () => {
  it('counts it at once and knows it from then on', async () => {
    const world = await createWorld()
    await world.scan(guide)
    expect(await world.scan(unknown)).toEqual({ kind: 'unknownCode' })
    expect(await learn(world, { units: 2 })).toMatchObject({ kind: 'itemScanned', units: 2, done: 2 })
    expect(world.station.book.get(unknown)).toMatchObject({ sku: 'A-CITRUS-500', units: 2 })
  })

  it('of a GS1 code keeps the product number, so that the next lot is known as well', async () => {
    const world = await createWorld()
    await world.scan(guide)
    await learn(world, { code: `]C1010${unknown}10LOT7` })
    expect(world.station.book.get(unknown)).toMatchObject({ sku: 'A-CITRUS-500', units: 1 })
    expect(await world.scan(unknown)).toMatchObject({ kind: 'itemScanned' })
  })

  it('never changes what the book knows already', async () => {
    const world = await createWorld()
    world.station.book.putAll([{ barcode: unknown, sku: 'B-NURUNGJI-200', units: 1, name: '' }])
    await world.scan(guide)
    await learn(world, { units: 6 })
    expect(world.station.book.get(unknown)).toMatchObject({ sku: 'B-NURUNGJI-200', units: 1 })
  })

  it.each([
    ['nobody', {}, 'nothingToDo'],
    ['lead', {}, 'pinNeeded'],
    ['lead', { pin: '1111' }, 'wrongPin'],
    ['lead', { pin: '2580' }, 'itemScanned'],
    ['anyone', {}, 'itemScanned'],
  ] as const)('allowed to %s, asked with %j, is answered %s', async (learning, change, kind) => {
    const world = await createWorld()
    await world.station.methods.setPin({ current: '', next: '2580' })
    await world.station.methods.changeSettings({ learning })
    await world.scan(guide)
    expect(await learn(world, change)).toMatchObject({ kind })
    expect(world.station.book.get(unknown) !== null).toBe(kind === 'itemScanned')
  })

  it('takes no PIN for half a minute after five wrong ones, and says how long', async () => {
    const world = await createWorld()
    await world.station.methods.setPin({ current: '', next: '2580' })
    await world.station.methods.changeSettings({ learning: 'lead' })
    await world.scan(guide)
    for (const pin of ['0000', '1111', '2222', '3333', '4444']) {
      expect(await learn(world, { pin })).toEqual({ kind: 'wrongPin' })
    }
    expect(await learn(world, { pin: '2580' })).toEqual({ kind: 'waitForPin', seconds: 30 })
    await world.advance(30_000)
    expect(await learn(world, { pin: '2580' })).toMatchObject({ kind: 'itemScanned' })
  })

  it.each([
    [badgeBarcode('12345678'), 'mangledCode'],
    ['ㅁㅁㅁ', 'mangledCode'],
  ])('is refused for %s', async (code, kind) => {
    const world = await createWorld()
    await world.scan(guide)
    expect(await learn(world, { code })).toMatchObject({ kind })
    expect(world.station.book.count()).toBe(0)
  })

  it('is refused for a line that is not there', async () => {
    const world = await createWorld()
    await world.scan(guide)
    expect(await learn(world, { itemNo: 'nowhere' })).toEqual({ kind: 'nothingToDo' })
  })

  it('is refused without an order', async () => {
    const world = await createWorld()
    const input = { code: unknown, sectionCode: 's', itemNo: 'i', units: 1, pin: '' }
    expect((await world.station.methods.learnCode(input)).lastScan?.answer.said).toEqual({
      kind: 'scanOrderFirst',
    })
  })
})
