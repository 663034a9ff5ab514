import { withTextsOf } from '../../src/figures/index.ts'

/** Hands a file to the reader. */
export function download(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

const DOTS_PER_MM = 300 / 25.4

/** A figure at 300 dots an inch, with its title and description as texts of the file. */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const [width, height] = ['width', 'height'].map((side) =>
    Math.round(Number(new RegExp(` ${side}="([\\d.]+)mm"`).exec(svg)![1]) * DOTS_PER_MM),
  )
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    canvas.getContext('2d')!.drawImage(image, 0, 0, width, height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (blob === null) throw new Error('this browser made no PNG of the figure')
    return withTextsOf(new Uint8Array(await blob.arrayBuffer()), svg) as Uint8Array<ArrayBuffer>
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** Puts a text on the clipboard; whether that was allowed. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
