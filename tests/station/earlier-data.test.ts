import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { doubtRestored } from '../../electron/station/anchor/doubt.ts'
import { openDatabase } from '../../electron/station/database/open.ts'
import { verifyLog } from '../../electron/station/log/log-verify.ts'
import { handOutboxToPerson } from '../../electron/station/salvage/cautious-outbox.ts'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { newFolder } from '../storage/folder.ts'
import { createAnchorInMemory } from './anchor-in-memory.ts'
import { a, b, boxOne, boxTwo, close, guide, shipped, twoParcels, writesTo } from './guide.ts'
import { said } from './seen.ts'
import { createWorld, type World } from './world.ts'

const oneA = '202410104747702'
const putDown = commandBarcode('putDown')

/** The database as it is now, as a file by itself. */
function copyOf(world: World): string {
  const file = path.join(newFolder(), 'packdesk.db')
  writeFileSync(file, world.db.serialize())
  return file
}

const doubt = async (world: World) => (await world.snapshot()).doubt
const readAgain = (world: World) => world.advance(60_000)
const goOn = (world: World, pin = '') => world.station.methods.goOn({ pin })

describe('a database of an earlier time', () => {
  it('copied before a seal and put back after it: nothing is sent, and what is missing is said', async () => {
    const world = await createWorld()
    await world.scanAll(guide, a, b, b, close)
    const earlier = copyOf(world)
    const seen = world.now()
    await world.scan('689200000014')
    await world.advance(30_000)
    const sent = writesTo(world).length
    expect(sent).toBeGreaterThan(0)
    world.cutNetwork()
    await world.restartOn(earlier)
    expect(await verifyLog(world.db, { pause: () => Promise.resolve() })).toMatchObject({ firstBreak: null })
    expect(await doubt(world)).toMatchObject({ kind: 'older', lastAt: seen, missing: 1 })
    // Packing goes on: the same goods are sealed once more, in a box with another waybill.
    expect(await world.scan('689200000025')).toMatchObject({ kind: 'boxSealed' })
    world.mendNetwork()
    await readAgain(world)
    expect(writesTo(world)).toHaveLength(sent)
    expect(await doubt(world)).toMatchObject({ isRead: true, missing: 1, onlyAtStore: [guide] })
    expect((await world.snapshot()).outbox).toMatchObject({ waiting: 0, needsPerson: 1 })
    await goOn(world)
    expect(await said(world)).toEqual({ kind: 'wentOn' })
    await world.advance(60_000)
    // A person is asked before anything more of that order is sent.
    expect(writesTo(world)).toHaveLength(sent)
    expect((await world.snapshot()).outbox).toMatchObject({ needsPerson: 1 })
  })

  it('with the seal in it, and sent since: its section is found by its waybill, and is not sent again', async () => {
    const world = await createWorld()
    await world.scanAll(...boxOne)
    const earlier = copyOf(world)
    await world.advance(30_000)
    await world.scanAll(...boxTwo)
    await world.advance(30_000)
    expect(shipped(world)).toEqual(twoParcels)
    const sent = writesTo(world).length
    await world.restartOn(earlier)
    await readAgain(world)
    expect(await doubt(world)).toMatchObject({ kind: 'older', isRead: true, onlyAtStore: [guide] })
    await goOn(world)
    await world.advance(60_000)
    expect(writesTo(world)).toHaveLength(sent)
    expect(shipped(world)).toEqual(twoParcels)
  })

  it('goes on by itself with what the store has under its own waybill', async () => {
    const world = await createWorld()
    await world.scanAll(...boxOne)
    const earlier = copyOf(world)
    await world.advance(30_000)
    await world.scan('nonsense')
    await world.scanAll(putDown, putDown, oneA, a, '689200000036')
    await world.advance(30_000)
    const sent = writesTo(world).length
    await world.restartOn(earlier)
    await readAgain(world)
    expect(await doubt(world)).toMatchObject({ kind: 'older', isRead: true, onlyAtStore: [oneA] })
    expect((await world.snapshot()).outbox).toMatchObject({ waiting: 1, needsPerson: 0 })
    await goOn(world)
    await world.advance(60_000)
    expect(writesTo(world)).toHaveLength(sent)
    expect((await world.snapshot()).outbox).toMatchObject({ waiting: 0, needsPerson: 0 })
    expect(await doubt(world)).toBeNull()
  })

  it('is found again after a restart, with what was missing then, although more has been packed since', async () => {
    const world = await createWorld()
    await world.scan(guide)
    const earlier = copyOf(world)
    await world.scanAll(a, b, b, close, '689200000014')
    await world.advance(30_000)
    world.cutNetwork()
    await world.restartOn(earlier)
    const first = await doubt(world)
    expect(first).toMatchObject({ kind: 'older', isRead: false })
    for (let n = 0; n < 20; n += 1) await world.scan(`nonsense ${String(n)}`)
    await world.restart()
    expect(await doubt(world)).toEqual(first)
    await goOn(world)
    expect(await said(world)).toEqual({ kind: 'stillReading' })
    world.mendNetwork()
    await readAgain(world)
    await goOn(world)
    await world.advance(1_000)
    await world.restart()
    await world.advance(30_000)
    expect(await doubt(world)).toBeNull()
  })

  it('whose log is whole, but not what it sent: the order is read before anything goes out', async () => {
    const world = await createWorld()
    await world.scanAll(...boxOne)
    const earlier = copyOf(world)
    await world.advance(30_000)
    const sent = writesTo(world).length
    const before = world.calls.length
    await world.restartOn(earlier)
    await world.advance(60_000)
    expect(world.calls.slice(before).map(({ path }) => path)).toContain(`/orders/${guide}`)
    expect(await doubt(world)).toBeNull()
    expect(writesTo(world)).toHaveLength(sent)
    expect((await world.snapshot()).outbox).toMatchObject({ waiting: 0, needsPerson: 0 })
  })

  it('restored from a backup: what the store has under its own waybill needs no person', async () => {
    const world = await createWorld()
    await world.scanAll(...boxOne)
    const backup = copyOf(world)
    await world.advance(30_000)
    const sent = writesTo(world).length
    const db = openDatabase({ file: backup })
    doubtRestored(db, world.now())
    expect(handOutboxToPerson(db, world.now())).toBe(1)
    db.close()
    await world.restartOn(backup)
    expect(await doubt(world)).toMatchObject({ kind: 'restored' })
    await readAgain(world)
    expect((await world.snapshot()).outbox).toMatchObject({ waiting: 1, needsPerson: 0 })
    await goOn(world)
    await world.advance(60_000)
    expect((await world.snapshot()).outbox).toMatchObject({ waiting: 0, needsPerson: 0 })
    expect(writesTo(world)).toHaveLength(sent)
  })

  it('is another desk’s: nothing of it is sent', async () => {
    const other = await createWorld()
    other.cutNetwork()
    await other.scanAll(...boxOne)
    const theirs = copyOf(other)
    const world = await createWorld({
      anchor: Object.assign(createAnchorInMemory(), { newId: () => 'mine' }),
    })
    await world.scanAll(guide, a)
    await world.restartOn(theirs)
    await readAgain(world)
    expect(writesTo(world)).toEqual([])
    expect(await doubt(world)).toMatchObject({ kind: 'other', missing: null, isRead: true })
    await goOn(world)
    await world.advance(60_000)
    expect(shipped(world)).toContainEqual(twoParcels[0])
    await world.restart()
    expect(await doubt(world)).toBeNull()
  })
})

