import { crc32, deflateSync } from 'node:zlib'

/** Pixels to a side. */
const side = 96

type Colour = readonly [red: number, green: number, blue: number]

/** Whether a pixel belongs to the figure; `x` and `y` from the middle, -1 to 1. */
type Figure = (x: number, y: number) => boolean

const figures: readonly Figure[] = [
  (x, y) => x * x + y * y < 0.45,
  (x, y) => Math.abs(x) + Math.abs(y) < 0.75,
  (x, y) => Math.abs(x) < 0.5 && Math.abs(y) < 0.62,
  (x, y) => Math.abs(x) < 0.7 && Math.floor((y + 1) * 5) % 2 === 0,
  (x, y) => x * x + y * y < 0.55 && x * x + y * y > 0.2,
  (x, y) => y > -0.55 && y < 0.6 && Math.abs(x) < (y + 0.75) * 0.5,
]

/** The picture of a product of the demo shop, a PNG: a figure on a coloured ground, the same for a number every time. */
export function productPicture(prodNo: number): Buffer {
  const figure = figures[prodNo % figures.length] ?? figures[0]
  const hue = (prodNo * 47) % 360
  const ground = colour(hue, 0.35, 0.9)
  const ink = colour((hue + 20) % 360, 0.55, 0.45)
  const rows = Buffer.alloc(side * (1 + side * 3))
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const [x, y] = [(column * 2) / side - 1, (row * 2) / side - 1]
      rows.set(figure?.(x, y) === true ? ink : ground, row * (1 + side * 3) + 1 + column * 3)
    }
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(side, 0)
  size.writeUInt32BE(side, 4)
  // Eight bits for each of red, green and blue.
  size.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}

/** `hue` in degrees, the others from 0 to 1. */
function colour(hue: number, saturation: number, lightness: number): Colour {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (shift: number): number => {
    const place = (shift + hue / 30) % 12
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1))))
  }
  return [channel(0), channel(8), channel(4)]
}
