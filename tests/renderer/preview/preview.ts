import { themes } from '../../../shared/contract/settings.ts'
import { createFakeBridge } from '../fake-bridge.ts'
import { scenes } from './scenes.ts'

const [scene = 'empty', language = 'ko', wanted = 'light'] = window.location.hash.slice(1).split('/')
const station = scenes[scene]
if (station === undefined) throw new Error(`There is no scene ${scene}`)
const { bridge } = createFakeBridge({
  ...station,
  snapshot: {
    ...station.snapshot,
    settings: {
      ...station.snapshot.settings,
      language: language === 'en' ? 'en' : 'ko',
      theme: themes.find((theme) => theme === wanted) ?? 'light',
    },
  },
})
Object.assign(window, { packdesk: bridge })
await import('../../../renderer/main.tsx')
