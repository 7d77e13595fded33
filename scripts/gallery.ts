import { main, say } from './lib/run.ts'
import { serveGallery } from './screenshots/gallery.ts'

/** The page of primitives, with live reload, until it is stopped. */
await main(async () => {
  const { url } = await serveGallery()
  say(`Every primitive: ${url}#ko/light, #en/dark, #ko/contrast; /dialog and /place open one.`)
  await new Promise(() => undefined)
  return 0
})
