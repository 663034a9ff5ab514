import type { OwnFile } from '../engine/protocol.ts'

/** No limit needs more. */
const LARGEST_MB = 2
const MOST_FILES = 40

/** The texts of files, and what is wrong with those that are not read. */
export async function readFiles(files: readonly File[]): Promise<{ read: OwnFile[]; refused: string[] }> {
  if (files.length > MOST_FILES) return { read: [], refused: [`${files.length} files at once; at most ${MOST_FILES} are read`] }
  const read: OwnFile[] = []
  const refused: string[] = []
  for (const file of files) {
    const size = file.size / 1e6
    if (size > LARGEST_MB)
      refused.push(`${file.name}: ${size.toFixed(1)} MB are more than a limit needs; thin the curve to ${LARGEST_MB} MB or less`)
    else {
      try {
        read.push({ name: file.name, text: await file.text() })
      } catch {
        refused.push(`${file.name} cannot be read: is it a folder?`)
      }
    }
  }
  return { read, refused }
}
