import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { binPath, rootDir } from '../../scripts/lib/paths.ts'

const names = z.array(z.object({ name: z.string() }))
const reportSchema = z.object({
  issues: z.array(
    z.object({ file: z.string(), files: names, exports: names, types: names, dependencies: names }),
  ),
})

let exitCode: number | null
let found: string[]

// The project's own configuration, on a small tree of the same shape.
beforeAll(async () => {
  const tree = join(import.meta.dirname, 'unused')
  const args = ['--directory', tree, '--config', join(rootDir, 'knip.config.ts'), '--reporter', 'json']
  const report = await new Promise<string>((resolve) => {
    const child = execFile(process.execPath, [binPath('knip'), ...args], (_error, stdout) => {
      exitCode = child.exitCode
      resolve(stdout)
    })
  })
  const { issues } = reportSchema.parse(JSON.parse(report))
  found = issues.flatMap(({ file, files, exports, types, dependencies }) => [
    ...files.map(() => `${file} is used by nobody`),
    ...[...exports, ...types].map(({ name }) => `${name} of ${file} is used by nobody`),
    ...dependencies.map(({ name }) => `the package ${name} is used by nobody`),
  ])
}, 60_000)

it.each([
  'shared/lost.ts is used by nobody',
  'nobodys of renderer/used.ts is used by nobody',
  'Nobodys of renderer/used.ts is used by nobody',
  'the package left-pad is used by nobody',
])('is told of: %s', (what) => {
  expect(found).toContain(what)
})

it('is told of nothing that is used, and fails', () => {
  expect(found).toHaveLength(4)
  expect(exitCode).toBe(1)
})
