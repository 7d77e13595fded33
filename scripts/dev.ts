import { appEnvironment, electronFlags, prepareStage } from './lib/launch.ts'
import { binPath, rootDir } from './lib/paths.ts'
import { main, runHere } from './lib/run.ts'

/** The app with live reload; further arguments go to electron-vite. */
await main(async () => {
  const { stage, stop } = await prepareStage(false)
  const flags = electronFlags().length > 0 ? ['--noSandbox'] : []
  const args = [binPath('electron-vite'), 'dev', '--watch', ...flags, ...process.argv.slice(2)]
  const code = await runHere(process.execPath, args, { cwd: rootDir, env: appEnvironment(stage) })
  stop()
  return code
})
