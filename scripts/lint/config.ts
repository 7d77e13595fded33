import js from '@eslint/js'
import type { Linter } from 'eslint'
import { defineConfig, globalIgnores } from 'eslint/config'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { bannedGlobals, bannedImports, bannedSyntax, bannedWaits, noDefaultExport } from './bans.ts'

const scripts = '**/*.{ts,tsx}'
const projects = ['shared', 'electron', 'renderer', 'tests'].map((folder) => `./${folder}/tsconfig.json`)

/** The strict rules that pay for themselves, on top of the recommended ones. */
const strictRules: Linter.RulesRecord = {
  '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-deprecated': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unnecessary-condition': [
    'error',
    { allowConstantLoopConditions: 'only-allowed-literals' },
  ],
  '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/return-await': ['error', 'in-try-catch'],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/use-unknown-in-catch-callback-variable': 'error',
  // A function of an asynchronous interface need not wait for anything.
  '@typescript-eslint/require-await': 'off',
}

/** The project's lint rules for a tree whose root is `root` (the repository, or the fixtures of its test). */
export function packdeskConfig(root: string): ReturnType<typeof defineConfig> {
  return defineConfig([
    globalIgnores(['out/', 'dist/', 'node_modules/', 'tests/lint/fixtures/', 'tests/lint/unused/']),
    {
      files: ['**/*.{js,mjs}'],
      extends: [js.configs.recommended],
      languageOptions: { globals: { process: 'readonly', URL: 'readonly', console: 'readonly' } },
    },
    {
      files: [scripts],
      extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
      languageOptions: { parserOptions: { project: projects, tsconfigRootDir: root } },
      rules: {
        ...strictRules,
        eqeqeq: ['error', 'always', { null: 'ignore' }],
        'max-lines': ['error', { max: 300 }],
        'no-restricted-syntax': ['error', ...noDefaultExport],
      },
    },
    {
      files: ['renderer/**/*.{ts,tsx}'],
      extends: [reactHooks.configs.flat['recommended-latest']],
    },
    {
      // Time, chance and timers come in as parameters here; main and the scripts wire the real ones.
      files: ['shared/**/*.ts', 'electron/station/**/*.ts', 'electron/demo-store/**/*.ts'],
      rules: {
        'no-restricted-globals': ['error', { globals: [...bannedGlobals], checkGlobalObject: true }],
        'no-restricted-imports': ['error', { paths: [...bannedImports] }],
        'no-restricted-syntax': ['error', ...noDefaultExport, ...bannedSyntax],
      },
    },
    {
      // Rooms that wait for the store, or keep somebody waiting; a view and what a page's times are held against show or
      // compare times of day.
      files: ['electron/station/{outbox,imweb,feed,people}/**/*.ts'],
      ignores: ['electron/station/outbox/outbox-view.ts', 'electron/station/feed/save-page.ts'],
      rules: {
        'no-restricted-syntax': ['error', ...noDefaultExport, ...bannedSyntax, ...bannedWaits],
      },
    },
    {
      // The sandboxed preload script hands methods over, and does nothing else.
      files: ['electron/preload/**/*.ts'],
      rules: {
        '@typescript-eslint/no-restricted-imports': [
          'error',
          {
            paths: [
              {
                name: 'electron',
                allowImportNames: ['contextBridge', 'ipcRenderer'],
                allowTypeImports: true,
              },
            ],
          },
        ],
      },
    },
    // Test doubles are passed around in parts.
    { files: ['tests/**/*.{ts,tsx}'], rules: { '@typescript-eslint/unbound-method': 'off' } },
    { files: ['*.config.ts', '**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  ])
}