describe('the anchor', () => {
  it.each([
    ['garbled', '{"database":"data', 'unreadable'],
    ['empty', '', 'unreadable'],
    ['gone', null, 'missing'],
  ])('%s: that is asked about', async (_what, text, kind) => {
    const world = await createWorld()
    world.cutNetwork()
    await world.scanAll(...boxOne)
    world.mendNetwork()
    world.anchor.text = text
    await world.restart()
    await world.advance(60_000)
    expect(await doubt(world)).toMatchObject({ kind, missing: null })
    expect(writesTo(world)).toEqual([])
    await goOn(world)
    await world.advance(60_000)
    expect(writesTo(world)).not.toEqual([])
  })

  it('that cannot be read at all is not taken for none', async () => {
    const world = await createWorld({ start: false })
    await world.scanAll(...boxOne)
    world.anchor.read = () => {
      throw new Error('EACCES')
    }
    await world.restart()
    expect(await doubt(world)).toMatchObject({ kind: 'unreadable' })
    expect(world.reports).toContain('anchor: EACCES')
  })

  it('is begun by the first start with this version, and says nothing of what was before', async () => {
    const world = await createWorld()
    world.cutNetwork()
    await world.scanAll(...boxOne)
    world.db.exec("DELETE FROM settings WHERE key = 'database'")
    world.anchor.text = null
    world.mendNetwork()
    await world.restart()
    await world.advance(30_000)
    expect(await doubt(world)).toBeNull()
    expect(world.anchor.text).not.toBeNull()
    expect(writesTo(world)).not.toEqual([])
  })

  it('is written before what was sealed goes out, and not again where the log has not moved', async () => {
    const order: string[] = []
    const anchor = createAnchorInMemory()
    const { write } = anchor
    anchor.write = (text) => {
      order.push('anchor')
      return write(text)
    }
    const world = await createWorld({
      anchor,
      network: ({ method }) => {
        if (method === 'PATCH') order.push('sent')
        return 'none'
      },
    })
    order.length = 0
    await world.scanAll(...boxOne)
    await world.advance(30_000)
    expect(order).toEqual(['anchor', 'sent', 'sent'])
    await world.scan('nonsense')
    expect(anchor.writes).toBe(2)
  })

  it('that cannot be written holds back what would be sent, and no scan', async () => {
    const world = await createWorld()
    world.anchor.fault = new Error('ENOSPC')
    await world.scanAll(...boxOne)
    await world.advance(30_000)
    expect(writesTo(world)).toEqual([])
    expect(world.reports).toContain('outbox: ENOSPC')
    expect(await world.scan(a)).toMatchObject({ kind: 'itemScanned' })
    world.anchor.fault = null
    await world.advance(10_000)
    expect(writesTo(world)).not.toEqual([])
    expect((await world.snapshot()).outbox).toMatchObject({ waiting: 0, needsPerson: 0 })
  })
})

