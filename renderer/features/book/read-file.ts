/** A file as text; null for a spreadsheet's own format or anything else that is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0x50 && second === 0x4b) return null
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  // Korean spreadsheets still save CSV in EUC-KR; what is valid UTF-8 is hardly ever that by chance.
  return decodeAs('utf-8', bytes) ?? decodeAs('euc-kr', bytes)
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    // Not in this encoding: the caller tries the next.
    return null
  }
}
