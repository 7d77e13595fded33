import type { guide as korean } from '../ko/guide.ts'
import type { InEnglish } from './in-english.ts'

export const guide = {
  'menu.guide': 'First steps',
  'menu.guide.note': 'Language, store, scanner, sounds, people',

  'guide.title': 'Welcome — let’s get the desk ready',
  'guide.steps': 'Steps',
  'guide.passed': 'Passed',
  'guide.progress': 'Step {{at}} of {{count}}',
  'guide.later': 'Later',
  'guide.back': 'Back',
  'guide.next': 'Next',
  'guide.done': 'Done',
  'guide.resume': 'Go on with the first steps',

  'guide.language': 'Language',
  'guide.language.title': 'Which language?',
  'guide.language.explain':
    'It can be changed at any time, at the top or in the settings. Scanning works meanwhile.',
  'guide.store': 'Store',
  'guide.store.title': 'Which store’s orders are packed here?',
  'guide.store.explain':
    'The demo store has orders to practise with. Nothing you press there ships anything, so you can stay with it for now.',
  'guide.store.demo': '— a demo store to practise with.',
  'guide.store.shop': '— a real store.',
  'guide.scanner': 'Scanner',
  'guide.scanner.title': 'Does the scanner read right?',
  'guide.scanner.explain': 'Scan a few test codes off the screen, and the desk is fitted to its scanner.',
  'guide.scanner.check': 'Check the scanner',
  'guide.sound': 'Sounds',
  'guide.sound.title': 'Listen to the sounds',
  'guide.sound.explain':
    'Every result sounds different, so that you need not look. Press to listen, and set how loud.',
  'guide.sound.speech': 'Read results aloud as well',
  'guide.people': 'People',
  'guide.people.title': 'Do several people pack here? (optional)',
  'guide.people.explain':
    'Once people are listed, they sign in by badge or PIN and the log tells who packed. Skip this if you work alone.',
  'guide.people.count_one': '{{count}} person is listed now',
  'guide.people.count_other': '{{count}} people are listed now',
  'guide.people.open': 'Add people',
} as const satisfies InEnglish<typeof korean>
