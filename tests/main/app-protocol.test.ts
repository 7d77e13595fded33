import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ protocol: {} }))

const { fileFor, pictureFor } = await import('../../electron/main/app-protocol.ts')

const folder = path.resolve('/app/renderer')
const pictures = path.resolve('/data/pictures')
const name = `${'0123456789abcdef'.repeat(4)}.png`

const get = (url: string, method = 'GET') => ({ method, url })

describe('the app’s own files', () => {
  it.each([
    ['app://packdesk/', 'index.html'],
    ['app://packdesk/assets/main.js', 'assets/main.js'],
  ])('%s is served', (url, file) => {
    expect(fileFor(folder, get(url))).toBe(path.join(folder, file))
  })

  it.each([
    ['app://packdesk/../secret', path.join(folder, 'secret')],
    ['app://packdesk/%2e%2e/%2e%2e/secret', path.join(folder, 'secret')],
    ['app://packdesk/..%2f..%2fsecret', null],
    ['app://packdesk/%2e%2e%2fsecret', null],
    ['app://packdesk/a%00b', null],
    ['app://packdesk/%zz', null],
    ['app://elsewhere/index.html', null],
  ])('%s leads nowhere outside their folder', (url, file) => {
    expect(fileFor(folder, get(url))).toBe(file)
  })
})

describe('pictures of products', () => {
  it.each([`app://packdesk/pictures/${name}`, `app://packdesk/pictures/${name}?v=17`])(
    '%s is served',
    (url) => {
      expect(pictureFor(pictures, get(url))).toBe(path.join(pictures, name))
    },
  )

  it.each([
    `app://packdesk/pictures/../packdesk.db`,
    `app://packdesk/pictures/%2e%2e/packdesk.db`,
    `app://packdesk/pictures/..%2fpackdesk.db`,
    `app://packdesk/pictures/..%5cpackdesk.db`,
    `app://packdesk/pictures/..%2f${name}`,
    `app://packdesk/pictures//${name}`,
    `app://packdesk/pictures/${name}/..%2ftokens.bin`,
    `app://packdesk/pictures/${name}%00.txt`,
    `app://packdesk/pictures/${name.replace('.png', '.svg')}`,
    `app://packdesk/pictures/${name.replace('.png', '.html')}`,
    `app://packdesk/pictures/${name.toUpperCase()}`,
    `app://packdesk/pictures/short.png`,
    `app://packdesk/other/${name}`,
    `app://elsewhere/pictures/${name}`,
  ])('%s is none', (url) => {
    expect(pictureFor(pictures, get(url))).toBeNull()
  })

  it('can only be fetched', () => {
    expect(pictureFor(pictures, get(`app://packdesk/pictures/${name}`, 'PUT'))).toBeNull()
  })
})
