import { describe, expect, it } from 'vitest'
import { sheetGroups } from '../../../renderer/features/command-sheet/sheet-groups.ts'
import { ko } from '../../../renderer/i18n/ko.ts'
import { textIn } from '../../../renderer/i18n/text.ts'
import { deskCommands, readReservedCode } from '../../../shared/domain/codes/command-barcode.ts'

describe('the printed sheet', () => {
  const groups = sheetGroups(textIn('ko'), [{ code: '07', name: '3호 박스' }])
  const codes = groups.flatMap((group) => group.codes.map(({ code }) => code))

  it('holds no code twice, and each one reads back', () => {
    expect(new Set(codes).size).toBe(codes.length)
    expect(
      codes
        .map((code) => readReservedCode(code)?.kind)
        .filter((kind) => kind === undefined || kind === 'damaged'),
    ).toEqual([])
  })

  it('has every command that there are words for', () => {
    const named = Object.keys(ko).flatMap((key) => /^command\.(?!group$)(\w+)$/.exec(key)?.[1] ?? [])
    expect([...deskCommands].sort()).toEqual(named.sort())
    expect(groups.find(({ key }) => key === 'commands')?.codes).toHaveLength(named.length)
  })

  it('has boxes 1 to 9, choices 1 to 5 and the kinds of box that are set up', () => {
    const count = (key: string) => groups.find((group) => group.key === key)?.codes.length
    expect([count('boxes'), count('choices'), count('boxTypes')]).toEqual([9, 5, 1])
    expect(groups.at(-1)?.codes[0]?.name).toBe('3호 박스')
  })

  it('leaves out kinds of box where there are none', () => {
    expect(sheetGroups(textIn('en'), []).map(({ key }) => key)).not.toContain('boxTypes')
  })
})
