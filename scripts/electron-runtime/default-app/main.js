// What Electron's own default_app.asar does for `electron [-r module] <app folder>`: nothing more. It is a
// module with a top-level await, because Electron holds back its `ready` event until this file has finished.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)
const args = process.argv.slice(1)
let folder

while (folder === undefined && args.length > 0) {
  const argument = args.shift()
  if (argument === '-r' || argument === '--require') require(resolve(args.shift()))
  else if (!argument.startsWith('-')) folder = resolve(argument)
}
if (folder === undefined) {
  console.error('Usage: electron [-r module] <app folder>')
  process.exit(1)
}

const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version)
app.setAppPath(folder)
await import(pathToFileURL(join(folder, manifest.main)).href)
