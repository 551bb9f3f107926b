import { describe, expect, it } from 'vitest'
import { sheetOf } from './sheet'

const read = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('a file of sales', () => {
  it('is a workbook when it is a zip, also a big one', () => {
    const bytes = new Uint8Array(70_000).fill(7)
    bytes.set([0x50, 0x4b, 0x03, 0x04])
    const sheet = sheetOf(bytes, read)
    expect('xlsx' in sheet && Uint8Array.from(atob(sheet.xlsx), (c) => c.charCodeAt(0))).toEqual(bytes)
  })
  it('is text otherwise', () => {
    expect(sheetOf(new TextEncoder().encode('小票号,数量'), read)).toEqual({ csv: '小票号,数量' })
  })
})
