/** A sheet as the server takes it: the text of a CSV file, or an Excel file in base64. */
export type Sheet = { csv: string } | { xlsx: string }

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const CHUNK = 0x8000

/** Tell the kind by the file itself: an Excel file is a zip, whatever its name. */
export function sheetOf(bytes: Uint8Array, text: (bytes: Uint8Array) => string): Sheet {
  if (!ZIP.every((byte, place) => bytes[place] === byte)) return { csv: text(bytes) }
  let binary = ''
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK))
  }
  return { xlsx: btoa(binary) }
}
