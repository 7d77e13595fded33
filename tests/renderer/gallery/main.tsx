import { createRoot } from 'react-dom/client'
import '../../../renderer/ui/fonts.css'
import '../../../renderer/ui/tokens.css'
import '../../../renderer/ui/base.css'
import { LanguageContext } from '../../../renderer/i18n/language.ts'
import { Gallery } from './gallery.tsx'

/** Every primitive in the language and theme of the address: `#en/dark`, and `#en/dark/place` for a place. */
const [wanted = 'ko', theme = 'light', what = 'page'] = window.location.hash.slice(1).split('/')
const language = wanted === 'en' ? 'en' : 'ko'
Object.assign(document.documentElement, { lang: language })
document.documentElement.dataset.theme = theme
const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root')
createRoot(root).render(
  <LanguageContext value={language}>
    <Gallery open={what === 'place' || what === 'dialog' ? what : null} />
  </LanguageContext>,
)
