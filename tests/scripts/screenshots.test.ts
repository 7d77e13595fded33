import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { rootDir } from '../../scripts/lib/paths.ts'
import { shownPictures } from '../../scripts/screenshots/shown-pictures.ts'

it('docs/screenshots holds the pictures that a document shows, and no other', () => {
  expect(readdirSync(join(rootDir, 'docs', 'screenshots')).sort()).toEqual(shownPictures(rootDir))
})
