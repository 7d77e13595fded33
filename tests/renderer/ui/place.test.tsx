// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { Package } from 'lucide-react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Place } from '../../../renderer/ui/place.tsx'

afterEach(cleanup)

const close = vi.fn()
const more = vi.fn()
const search = vi.fn()

beforeEach(() => {
  vi.clearAllMocks()
})

function Boxes({ rows }: { rows: readonly string[] | null }) {
  const [picked, setPicked] = useState<string | null>(null)
  const [filter, setFilter] = useState('all')
  return (
    <Place
      title="박스"
      testId="boxes"
      scans="스캔하면 박스를 찾아요."
      search={{ label: '찾기', text: '', onText: search }}
      filters={{
        all: [
          { key: 'all', name: '모두', count: 1200 },
          { key: 'open', name: '열림' },
        ],
        chosen: filter,
        onChoose: setFilter,
      }}
      listName="박스 목록"
      count="박스 1,200개"
      rows={rows}
      total={1200}
      rowKey={(row) => row}
      row={(row) => row}
      rowTestId={(row) => `box-${row}`}
      picked={picked}
      onPick={setPicked}
      onMore={more}
      empty={{ icon: Package, title: '박스가 없어요', todo: '주문을 스캔해 주세요' }}
      pickOne="박스를 골라 주세요"
      onClose={close}
    >
      {picked === null ? null : <button type="button">박스 {picked} 열기</button>}
    </Place>
  )
}

const row = (name: string): HTMLElement => screen.getByTestId(`box-${name}`)
const press = (key: string): boolean => fireEvent.keyDown(document.activeElement ?? document.body, { key })

describe('a place', () => {
  it('begins in its search, says what a scan does, and what to do while nothing is picked', () => {
    render(<Boxes rows={['A', 'B', 'C']} />)
    expect(document.activeElement).toBe(screen.getByTestId('boxes-search'))
    expect(screen.getByText('스캔하면 박스를 찾아요.')).toBeTruthy()
    expect(screen.getByText('박스를 골라 주세요')).toBeTruthy()
    fireEvent.change(screen.getByTestId('boxes-search'), { target: { value: '김' } })
    expect(search).toHaveBeenCalledWith('김')
  })

  it('is gone through by arrow keys: down into the list, along it, and Enter picks', () => {
    render(<Boxes rows={['A', 'B', 'C']} />)
    press('ArrowDown')
    expect(document.activeElement).toBe(row('A'))
    press('ArrowDown')
    press('Enter')
    expect(row('B').getAttribute('aria-selected')).toBe('true')
    expect(screen.getByText('박스 B 열기')).toBeTruthy()
    press('End')
    expect(document.activeElement).toBe(row('C'))
    press('Home')
    expect(document.activeElement).toBe(row('A'))
    press('ArrowUp')
    expect(document.activeElement).toBe(screen.getByTestId('boxes-search'))
  })

  it('lets Tab into its list once, to the row last looked at', () => {
    render(<Boxes rows={['A', 'B', 'C']} />)
    const stops = () => ['A', 'B', 'C'].filter((name) => row(name).tabIndex === 0)
    expect(stops()).toEqual(['A'])
    press('ArrowDown')
    press('ArrowDown')
    expect(stops()).toEqual(['B'])
  })

  it('leads by Escape from the thing back to the list, and from the list out', () => {
    render(<Boxes rows={['A', 'B']} />)
    fireEvent.click(row('B'))
    screen.getByText('박스 B 열기').focus()
    expect(press('Escape')).toBe(false)
    expect(document.activeElement).toBe(row('B'))
    expect(press('Escape')).toBe(true)
    fireEvent(screen.getByTestId('boxes'), new Event('cancel', { cancelable: true }))
    expect(close).toHaveBeenCalledOnce()
  })

  it('has one filter in force, pressed for those who cannot see it', () => {
    render(<Boxes rows={['A']} />)
    expect(screen.getByTestId('boxes-filter-all').textContent).toBe('모두 1,200')
    fireEvent.click(screen.getByTestId('boxes-filter-open'))
    expect(screen.getByTestId('boxes-filter-open').getAttribute('aria-pressed')).toBe('true')
    expect(screen.getByTestId('boxes-filter-all').getAttribute('aria-pressed')).toBe('false')
  })

  it('says how many there are and brings more of them only when asked', () => {
    render(<Boxes rows={['A', 'B']} />)
    expect(screen.getByTestId('boxes-count').textContent).toBe('박스 1,200개')
    expect(more).not.toHaveBeenCalled()
    fireEvent.click(screen.getByTestId('boxes-more'))
    expect(screen.getByTestId('boxes-more').textContent).toBe('1198건 더 보기')
    expect(more).toHaveBeenCalledOnce()
  })

  it('says what would be there when there is nothing, and that it waits until that is known', () => {
    const { rerender } = render(<Boxes rows={null} />)
    expect(screen.getByTestId('boxes-count').textContent).toBe('불러오는 중이에요.')
    expect(screen.queryByText('박스가 없어요')).toBeNull()
    rerender(<Boxes rows={[]} />)
    expect(screen.getByText('주문을 스캔해 주세요')).toBeTruthy()
  })
})
