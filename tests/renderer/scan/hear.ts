import {
  decodeKey,
  decodeKeyUp,
  quietDecoder,
  type Decoded,
  type DecoderState,
} from '../../../renderer/scan/decoder.ts'
import type { KeyStroke } from '../../../renderer/scan/keystroke.ts'
import { defaultProfile, type ScannerProfile } from '../../../shared/domain/codes/scanner-profile.ts'

export type Heard = { scans: string[]; decoded: Decoded[]; swallowed: string[]; state: DecoderState }

/** A key going down or, with `comesUp`, coming up. */
export type Move = KeyStroke & { comesUp?: boolean }

/** What the decoder makes of keys, one after the other. */
export function hear(moves: readonly Move[], profile: ScannerProfile = defaultProfile): Heard {
  const heard: Heard = { scans: [], decoded: [], swallowed: [], state: quietDecoder }
  for (const each of moves) {
    const decode = each.comesUp === true ? decodeKeyUp : decodeKey
    const { state, scan, swallow } = decode(profile, heard.state, each)
    heard.state = state
    if (scan !== null) {
      heard.scans.push(scan.code)
      heard.decoded.push(scan)
    }
    if (swallow) heard.swallowed.push(each.code)
  }
  return heard
}
