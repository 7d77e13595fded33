// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { descriptions } from '../../../renderer/features/settings/descriptions.ts'
import { defaultSettings, settingsChangeSchema } from '../../../shared/contract/settings.ts'
import { desk, snapshot } from '../fixtures.ts'
import { showDesk } from './desk-page.tsx'

afterEach(cleanup)

const entries = Object.values(descriptions).flat()
const described = entries.flatMap((entry) => (entry.kind === 'part' ? [] : [entry]))
/** Set by a part of their own, or never by hand. */
const elsewhere = ['volume', 'cues', 'scanner', 'boxTypes', 'guideDone']

describe('the table of settings', () => {
  it('describes each setting once', () => {
    expect([...described.map(({ key }) => key), ...elsewhere].sort()).toEqual(
      Object.keys(defaultSettings).sort(),
    )
  })

  it.each(described)('changes nothing but $key, and to what the station takes', (row) => {
    const changes =
      row.kind === 'choice'
        ? row.options(defaultSettings).map(({ change }) => change)
        : row.kind === 'number'
          ? [row.change(row.max)]
          : row.kind === 'text'
            ? [row.change('가'.repeat(row.maxLength))]
            : [row.change(['쿠폰'])]
    for (const change of changes) {
      expect(Object.keys(change)).toEqual([row.key])
      expect(settingsChangeSchema.safeParse(change).success).toBe(true)
    }
  })

  it('holds the value that a desk begins with among its options', () => {
    for (const row of described) {
      if (row.kind !== 'choice') continue
      expect(row.options(defaultSettings).map(({ value }) => value)).toContain(defaultSettings[row.key])
    }
  })
})

describe('who may', () => {
  const packer = { id: 1, name: '김서연', role: 'packer' as const }
  const open = async (role: 'packer' | 'lead', section: string) => {
    await showDesk({
      snapshot: snapshot({
        desk: desk(),
        people: { required: true, person: { ...packer, role }, people: 1 },
      }),
    })
    fireEvent.click(screen.getByTestId('open-settings'))
    fireEvent.click(screen.getByTestId(`settings-tab-${section}`))
  }
  const saysLead = (key: string) =>
    within(screen.getByTestId(`setting-${key}`)).queryByText('관리자가 정해요')

  it('is said to a packer of what only a lead may set, and of nothing else', async () => {
    await open('packer', 'packing')
    expect(saysLead('forcedOrder')).not.toBeNull()
    fireEvent.click(screen.getByTestId('settings-tab-screen'))
    expect(saysLead('theme')).toBeNull()
  })

  it('is not said to a lead', async () => {
    await open('lead', 'packing')
    expect(saysLead('forcedOrder')).toBeNull()
  })
})
