import type { shop as korean } from '../ko/shop.ts'
import type { InEnglish } from './in-english.ts'

export const shop = {
  'settings.section.store': 'Store',
  'guide.store.connect': 'Connect my shop',

  'shop.title': 'Store',
  'shop.explain': 'Whose orders are packed here. Each store’s records are kept apart and never mixed.',
  'shop.loading': 'Looking up the store',
  'shop.demo': 'Demo store',
  'shop.shop': 'Shop {{siteCode}}',
  'shop.now.demo': '— these are orders to practise with.',
  'shop.now.shop': '— these are real orders.',
  'shop.restart': 'Next: {{name}} — once the app is started again. The records of now are kept.',
  'shop.restart.now': 'Restart now',
  'shop.connect': 'Connect my shop',
  'shop.connect.how':
    'The shop’s owner makes an app in imweb’s developer centre, registers the address below as its redirect URI, and enters the app’s values here.',
  'shop.connect.kept':
    'The values and the permission are kept encrypted on this computer, and sent to nobody but imweb.',
  'shop.connect.start': 'Agree in the browser',
  'shop.clientId': 'Client ID',
  'shop.clientSecret': 'Client secret',
  'shop.siteCode': 'Site code',
  'shop.siteCode.wrong': 'A site code is made of letters and digits only. Look at it again.',
  'shop.waiting':
    'Waiting for the shop’s owner to agree in the browser (up to 5 minutes). Scanning goes on meanwhile.',
  'shop.cancel': 'Never mind',
  'shop.useDemo': 'Back to the demo store',
  'shop.words': 'The store’s answer: {{words}}',
  'shop.no.noKeyStore':
    'This computer has no safe place for a shop’s keys (the system’s key store), so no shop can be connected. Switch the key store on and start the app again.',
  'shop.no.fixedStore': 'The store was set when the app was started, so it cannot be changed here.',
  'shop.no.leadOnly': 'Only a supervisor may change this. Sign in as one.',
  'shop.no.busy': 'It is waiting already. Look at the browser.',
  'shop.no.portTaken':
    'Another program is using port 41521, where the answer arrives. Close it and try again.',
  'shop.no.noBrowser': 'No browser could be opened. Set a default browser and try again.',
  'shop.no.declined': 'It was not agreed to. Look at the values and the site code, and try again.',
  'shop.no.timedOut': 'Nobody agreed within 5 minutes. Try again.',
  'shop.no.cancelled': 'Not connected. Nothing has changed.',
  'shop.no.refused': 'imweb did not take these values. Look at the client ID and secret, and try again.',
  'shop.no.unreachable': 'imweb could not be reached. Look at the internet connection and try again.',
} as const satisfies InEnglish<typeof korean>
