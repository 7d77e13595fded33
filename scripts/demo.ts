import { relative } from 'node:path'
import { playDemo } from './guided-demo/play.ts'
import { prepareStage } from './lib/launch.ts'
import { demoDir, rootDir } from './lib/paths.ts'
import { main, say } from './lib/run.ts'

await main(async () => {
  const { stage, stop } = await prepareStage()
  try {
    say('Playing the guided demo in the real app…')
    const result = await playDemo(stage, { outFolder: demoDir, say })
    for (const { code, status, goods, invoiceNo } of result.after) {
      say(`The store has section ${code}: ${status}, ${JSON.stringify(goods)}, waybill ${String(invoiceNo)}.`)
    }
    for (const fault of result.faults) say(`Wrong: ${fault}.`)
    say(result.ok ? 'The demo reached its end: two boxes, two sections.' : 'The demo failed.')
    say(`Screenshots and result.json: ${relative(rootDir, demoDir)}/`)
    return result.ok ? 0 : 1
  } finally {
    stop()
  }
})
