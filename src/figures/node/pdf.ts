import { FailureError } from '../../errors.ts'

export interface PdfMeta {
  readonly title: string
  readonly subject?: string
}

interface PdfDocument {
  on(event: 'data', listener: (chunk: Uint8Array) => void): void
  on(event: 'end', listener: () => void): void
  on(event: 'error', listener: (error: Error) => void): void
  end(): void
}

async function optional<T>(name: string, load: Promise<{ default: unknown }>): Promise<T> {
  const module = await load.catch(() => {
    throw new FailureError(`PDF files need the optional package ${name}; npm install ${name}`)
  })
  return module.default as T
}

/**
 * A figure as a vector PDF of one page, exactly the figure's size, with the title in its metadata. The creation date is fixed, so that
 * the same figure gives the same file.
 *
 * Throws FailureError where the optional packages `pdfkit` and `svg-to-pdfkit` are not installed.
 *
 * @example
 * const axis = { label: '$x$', scale: 'linear', min: 0, max: 1 } as const
 * const svg = renderSvg({ id: 'empty', caption: '', panels: [{ x: axis, y: axis, layers: [] }] }, { typesetter: await loadTypesetter() })
 * const pdf = await figurePdf(svg, { title: 'Nothing yet' })
 * pdf.slice(0, 4) // [37, 80, 68, 70]
 */
export async function figurePdf(svg: string, meta: PdfMeta): Promise<Uint8Array> {
  const viewBox = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg)
  if (viewBox === null) throw new FailureError('the SVG does not say its size')
  const [width, height] = [Number(viewBox[1]), Number(viewBox[2])]
  const Document = await optional<new (options: unknown) => PdfDocument>('pdfkit', import('pdfkit'))
  const draw = await optional<(...args: unknown[]) => void>('svg-to-pdfkit', import('svg-to-pdfkit'))
  const document = new Document({
    size: [width, height],
    margin: 0,
    pdfVersion: '1.7',
    // There is no text in a figure: its outlines need none of the fonts that a browser would have to fetch.
    font: '',
    info: { Title: meta.title, Subject: meta.subject ?? '', Creator: 'Zest', Producer: 'Zest', CreationDate: new Date(0) },
  })
  const chunks: Uint8Array[] = []
  const done = new Promise<void>((resolve, reject) => {
    document.on('end', resolve)
    document.on('error', reject)
  })
  document.on('data', (chunk) => chunks.push(chunk))
  // In points: the millimetres would be taken at 96 pixels an inch.
  const inPoints = svg.replace(/ width="[\d.]+mm" height="[\d.]+mm"/u, ` width="${width}" height="${height}"`)
  draw(document, inPoints, 0, 0, { width, height, assumePt: true })
  document.end()
  await done
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
