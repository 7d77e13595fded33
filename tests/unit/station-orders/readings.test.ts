import { beforeEach, describe, expect, it } from 'vitest'
import { createReadings, type Readings } from '../../../electron/station/orders/readings.ts'

let now = 0
let readings: Readings
beforeEach(() => {
  now = 1_000
  readings = createReadings(() => now)
})

describe('an order that a write is about', () => {
  it('is touched from then on, whatever was asked for before', () => {
    const before = readings.moment()
    expect(readings.isOutdone('1', before)).toBe(false)
    readings.touch('1')
    expect([readings.isOutdone('1', before), readings.isOutdone('2', before)]).toEqual([true, false])
    const after = readings.moment()
    expect(readings.isOutdone('1', after)).toBe(false)
    readings.touch('2')
    expect([readings.isOutdone('1', after), readings.isOutdone('2', after)]).toEqual([false, true])
  })
})

describe('a reading to write by', () => {
  const read = (orderNo: string) => {
    readings.wasRead(orderNo, readings.moment())
  }

  it('is there once the order was read, and of that order only', () => {
    expect(readings.isFresh('1')).toBe(false)
    read('1')
    expect([readings.isFresh('1'), readings.isFresh('2')]).toEqual([true, false])
  })

  it('is asked for after the last doubt about the order, even where it is answered later', () => {
    const before = readings.moment()
    readings.doubt('1')
    readings.wasRead('1', before)
    readings.wasRead('2', before)
    expect([readings.isFresh('1'), readings.isFresh('2')]).toEqual([false, true])
    read('1')
    expect(readings.isFresh('1')).toBe(true)
  })

  it('is none of those before all were doubted', () => {
    read('1')
    readings.doubt('2')
    readings.doubtAll()
    expect(readings.isFresh('1')).toBe(false)
    read('1')
    read('2')
    expect([readings.isFresh('1'), readings.isFresh('2')]).toEqual([true, true])
  })

  it('is not one that an answer brings which was asked for earlier than another', () => {
    const early = readings.moment()
    readings.doubt('1')
    read('1')
    readings.wasRead('1', early)
    expect(readings.isFresh('1')).toBe(true)
  })

  it('is good for two minutes', () => {
    read('1')
    now += 120_000
    expect(readings.isFresh('1')).toBe(true)
    now += 1
    expect(readings.isFresh('1')).toBe(false)
  })

  it('is remembered of the orders read last', () => {
    for (let n = 0; n < 5_000; n += 1) read(String(n))
    read('0')
    read('new')
    expect(['0', '1', '2', 'new'].map(readings.isFresh)).toEqual([true, false, true, true])
  })
})
