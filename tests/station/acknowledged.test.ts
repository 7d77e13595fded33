import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { boxOne, boxTwo, guide } from './guide.ts'
import { createWorld, type World } from './world.ts'

const scans = [...boxOne, ...boxTwo]

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packdesk-acknowledged-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** The disk as it is at this very moment, put elsewhere. */
function copyOfDisk(file: string): string {
  const copy = join(folder, 'copy.db')
  for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, copy + end)
  return copy
}

async function standing(world: World) {
  const { desk } = await world.snapshot()
  return {
    orderNo: desk?.orderNo,
    lines: desk?.lines,
    current: desk?.currentBoxId,
    boxes: desk?.boxes.map(({ dispatch: _dispatch, ...box }) => box),
    expecting: desk?.expecting,
  }
}

describe('the power goes at the moment the packer hears the answer', () => {
  it.each(scans.map((code, index): [number, string] => [index, code]))(
    'to scan %i, %s: it is on disk',
    async (at) => {
      const file = join(folder, 'packdesk.db')
      const world = await createWorld({ file })
      await world.scanAll(...scans.slice(0, at + 1))
      const copy = copyOfDisk(file)
      const heard = await standing(world)
      expect(heard.orderNo).toBe(guide)
      world.end()

      const next = await createWorld({ file: copy, start: false })
      expect(await standing(next)).toEqual(heard)
      next.end()
    },
  )
})
