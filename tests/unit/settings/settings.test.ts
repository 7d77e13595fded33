import { beforeEach, describe, expect, it } from 'vitest'
import { unknownHabits } from '../../../shared/domain/intents/habits.ts'
import { defaultSettings, type SettingsChange } from '../../../shared/contract/settings.ts'
import { openDatabase, type Database } from '../../../electron/station/database/open.ts'
import { mayChange } from '../../../electron/station/settings/may-change.ts'
import { marksOf, rulesOf } from '../../../electron/station/settings/packing-rules.ts'
import { createSettingsTable } from '../../../electron/station/settings/settings-table.ts'
import { product } from '../orders.ts'

let db: Database
beforeEach(() => {
  db = openDatabase({ file: ':memory:' })
})

const names = Object.keys(defaultSettings)

describe('who may change which setting', () => {
  const own = ['language', 'theme', 'zoom', 'volume', 'cues', 'speech', 'scanner', 'guideDone']
  const packer = { required: () => true, isLead: () => false }
  const change = (name: string): SettingsChange =>
    Object.fromEntries(Object.entries(defaultSettings).filter(([each]) => each === name))

  it.each(names)('a packer who is signed in: %s', (name) => {
    expect(mayChange(change(name), packer)).toBe(own.includes(name))
  })

  it('one that is a lead’s keeps back the whole change', () => {
    expect(mayChange({ language: 'en', theme: 'dark' }, packer)).toBe(true)
    expect(mayChange({ language: 'en', signIn: false }, packer)).toBe(false)
  })

  it.each(names)('a lead may change %s, and where nobody signs in everybody may', (name) => {
    expect(mayChange(change(name), { required: () => true, isLead: () => true })).toBe(true)
    expect(mayChange(change(name), { required: () => false, isLead: () => false })).toBe(true)
  })
})

describe('settings on disk', () => {
  const write = (key: string, value: string) =>
    db.prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)').run(key, value)

  it('a new desk begins with what is usual, and knows nothing of its store', () => {
    const table = createSettingsTable(db)
    expect(table.view()).toEqual(defaultSettings)
    expect(table.get()).toEqual({
      ...defaultSettings,
      courierIdx: null,
      storeName: null,
      unitCode: null,
      pin: null,
      habits: unknownHabits,
    })
  })

  it('what was changed holds at once and after a restart, the rest stays', () => {
    const table = createSettingsTable(db)
    table.change({ language: 'en', zoom: 150, storeName: '가게', courierIdx: 4 })
    table.change({ zoom: 125, theme: undefined })
    const expected = { ...defaultSettings, language: 'en', zoom: 125 }
    expect(table.view()).toEqual(expected)
    const again = createSettingsTable(db)
    expect(again.view()).toEqual(expected)
    expect(again.get()).toMatchObject({ storeName: '가게', courierIdx: 4, unitCode: null })
  })

  it('what the window may see has neither the PIN nor anything else of the desk’s own', () => {
    const table = createSettingsTable(db)
    table.change({ pin: { salt: 's', hash: 'h' }, storeName: '가게' })
    expect(Object.keys(table.view()).sort()).toEqual([...names].sort())
  })

  it.each([
    ['no JSON', '{'],
    ['another kind of value', '"loud"'],
    ['out of bounds', '17'],
  ])('a setting that is %s falls back alone', (_what, value) => {
    write('volume', value)
    write('language', '"en"')
    expect(createSettingsTable(db).view()).toEqual({ ...defaultSettings, language: 'en' })
  })

  it('so does each of those that the desk keeps for itself', () => {
    for (const key of ['courierIdx', 'storeName', 'unitCode', 'pin', 'habits']) write(key, '[]')
    write('language', '"en"')
    expect(createSettingsTable(db).get()).toEqual({
      ...defaultSettings,
      language: 'en',
      courierIdx: null,
      storeName: null,
      unitCode: null,
      pin: null,
      habits: unknownHabits,
    })
  })

  it('a change that the disk does not take is none', () => {
    const table = createSettingsTable(db)
    db.exec(
      "CREATE TRIGGER full BEFORE INSERT ON settings WHEN new.key = 'theme' BEGIN SELECT RAISE(ABORT, 'full'); END",
    )
    expect(() => table.change({ language: 'en', theme: 'dark' })).toThrow('full')
    expect(table.view()).toEqual(defaultSettings)
    expect(createSettingsTable(db).view()).toEqual(defaultSettings)
  })
})

it('the rules of packing are the settings’; a desk without box types asks for none', () => {
  const set = {
    forcedOrder: true,
    quantityFrom: 3,
    askBoxType: 'required',
    askWeight: 'optional',
    shipped: 'byCourier',
  } as const
  const rules = {
    forcedOrder: true,
    quantityFrom: 3,
    boxType: 'required',
    weight: 'optional',
    shipped: 'byCourier',
  }
  const boxTypes = [{ code: '03', name: '중' }]
  expect(rulesOf({ ...defaultSettings, ...set, boxTypes })).toEqual(rules)
  expect(rulesOf({ ...defaultSettings, ...set })).toEqual({ ...rules, boxType: 'off' })
})

describe('what is made of an item', () => {
  const marks = (
    settings: Partial<typeof defaultSettings>,
    what: { gift?: boolean; name?: string } = {},
    captured: Record<string, 'serial' | 'lot'> = {},
  ) =>
    marksOf(
      () => ({ ...defaultSettings, ...settings }),
      (sku) => captured[sku] ?? null,
    )({
      itemNo: '1',
      orderItemCode: 'l',
      qty: 1,
      gift: what.gift ?? false,
      product: product('OPT', { name: what.name ?? 'Mug', productSku: 'PROD', ownCode: null }),
    })

  it.each([
    ['a gift, where gifts are exempt', { exemptGifts: true }, { gift: true }, true],
    ['a gift, where they are not', {}, { gift: true }, false],
    ['no gift, where gifts are exempt', { exemptGifts: true }, {}, false],
    [
      'a name with an exempt word, large or small',
      { exemptWords: ['CARD', 'flyer'] },
      { name: 'Thank-you Card' },
      true,
    ],
    ['any other name', { exemptWords: ['card'] }, { name: 'Mug' }, false],
  ])('%s', (_what, settings, item, exempt) => {
    expect(marks(settings, item)).toEqual({ exempt, capture: null })
  })

  it('a serial number or lot is asked for by any of its codes, the nearest first, and then it is not exempt', () => {
    expect(marks({}, {}, { PROD: 'lot' })).toEqual({ exempt: false, capture: 'lot' })
    expect(marks({}, {}, { PROD: 'lot', OPT: 'serial' })).toEqual({ exempt: false, capture: 'serial' })
    expect(marks({ exemptGifts: true }, { gift: true }, { PROD: 'lot' })).toEqual({
      exempt: false,
      capture: 'lot',
    })
  })
})
