import { cruise } from 'dependency-cruiser'
import { z } from 'zod'
import { layerRules } from './layers.ts'

/** One import that a rule forbids; a rule for a module alone names it twice. */
export type Breach = { readonly rule: string; readonly from: string; readonly to: string }

const reportSchema = z.object({
  summary: z.object({
    violations: z.array(z.object({ rule: z.object({ name: z.string() }), from: z.string(), to: z.string() })),
  }),
})

/** The folders whose modules keep to layers. */
const layeredFolders = ['shared', 'electron', 'renderer'] as const

/** Every breach of the layer rules in the tree whose root is `root` (the repository, or the fixtures of its test). */
export async function findBreaches(root: string): Promise<Breach[]> {
  const { output } = await cruise([...layeredFolders], {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: [...layerRules] },
    // Types are imports too; a file that is only for types still knows what it names.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    doNotFollow: { path: ['node_modules', '^resources/'] },
    exclude: { path: ['\\.css$', '\\?raw$'] },
    outputType: 'json',
  })
  if (typeof output !== 'string')
    throw new Error('dependency-cruiser answered in another form than asked for')
  const { summary } = reportSchema.parse(JSON.parse(output))
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
}
