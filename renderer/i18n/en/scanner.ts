import type { scanner as korean } from '../ko/scanner.ts'
import type { InEnglish } from './in-english.ts'

export const scanner = {
  'scanner.recovered.inputMethod':
    'The keyboard was set to Hangul, but the code was read right. There is no need to switch.',
  'scanner.recovered.layout':
    'The computer’s keyboard layout differs from the scanner’s, but the code was read right.',
  'scanner.recovered.dismiss': 'Got it',

  'scanner.title': 'Scanner check',
  'scanner.explain':
    'Scan these codes one by one, straight from the screen or printed. While this window is open, no scan goes to an order.',
  'scanner.print': 'Print',
  'scanner.codes': 'Test barcodes',
  'scanner.test.digits': 'Digits',
  'scanner.test.digits.why': 'Measures rhythm and end key',
  'scanner.test.mixed': 'Letters and signs',
  'scanner.test.mixed.why': 'Finds the keyboard layout',
  'scanner.test.gs': 'GS1 code',
  'scanner.test.gs.why': 'Shows how the separator (GS) is sent',
  'scanner.test.waiting': 'Not scanned yet',
  'scanner.test.done': 'Read',

  'scanner.heard.nothing': 'Nothing scanned yet',
  'scanner.heard.other': 'That was no test barcode, or it arrived broken. Scan one of the codes above again.',
  'scanner.heard.test': '“{{test}}” was read',
  'scanner.heard.pos': 'Read in HID POS mode: {{code}}',

  'scanner.result': 'Measured',
  'scanner.rhythm': 'Rhythm',
  'scanner.rhythm.value': '{{middle}} ms a key (fastest {{least}}, slowest {{most}})',
  'scanner.end': 'End key',
  'scanner.end.Enter': 'Enter',
  'scanner.end.Tab': 'Tab',
  'scanner.end.none': 'None — a short pause ends a scan',
  'scanner.layout': 'Keyboard layout',
  'scanner.layout.us': 'US, Korean',
  'scanner.layout.uk': 'UK',
  'scanner.layout.fr': 'French',
  'scanner.layout.de': 'German',
  'scanner.layout.jp': 'Japanese',
  'scanner.gs': 'Separator (GS)',
  'scanner.gs.usual': 'Sent as it should be',
  'scanner.gs.key': 'Sent as the {{key}} key',
  'scanner.gs.text': 'Sent as “{{text}}”',
  'scanner.gs.missing': 'Not sent — turn on GS (FNC1) by the scanner’s manual',
  'scanner.around': 'Added around the code',
  'scanner.around.value': '“{{prefix}}” before, “{{suffix}}” after — taken off',
  'scanner.around.none': 'Nothing',
  'scanner.notYet': 'Not known yet',

  'scanner.proposal.none': 'Scan a code, and the settings that fit are proposed here.',
  'scanner.proposal.clash':
    'These scans do not go together: two scanners, or settings that cannot be met. Press “Measure again”.',
  'scanner.proposal.factory': 'The factory settings fit this scanner.',
  'scanner.proposal.fits': 'Settings that fit this scanner are ready to be saved. They take effect at once.',
  'scanner.save': 'Save these settings',
  'scanner.again': 'Measure again',
  'scanner.factory': 'Back to factory settings',
  'scanner.cancel': 'Cancel',

  'scanner.pos': 'Scanners in HID POS mode',
  'scanner.pos.explain':
    'They hand over whole codes instead of pressing keys, so that no input method or layout is in the way.',
  'scanner.pos.connect': 'Connect a scanner',
  'scanner.pos.connected': 'Connected: {{names}}',
  'scanner.pos.none': 'No scanner was found to connect',
  'scanner.pos.failed': 'Not connected: {{message}}',
} as const satisfies InEnglish<typeof korean>
