// Draws the app icons: a teal tile, three shelf boards with packs, one gap, and a tick. No dependency: a small
// rasterizer with 4 × 4 samples per pixel and an own PNG writer.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'

const out = fileURLToPath(new URL('../apps/mobile/public/icons/', import.meta.url))
const TEAL = [15, 118, 110]
const WHITE = [255, 255, 255]
const AMBER = [251, 191, 36]

// Rectangles on a 64 × 64 field: x, y, width, height, colour. The hole in the second row is the gap.
const rects = [
  [14, 17, 6, 9, WHITE], [22, 15, 6, 11, WHITE], [30, 17, 6, 9, WHITE], [38, 15, 6, 11, WHITE], [46, 17, 5, 9, WHITE],
  [12, 27, 40, 2.5, WHITE],
  [14, 33, 6, 10, WHITE], [22, 35, 6, 8, WHITE], [46, 33, 5, 10, WHITE],
  [12, 44, 40, 2.5, WHITE],
] // prettier-ignore
const tick = [[29, 38.5], [33, 42], [41, 33]] // prettier-ignore

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="#0F766E"/>${rects
  .map(([x, y, w, h]) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="1" fill="#fff"/>`)
  .join(
    '',
  )}<path d="M${tick.map((p) => p.join(' ')).join(' L')}" fill="none" stroke="#FBBF24" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/></svg>\n`

const distance = (px, py, [ax, ay], [bx, by]) => {
  const t = Math.max(
    0,
    Math.min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)),
  )
  return Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay))
}
const insideTile = (x, y, radius) => {
  const dx = Math.max(radius - x, x - (64 - radius), 0)
  const dy = Math.max(radius - y, y - (64 - radius), 0)
  return Math.hypot(dx, dy) <= radius
}

/** Colour with alpha at a point of the 64-field; `scale` < 1 keeps the drawing inside a maskable icon's safe zone. */
function at(x, y, { radius, scale, mono }) {
  if (!mono && !insideTile(x, y, radius)) return [0, 0, 0, 0]
  const u = 32 + (x - 32) / scale
  const v = 32 + (y - 32) / scale
  if (Math.min(distance(u, v, tick[0], tick[1]), distance(u, v, tick[1], tick[2])) <= 1.6)
    return [...(mono ? WHITE : AMBER), 255]
  const rect = rects.find(([rx, ry, w, h]) => u >= rx && u <= rx + w && v >= ry && v <= ry + h)
  if (rect) return [...WHITE, 255]
  return mono ? [0, 0, 0, 0] : [...TEAL, 255]
}

function png(size, look) {
  const rows = Buffer.alloc(size * (size * 4 + 1))
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const sum = [0, 0, 0, 0]
      for (let s = 0; s < 16; s++) {
        const c = at(((x + ((s % 4) + 0.5) / 4) * 64) / size, ((y + (Math.floor(s / 4) + 0.5) / 4) * 64) / size, look)
        for (let i = 0; i < 3; i++) sum[i] += c[i] * c[3]
        sum[3] += c[3]
      }
      const offset = y * (size * 4 + 1) + 1 + x * 4
      for (let i = 0; i < 3; i++) rows[offset + i] = sum[3] === 0 ? 0 : Math.round(sum[i] / sum[3])
      rows[offset + 3] = Math.round(sum[3] / 16)
    }
  }
  const chunk = (type, body) => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(body.length)
    head.write(type, 4, 'latin1')
    const tail = Buffer.alloc(4)
    tail.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), body])))
    return Buffer.concat([head, body, tail])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

mkdirSync(out, { recursive: true })
writeFileSync(`${out}icon.svg`, svg)
writeFileSync(`${out}icon-192.png`, png(192, { radius: 14, scale: 1 }))
writeFileSync(`${out}icon-512.png`, png(512, { radius: 14, scale: 1 }))
writeFileSync(`${out}maskable-512.png`, png(512, { radius: 0, scale: 0.8 }))
writeFileSync(`${out}apple-touch-180.png`, png(180, { radius: 0, scale: 0.9 }))
writeFileSync(`${out}badge-96.png`, png(96, { radius: 0, scale: 1.3, mono: true }))
