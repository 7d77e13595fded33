import type { KnipConfig } from 'knip'

/** What is run by itself: everything else has to be imported by something that is. */
export default {
  entry: [
    'scripts/*.ts',
    'electron/{main,preload,demo-store}/index.ts',
    'electron/demo-store/embedded.ts',
    'renderer/main.tsx',
    'tests/renderer/preview/{look,preview}.ts',
    'tests/renderer/gallery/main.tsx',
    'scripts/{screenshots/plain-window,electron-runtime/default-app}/main.js',
    'tests/storage/{die-in-migration,hold-lock,hold-open}.ts',
  ],
  project: ['{electron,shared,renderer,scripts,tests}/**/*.{ts,tsx}'],
  ignore: ['tests/lint/{fixtures,unused}/**'],
  // Read as files, or run by `node scripts/bootstrap.mjs tool`.
  ignoreDependencies: ['axe-core', 'pretendard', 'prettier'],
  ignoreBinaries: ['Xvfb', 'dbus-daemon', 'ibus-daemon', 'mount', 'umount'],
} satisfies KnipConfig
