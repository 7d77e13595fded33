import { z } from 'zod'
import type { StoreDatabase } from './database.ts'

const siteState = z.object({
  /** `test` works at once; an installed app is `linking` until it reports completion. */
  link: z.enum(['test', 'linking', 'linked', 'unlinked']),
  linkData: z.record(z.string(), z.unknown()).optional(),
  /** ms epoch. */
  firstOrderTime: z.number(),
})

type SiteState = z.infer<typeof siteState>

export interface SiteShelf {
  read(): SiteState
  save(state: SiteState): void
}

/** The link between site and app. */
export const createSiteShelf = (database: StoreDatabase): SiteShelf => {
  const read = database.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?')
  const write = database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)')
  return {
    read: () => siteState.parse(JSON.parse(read.get('site')?.value ?? 'null')),
    save: (state) => {
      write.run('site', JSON.stringify(state))
    },
  }
}
