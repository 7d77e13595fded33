import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { anchorIn } from '../../electron/main/anchor-file.ts'
import { createAnchorInMemory } from '../station/anchor-in-memory.ts'
import { boxOne, boxTwo, shipped, twoParcels, writesTo } from '../station/guide.ts'
import { createWorld } from '../station/world.ts'
import { newFolder } from './folder.ts'

const parts = ['', '-wal'] as const

/** A desk on disk that has told the store of its boxes; `taken`: its database's files before and after the second. */
async function deskOnDisk() {
  const folder = newFolder()
  const file = path.join(folder, 'packdesk.db')
  const anchor = Object.assign(createAnchorInMemory(), anchorIn(folder))
  const world = await createWorld({ file, anchor })
  await world.scanAll(...boxOne)
  await world.advance(30_000)
  const before = copies('before')
  await world.scanAll(...boxTwo)
  await world.advance(30_000)
  expect(shipped(world)).toEqual(twoParcels)
  const after = copies('after')

  /** The database and its write-ahead log as they lie there now. */
  function copies(when: string): string {
    const copy = path.join(newFolder(), `${when}.db`)
    for (const part of parts)
      if (existsSync(`${file}${part}`)) copyFileSync(`${file}${part}`, `${copy}${part}`)
    return copy
  }

  const doubt = async () => (await world.snapshot()).doubt
  /** The desk starts on that, reads again, and a lead lets it go on; how many writes go out for that. */
  async function sentFrom(database: string): Promise<number> {
    const sent = writesTo(world).length
    await world.restartOn(database)
    await world.advance(60_000)
    expect(await doubt()).toMatchObject({ kind: 'older', isRead: true })
    await world.station.methods.goOn({ pin: '' })
    await world.advance(60_000)
    expect(await doubt()).toBeNull()
    return writesTo(world).length - sent
  }
  return { folder, world, before, after, sentFrom }
}

describe('a database of an earlier time on disk', () => {
  it('copied without its write-ahead log', async () => {
    const { world, after, sentFrom } = await deskOnDisk()
    const halved = path.join(newFolder(), 'halved.db')
    copyFileSync(after, halved)
    expect(await sentFrom(halved)).toBe(0)
    expect(shipped(world)).toEqual(twoParcels)
    world.end()
  })

  it('with a write-ahead log that is cut off', async () => {
    const { world, after, sentFrom } = await deskOnDisk()
    const log = readFileSync(`${after}-wal`)
    writeFileSync(`${after}-wal`, log.subarray(0, Math.floor(log.length / 2)))
    expect(await sentFrom(after)).toBe(0)
    expect(shipped(world)).toEqual(twoParcels)
    world.end()
  })

  it('as a whole, write-ahead log and all, from before the last box', async () => {
    const { world, before, sentFrom } = await deskOnDisk()
    expect(await sentFrom(before)).toBe(0)
    expect(shipped(world)).toEqual(twoParcels)
    world.end()
  })

  it('is none where it is the last that there was', async () => {
    const { world, after } = await deskOnDisk()
    await world.restartOn(after)
    expect((await world.snapshot()).doubt).toBeNull()
    world.end()
  })
})

describe('the anchor’s file', () => {
  it('is put in place of the one before as a whole, and leaves nothing unfinished', async () => {
    const folder = newFolder()
    const anchor = anchorIn(folder)
    expect(anchor.read()).toBeNull()
    await anchor.write('one')
    writeFileSync(
      path.join(folder, 'anchor.json.unfinished'),
      'what a power cut has left, longer than the next',
    )
    await anchor.write('two')
    expect(anchor.read()).toBe('two')
    expect(readdirSync(folder)).toEqual(['anchor.json'])
  })

  it('that cannot be read says so, and that cannot be written as well', async () => {
    const folder = newFolder()
    writeFileSync(path.join(folder, 'no-folder'), '')
    const anchor = anchorIn(path.join(folder, 'no-folder'))
    expect(() => anchor.read()).toThrow('ENOTDIR')
    await expect(anchor.write('one')).rejects.toThrow('ENOTDIR')
  })
})
