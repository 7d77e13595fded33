/** Only tools that read a configuration file may ask for a default export. */
export const noDefaultExport = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: one name for a thing, everywhere.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Export by name.' },
] as const

const comesIn =
  'Time, chance and timers come in as parameters; only the composition roots wire the real ones.'

/** Globals that make a module depend on the clock. */
export const bannedGlobals = ['setTimeout', 'setInterval', 'setImmediate', 'performance'].map((name) => ({
  name,
  message: comesIn,
}))

/** The same by way of Node's modules. */
export const bannedImports = [
  { name: 'node:timers', message: comesIn },
  { name: 'node:timers/promises', message: comesIn },
  { name: 'node:perf_hooks', message: comesIn },
  {
    name: 'node:crypto',
    importNames: ['randomBytes', 'randomFill', 'randomFillSync', 'randomInt', 'randomUUID', 'webcrypto'],
    message: comesIn,
  },
] as const

const noWait = 'The clock says when something was. What waits goes by the pace, which nobody can set.'

/** Reading the clock for anything but a time to write down: counting with it, handing it on, or planning by it. */
export const bannedWaits = [
  { selector: 'BinaryExpression > CallExpression[callee.name="clock"]', message: noWait },
  { selector: 'CallExpression > CallExpression.arguments[callee.name="clock"]', message: noWait },
  { selector: 'Property[key.name="nextAt"] > CallExpression[callee.name="clock"]', message: noWait },
  { selector: 'VariableDeclarator[id.name="now"] > CallExpression[callee.name="clock"]', message: noWait },
] as const

/** Calls that read the clock or roll dice. */
export const bannedSyntax = [
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: comesIn },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: comesIn },
  { selector: 'CallExpression[callee.name="Date"]', message: comesIn },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: comesIn },
  {
    selector: 'MemberExpression[property.name=/^(randomUUID|getRandomValues|randomBytes|randomInt)$/]',
    message: comesIn,
  },
] as const
