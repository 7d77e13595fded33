import { describe, expect, it } from 'vitest'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { a, guide } from './guide.ts'
import { said } from './seen.ts'
import { createWorld, type World } from './world.ts'

const pin = '4711'

/** A desk where packers sign in: a lead with a PIN, a packer with a badge. */
async function staffedWorld() {
  const world = await createWorld()
  const { methods } = world.station
  await methods.addPerson({ name: '이담당', role: 'lead', pin })
  const [lead] = await methods.people({})
  await methods.signIn({ id: lead?.id ?? 0, pin })
  await methods.addPerson({ name: '김포장', role: 'packer', pin: null })
  const packer = (await methods.people({})).find(({ name }) => name === '김포장')
  const badge = await methods.makeBadge({ id: packer?.id ?? 0 })
  await methods.changeSettings({ signIn: true, idleLockMinutes: 5 })
  await methods.signOut({})
  return { world, leadId: lead?.id ?? 0, packerId: packer?.id ?? 0, badge: badge.digits ?? '' }
}

const who = async (world: World) => (await world.snapshot()).people.person?.name ?? null

describe('where packers sign in', () => {
  it('nothing is packed for nobody, by scan or by button', async () => {
    const { world } = await staffedWorld()
    expect(await world.scan(guide)).toEqual({ kind: 'signInFirst' })
    await world.station.methods.openOrder({ orderNo: guide })
    expect(await said(world)).toEqual({ kind: 'signInFirst' })
  })

  it('a badge is enough, and the log says from then on who packed', async () => {
    const { world, badge, packerId } = await staffedWorld()
    expect(await world.scan(badge)).toEqual({ kind: 'signedIn', name: '김포장' })
    await world.scanAll(guide, a)
    const by = world.db.prepare<[], number>(
      "SELECT json_extract(event, '$.by') FROM packing_log WHERE type = 'itemScanned'",
    )
    expect(by.pluck().get()).toBe(packerId)
    expect(world.station.log.firstBreak()).toBeNull()
  })

  it('the badge itself is nowhere in the database', async () => {
    const { world, badge } = await staffedWorld()
    await world.scan(badge)
    const secret = badge.slice(6, 14)
    expect(world.db.serialize().includes(secret)).toBe(false)
  })

  it('nor is it where it was read twice, read wrong, or shown: the screen and the log never have it', async () => {
    const { world, badge } = await staffedWorld()
    const wrong = badge.slice(0, 9) + String((Number(badge[9]) + 1) % 10) + badge.slice(10)
    for (const code of [badge, `]C0${badge}`, wrong]) {
      const { lastScan } = await world.station.methods.scan({ code, sinceSame: 5 })
      expect(lastScan?.code).toBeNull()
    }
    const log = world.db.prepare<[], string>('SELECT event FROM packing_log').pluck().all().join('\n')
    for (const secret of [badge.slice(6, 14), wrong.slice(6, 14)]) expect(log).not.toContain(secret)
  })

  it('no question is answered, nothing taught and nothing taken out for nobody', async () => {
    const { world, badge } = await staffedWorld()
    const { methods } = world.station
    await world.scanAll(badge, '202410104747820', 'WRAP-01')
    await methods.signOut({})
    await methods.choose({ place: 1 })
    expect(await said(world)).toEqual({ kind: 'signInFirst' })
    await methods.confirm({})
    expect(await said(world)).toEqual({ kind: 'signInFirst' })
    await methods.armTakeOut({})
    expect(await said(world)).toEqual({ kind: 'signInFirst' })
    const line = (await world.snapshot()).desk?.lines[0]
    const place = { sectionCode: line?.sectionCode ?? '', itemNo: line?.itemNo ?? '' }
    await methods.learnCode({ code: '4006381333931', ...place, units: 1, pin: '' })
    expect(await said(world)).toEqual({ kind: 'signInFirst' })
    expect(await methods.bookList({ search: '4006381333931', limit: 10, offset: 0 })).toMatchObject({
      total: 0,
    })
    expect((await world.snapshot()).desk?.unitsDone).toBe(0)
  })

  it('a new badge makes the one before worthless, and a person gone cannot come in', async () => {
    const { world, badge, leadId, packerId } = await staffedWorld()
    const { methods } = world.station
    await methods.signIn({ id: leadId, pin })
    await methods.makeBadge({ id: packerId })
    expect(await world.scan(badge)).toEqual({ kind: 'unknownBadge' })
    const again = await methods.makeBadge({ id: packerId })
    await methods.changePerson({ id: packerId, active: false })
    expect(await world.scan(again.digits ?? '')).toEqual({ kind: 'unknownBadge' })
  })

  it('whoever was signed in still is after a crash', async () => {
    const { world, badge } = await staffedWorld()
    await world.scan(badge)
    await world.restart()
    expect(await who(world)).toBe('김포장')
  })

  it('a desk left alone signs out by itself; work on it keeps it open', async () => {
    const { world, badge } = await staffedWorld()
    await world.scanAll(badge, guide)
    await world.advance(4 * 60_000)
    await world.scan(a)
    await world.advance(4 * 60_000)
    expect(await who(world)).toBe('김포장')
    await world.advance(2 * 60_000)
    expect(await who(world)).toBeNull()
    expect((await world.snapshot()).desk?.unitsDone).toBe(1)
  })

  it('signs out by command barcode', async () => {
    const { world, badge } = await staffedWorld()
    await world.scan(badge)
    expect(await world.scan(commandBarcode('signOut'))).toEqual({ kind: 'signedOut' })
    expect(await who(world)).toBeNull()
  })

  it('a PIN is not guessed: after five wrong ones it takes half a minute', async () => {
    const { world, leadId } = await staffedWorld()
    for (const wrong of ['0000', '1111', '2222', '3333', '4444']) {
      await world.station.methods.signIn({ id: leadId, pin: wrong })
      expect(await said(world)).toEqual({ kind: 'wrongPin' })
    }
    await world.station.methods.signIn({ id: leadId, pin })
    expect(await said(world)).toEqual({ kind: 'waitForPin', seconds: 30 })
    await world.advance(30_000)
    await world.station.methods.signIn({ id: leadId, pin })
    expect(await said(world)).toEqual({ kind: 'signedIn', name: '이담당' })
  })
})

