import { relative } from 'node:path'
import { hasDisplay } from './lib/display.ts'
import { appEnvironment, electronFlags, prepareStage } from './lib/launch.ts'
import { demoDir, rootDir } from './lib/paths.ts'
import { main, runHere, say } from './lib/run.ts'

/** Shows the packing station; further arguments go to the app. */
async function openApp(): Promise<number> {
  const { stage } = await prepareStage()
  say('Opening the packing station…')
  const args = [...electronFlags(), rootDir, ...process.argv.slice(2)]
  return runHere(stage.executable, args, { cwd: rootDir, env: appEnvironment(stage) })
}

/** Where nobody could see a window, the guided demo plays on a virtual screen instead. */
async function playDemo(): Promise<number> {
  say('There is no display here: playing the guided demo on a virtual one.')
  const code = await runHere(process.execPath, ['scripts/demo.ts'], { cwd: rootDir })
  const folder = relative(rootDir, demoDir)
  say(code === 0 ? `The screenshots and result.json are in ${folder}/.` : `The demo failed; see ${folder}/.`)
  return code
}

await main(hasDisplay() ? openApp : playDemo)