describe('going on', () => {
  const inDoubt = async () => {
    const world = await createWorld()
    await world.station.methods.setPin({ current: '', next: '4711' })
    world.anchor.text = ''
    await world.restart()
    await readAgain(world)
    return world
  }

  it.each([
    ['', 'pinNeeded'],
    ['0000', 'wrongPin'],
    ['4711', 'wentOn'],
  ])('takes the lead’s PIN: %j', async (pin, kind) => {
    const world = await inDoubt()
    await goOn(world, pin)
    expect(await said(world)).toMatchObject({ kind })
    expect((await doubt(world)) === null).toBe(kind === 'wentOn')
  })

  it('is a lead’s where packers sign in', async () => {
    const world = await createWorld()
    const { methods } = world.station
    await methods.addPerson({ name: '이담당', role: 'lead', pin: '2580' })
    await methods.changeSettings({ signIn: true })
    world.anchor.text = ''
    await world.restart()
    await readAgain(world)
    await goOn(world)
    expect(await said(world)).toEqual({ kind: 'leadOnly' })
    const [lead] = await world.station.methods.people({})
    await world.station.methods.signIn({ id: lead?.id ?? 0, pin: '2580' })
    await goOn(world)
    expect(await said(world)).toEqual({ kind: 'wentOn' })
  })
})
