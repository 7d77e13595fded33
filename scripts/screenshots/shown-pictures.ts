import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The pictures in docs/screenshots that a document below `root` shows, by their file names. */
export function shownPictures(root: string): string[] {
  const documents = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((path) => join('docs', path))
    .concat('README.md')
    .filter((path) => path.endsWith('.md'))
  const shown = documents.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/screenshots\/([\w-]+\.webp)/g)].map(
      ([, name = '']) => name,
    ),
  )
  return [...new Set(shown)].sort()
}
