import { findBreaches } from './lint/cruise.ts'
import { rootDir } from './lib/paths.ts'
import { main, say } from './lib/run.ts'

/** Every import across a layer, cycle and orphan of the tree; fails where there is one. */
await main(async () => {
  const breaches = await findBreaches(rootDir)
  for (const { rule, from, to } of breaches)
    say(from === to ? `${rule}: ${from}` : `${rule}: ${from} → ${to}`)
  say(
    `Layers: ${breaches.length === 0 ? 'every import keeps to them' : `${String(breaches.length)} breaches`}.`,
  )
  return breaches.length === 0 ? 0 : 1
})
