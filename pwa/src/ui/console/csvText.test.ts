import { expect, it } from 'vitest'
import { csvText } from './csvText'

const ROW = '门店编码,门店名称\n001,人民路店\n'

it('reads UTF-8, and leaves the byte-order mark out', () => {
  expect(csvText(new TextEncoder().encode(ROW))).toBe(ROW)
  expect(csvText(new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(ROW)]))).toBe(ROW)
})

it('reads what Excel saved as GBK', () => {
  // 编码,名称 001,店 in GB18030
  const bytes = [0xb1, 0xe0, 0xc2, 0xeb, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0x30, 0x30, 0x31, 0x2c, 0xb5, 0xea]
  expect(csvText(new Uint8Array(bytes))).toBe('编码,名称\n001,店')
})

it('reads UTF-16 with its mark', () => {
  expect(csvText(new Uint8Array([0xff, 0xfe, 0x97, 0x5e, 0x2c, 0x00, 0x31, 0x00]))).toBe('店,1'.replace('店', '\u5e97'))
})
