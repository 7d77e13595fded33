import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as fs from 'node:fs'
import { usableFolder } from '../../electron/main/data-folder.ts'

vi.mock('node:fs', async (load) => ({ ...(await load<typeof fs>()) }))

let base: string
const left: string[] = []

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'packdesk-folder-'))
})

afterEach(() => {
  vi.restoreAllMocks()
  for (const folder of [base, ...left.splice(0)]) rmSync(folder, { recursive: true, force: true })
})

it('a data folder that can be written to is used, made where it is not there, and left clean', () => {
  const folder = path.join(base, 'data')
  expect(usableFolder(folder)).toEqual({ folder, problem: null })
  expect(readdirSync(folder)).toEqual([])
})

it('a file in the way is named, and another folder stands in for it', () => {
  const file = path.join(base, 'data')
  writeFileSync(file, 'mine')
  for (const dataFolder of [file, path.join(file, 'deeper')]) {
    const { folder, problem } = usableFolder(dataFolder)
    left.push(folder)
    expect(problem?.kind).toBe('databaseUnwritable')
    expect(existsSync(folder)).toBe(true)
  }
  expect(fs.readFileSync(file, 'utf8')).toBe('mine')
})

it.each(['EROFS', 'EACCES'])('a folder that takes nothing is named: %s', (code) => {
  vi.spyOn(fs, 'writeFileSync').mockImplementation(() => {
    throw Object.assign(new Error(code), { code })
  })
  const { folder, problem } = usableFolder(base)
  left.push(folder)
  expect(problem?.kind).toBe('databaseUnwritable')
})
