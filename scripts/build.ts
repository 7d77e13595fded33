import { buildApp } from './lib/build.ts'
import { main } from './lib/run.ts'

await main(async () => {
  await buildApp()
  return 0
})
