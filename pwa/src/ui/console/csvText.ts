/**
 * Read a CSV file's text. Excel in China writes GBK unless told otherwise, so what is not UTF-8 is read as GB18030;
 * "Unicode text" is UTF-16 with a mark.
 */
export function csvText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
