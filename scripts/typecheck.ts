import { binPath, rootDir, typeCheckedFolders } from './lib/paths.ts'
import { main, runHere } from './lib/run.ts'

await main(async () => {
  let worst = 0
  for (const folder of typeCheckedFolders) {
    worst = Math.max(worst, await runHere(process.execPath, [binPath('tsc'), '-p', folder], { cwd: rootDir }))
  }
  return worst
})
