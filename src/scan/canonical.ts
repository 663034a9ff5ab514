/**
 * JSON that is the same text for the same data: keys sorted, nothing for what is undefined. Infinity, which JSON has no word for, is written as 1e999 and read
 * back as Infinity.
 *
 * @example
 * canonicalJson({ b: 1, a: [0.1, Infinity], c: undefined }) // '{"a":[0.1,1e999],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (value === Number.POSITIVE_INFINITY) return '1e999'
  if (value === Number.NEGATIVE_INFINITY) return '-1e999'
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`
}

/** SHA-256 of plain data, in hexadecimal digits. */
export async function contentHash(value: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(value)))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
