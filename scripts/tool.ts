import { binPath, rootDir } from './lib/paths.ts'
import { main, runHere } from './lib/run.ts'

/** A development tool of node_modules, on the pinned Node: `tool <name> [arguments]`. */
await main(() => {
  const [name, ...args] = process.argv.slice(2)
  if (!name) throw new Error('Which tool?')
  return runHere(process.execPath, [binPath(name), ...args], { cwd: rootDir })
})
