import type { CallHandler } from '../context.ts'
import { StoreError } from '../errors.ts'
import { productPicture } from './product-picture.ts'

/** A product the shop has taken no picture of. */
const withoutPicture = 'CARD-HAND'

/** A product as far as it is more than its options: its name, and where its pictures are. */
export const readProduct: CallHandler = ({ context, params, origin }) => {
  const good = context.catalogue.goods.find(({ prodNo }) => String(prodNo) === params['prodNo'])
  if (good === undefined) throw new StoreError(404)
  const { prodNo, name, price, key } = good
  const productImages = key === withoutPicture ? [] : [`${origin}/pictures/${String(prodNo)}.png`]
  return {
    data: { prodNo, prodCode: `s20240601${String(prodNo).padStart(13, '0')}`, name, price, productImages },
  }
}

/** The bytes at such an address; open to anyone, as pictures on the web are. */
export function pictureAnswer(name: string): Response {
  const prodNo = /^(\d{1,9})\.png$/.exec(name)?.[1]
  if (prodNo === undefined) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(productPicture(Number(prodNo))), {
    headers: { 'content-type': 'image/png' },
  })
}
