import { createFakeBridge } from '../fake-bridge.ts'
import { scenes } from './scenes.ts'

const [scene = 'empty', language = 'ko'] = window.location.hash.slice(1).split('/')
const station = scenes[scene]
if (station === undefined) throw new Error(`There is no scene ${scene}`)
const { bridge } = createFakeBridge({
  ...station,
  snapshot: {
    ...station.snapshot,
    settings: { language: language === 'en' ? 'en' : 'ko', volume: 0.7 },
  },
})
Object.assign(window, { packdesk: bridge })
await import('../../../renderer/main.tsx')
