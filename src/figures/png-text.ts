const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const
/** Where the first chunk, the header of 13 bytes, ends: after length, name, data and checksum. */
const HEADER_END = SIGNATURE.length + 4 + 4 + 13 + 4

/** $x^{32} + x^{26} + \\dots + 1$ of ISO 3309, its bits reversed. */
const POLYNOMIAL = 0xedb88320

function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1
  }
  return ~crc >>> 0
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function bigEndian(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

/** An `iTXt` chunk: international text, uncompressed, of no language in particular. */
function textChunk(keyword: string, text: string): Uint8Array {
  const encoder = new TextEncoder()
  const named = joined([encoder.encode(`iTXt${keyword}`), new Uint8Array(5), encoder.encode(text)])
  return joined([bigEndian(named.length - 4), named, bigEndian(checksum(named))])
}

/**
 * A PNG with texts of its own, UTF-8, right after its header: under the keywords of the PNG specification (§11.3.3.1), such as `Title`, `Description`,
 * `Software`.
 *
 * Throws TypeError for bytes that are no PNG.
 */
export function withTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array {
  if (SIGNATURE.some((byte, i) => png[i] !== byte)) throw new TypeError('not a PNG')
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text))
  return joined([png.subarray(0, HEADER_END), ...chunks, png.subarray(HEADER_END)])
}

/** A PNG of a figure with what its SVG says of it: the title, the description, and who made it. */
export const withTextsOf = (png: Uint8Array, svg: string): Uint8Array =>
  withTexts(png, { Title: elementText(svg, 'title'), Description: elementText(svg, 'desc'), Software: 'Zest' })

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&apos;': "'" }

/** What the first element of a name says: in a figure its title, its description. */
function elementText(svg: string, name: string): string {
  const text = new RegExp(`<${name}[^>]*>([^<]*)</${name}>`, 'u').exec(svg)?.[1] ?? ''
  return text.replace(/&(amp|lt|gt|quot|#39|apos);/g, (entity) => ENTITIES[entity])
}