describe('a packer', () => {
  it('sets what suits the eyes and ears, not how the desk packs', async () => {
    const { world, badge } = await staffedWorld()
    await world.scan(badge)
    await world.station.methods.changeSettings({ theme: 'dark' })
    await world.station.methods.changeSettings({ signIn: false })
    expect(await said(world)).toEqual({ kind: 'leadOnly' })
    expect((await world.snapshot()).settings).toMatchObject({ theme: 'dark', signIn: true })
  })

  it('adds nobody; a lead does, and the last lead stays one', async () => {
    const { world, badge, leadId } = await staffedWorld()
    const { methods } = world.station
    await world.scan(badge)
    await methods.addPerson({ name: '박새로', role: 'lead', pin: null })
    expect(await said(world)).toEqual({ kind: 'leadOnly' })
    await methods.signIn({ id: leadId, pin })
    await methods.changePerson({ id: leadId, role: 'packer' })
    expect(await said(world)).toEqual({ kind: 'lastLead' })
    await methods.addPerson({ name: '김포장', role: 'packer', pin: null })
    expect(await said(world)).toEqual({ kind: 'nameTaken', name: '김포장' })
  })
})

describe('a lead without PIN and badge', () => {
  it('locks nobody out of giving one', async () => {
    const world = await createWorld()
    const { methods } = world.station
    await methods.addPerson({ name: '이담당', role: 'lead', pin: null })
    const [lead] = await methods.people({})
    await methods.changePerson({ id: lead?.id ?? 0, pin })
    expect(await said(world)).toEqual({ kind: 'personSaved', name: '이담당' })
    await methods.addPerson({ name: '박새로', role: 'packer', pin: null })
    expect(await said(world)).toEqual({ kind: 'leadOnly' })
  })
})

describe('signing in', () => {
  it('is not asked for while nobody could switch it off again', async () => {
    const world = await createWorld()
    await world.station.methods.changeSettings({ signIn: true })
    expect(await world.scan(guide)).toMatchObject({ kind: 'orderOpened' })
  })
})
