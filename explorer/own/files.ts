import type { OwnFile } from '../engine/protocol.ts'

/** No limit needs more. */
const LARGEST_MB = 2
/** YAML takes long to read; its numbers may stand in a table beside it. */
const LARGEST_YAML_MB = 0.3
const MOST_FILES = 40

/** The texts of files, and what is wrong with those that are not read. */
export async function readFiles(files: readonly File[]): Promise<{ read: OwnFile[]; refused: string[] }> {
  if (files.length > MOST_FILES) return { read: [], refused: [`${files.length} files at once; at most ${MOST_FILES} are read`] }
  const read: OwnFile[] = []
  const refused: string[] = []
  for (const file of files) {
    const size = file.size / 1e6
    const largest = /\.ya?ml$/i.test(file.name) ? LARGEST_YAML_MB : LARGEST_MB
    if (size > largest) {
      refused.push(`${file.name}: ${size.toFixed(1)} MB are more than a limit needs; thin the curve to ${largest} MB or less`)
      continue
    }
    try {
      read.push({ name: file.name, text: await file.text() })
    } catch {
      refused.push(`${file.name} cannot be read: is it a folder?`)
    }
  }
  return { read, refused }
}
