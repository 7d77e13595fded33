import { relative, sep } from 'node:path'
import type { Rule } from 'eslint'
import { judgeImport } from './judge-import.ts'

type Names = readonly string[] | undefined

/** TypeScript's mark on `import type`, `export type` and single imported names; plain ESTree does not know it. */
function isTypeKind(node: object): boolean {
  return (
    ('importKind' in node && node.importKind === 'type') ||
    ('exportKind' in node && node.exportKind === 'type')
  )
}

function nameOf(node: { type: string; name?: unknown; value?: unknown }): string {
  return String(node.type === 'Identifier' ? node.name : node.value)
}

/** The one argument of `import(…)`, `require(…)` or `import x = require(…)` when it is a plain string. */
function stringValue(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null || !('value' in node)) return undefined
  return typeof node.value === 'string' ? node.value : undefined
}

/** Reports every import that the importing file's room does not allow. Paths are seen from `root`. */
export function roomsRule(root: string): Rule.RuleModule {
  return {
    meta: { type: 'problem', schema: [], messages: { forbidden: '{{reason}}.' } },
    create(context) {
      const from = relative(root, context.filename).split(sep).join('/')
      function check(node: Rule.Node, specifier: string | undefined, typeOnly: boolean, names: Names): void {
        if (specifier === undefined) return
        const reason = judgeImport({ from, specifier, typeOnly, names })
        if (reason !== undefined) context.report({ node, messageId: 'forbidden', data: { reason } })
      }
      return {
        ImportDeclaration(node) {
          const values = node.specifiers.filter((specifier) => !isTypeKind(specifier))
          const names = values.map((it) => (it.type === 'ImportSpecifier' ? nameOf(it.imported) : '*'))
          const typeOnly = isTypeKind(node) || (node.specifiers.length > 0 && values.length === 0)
          check(node, stringValue(node.source), typeOnly, names)
        },
        ExportNamedDeclaration(node) {
          const names = node.specifiers.filter((it) => !isTypeKind(it)).map((it) => nameOf(it.local))
          check(node, stringValue(node.source), isTypeKind(node), names)
        },
        ExportAllDeclaration(node) {
          check(node, stringValue(node.source), isTypeKind(node), undefined)
        },
        ImportExpression(node) {
          check(node, stringValue(node.source), false, undefined)
        },
        'CallExpression[callee.name="require"]'(node: Rule.Node) {
          if (node.type === 'CallExpression') check(node, stringValue(node.arguments[0]), false, undefined)
        },
        TSImportType(node: Rule.Node & { source?: unknown }) {
          check(node, stringValue(node.source), true, undefined)
        },
        TSExternalModuleReference(node: Rule.Node & { expression?: unknown }) {
          check(node, stringValue(node.expression), false, undefined)
        },
      }
    },
  }
}
