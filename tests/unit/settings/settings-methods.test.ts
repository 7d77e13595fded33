import { beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../electron/station/database/open.ts'
import { createCourierTable } from '../../../electron/station/settings/courier-table.ts'
import { createLeadPin } from '../../../electron/station/settings/lead-pin.ts'
import { createSettingsMethods } from '../../../electron/station/settings/settings-methods.ts'
import { createSettingsTable } from '../../../electron/station/settings/settings-table.ts'
import type { Answer } from '../../../shared/domain/packing/answer.ts'
import { snapshot } from '../../renderer/fixtures.ts'

let db: Database
beforeEach(() => {
  db = openDatabase({ file: ':memory:' })
})

type Who = 'nobody signs in' | 'packer' | 'lead'

function desk(who: Who = 'nobody signs in') {
  let now = 0
  const settings = createSettingsTable(db)
  const couriers = createCourierTable(db)
  const leadPin = createLeadPin(settings, () => now, Math.random)
  const answers: Answer[] = []
  let shown = 0
  const methods = createSettingsMethods({
    settings,
    leadPin,
    couriers,
    people: { required: () => who !== 'nobody signs in', isLead: () => who === 'lead' },
    changed: () => {
      shown += 1
      return snapshot()
    },
    answered: (answer) => {
      answers.push(answer)
      return snapshot()
    },
  })
  return {
    methods,
    settings,
    couriers,
    leadPin,
    answers,
    shown: () => shown,
    pass: (ms: number) => (now += ms),
  }
}

const refused = (kind: string) => ({ ok: false, said: { kind } })
const pinSet = { ok: true, said: { kind: 'pinSet' } }

describe('changing settings', () => {
  it('is done and shown', () => {
    const { methods, settings, shown, answers } = desk()
    methods.changeSettings({ forcedOrder: true })
    expect([settings.view().forcedOrder, shown(), answers]).toEqual([true, 1, []])
  })

  it('is a lead’s where packers sign in, and says so', () => {
    const { methods, settings, answers } = desk('packer')
    methods.changeSettings({ forcedOrder: true, language: 'en' })
    expect([settings.view().forcedOrder, settings.view().language]).toEqual([false, 'ko'])
    expect(answers).toEqual([refused('leadOnly')])
  })
})

describe('the courier', () => {
  it('is one of the store’s', () => {
    const { methods, settings, couriers, shown } = desk()
    couriers.replace([{ idx: 4, name: '택배' }])
    methods.chooseCourier({ courierIdx: 4 })
    methods.chooseCourier({ courierIdx: 5 })
    expect([settings.get().courierIdx, shown()]).toEqual([4, 2])
  })

  it('list is replaced whole, kept for the next start, and names them', () => {
    const { couriers } = desk()
    couriers.replace([
      { idx: 9, name: '나' },
      { idx: 4, name: '가' },
    ])
    couriers.replace([
      { idx: 9, name: '다' },
      { idx: 1, name: '라' },
    ])
    const list = [
      { idx: 1, name: '라' },
      { idx: 9, name: '다' },
    ]
    expect([couriers.list(), createCourierTable(db).list()]).toEqual([list, list])
    expect([couriers.name(9), couriers.name(4)]).toEqual(['다', '4'])
  })
})

describe('the lead’s PIN', () => {
  it('is set once by anybody where nobody signs in; from then on only with the one before', () => {
    const { methods, leadPin, answers } = desk()
    expect([leadPin.isSet(), leadPin.problemOf('')]).toEqual([false, { kind: 'wrongPin' }])
    methods.setPin({ current: '', next: '4711' })
    methods.setPin({ current: '1111', next: '2222' })
    methods.setPin({ current: '4711', next: '2580' })
    expect(answers).toEqual([pinSet, refused('wrongPin'), pinSet])
    expect([leadPin.isSet(), leadPin.problemOf('2580'), leadPin.problemOf('4711')]).toEqual([
      true,
      null,
      { kind: 'wrongPin' },
    ])
  })

  it('is first set by a lead where packers sign in: no packer gives himself what is a lead’s', () => {
    const packer = desk('packer')
    packer.methods.setPin({ current: '', next: '4711' })
    expect([packer.answers, packer.leadPin.isSet()]).toEqual([[refused('leadOnly')], false])
    const lead = desk('lead')
    lead.methods.setPin({ current: '', next: '4711' })
    expect([lead.answers, lead.leadPin.isSet()]).toEqual([[pinSet], true])
    const knowing = desk('packer')
    knowing.methods.setPin({ current: '4711', next: '2580' })
    expect(knowing.answers).toEqual([pinSet])
  })

  it('is not guessed: after five wrong ones not even the right one is taken for half a minute', () => {
    const { methods, leadPin, answers, pass } = desk()
    methods.setPin({ current: '', next: '4711' })
    for (const pin of ['0000', '1111', '2222', '3333'])
      expect(leadPin.problemOf(pin)).toEqual({ kind: 'wrongPin' })
    methods.setPin({ current: '4444', next: '9999' })
    expect(leadPin.problemOf('4711')).toEqual({ kind: 'waitForPin', seconds: 30 })
    methods.setPin({ current: '4711', next: '9999' })
    expect(answers.at(-1)).toEqual({ ok: false, said: { kind: 'waitForPin', seconds: 30 } })
    pass(30_000)
    expect(leadPin.problemOf('4711')).toBeNull()
  })

  it('is nowhere on disk', () => {
    desk().methods.setPin({ current: '', next: '471147' })
    expect(db.serialize().includes('471147')).toBe(false)
  })
})
