declare module 'svg-to-pdfkit' {
  const draw: (document: object, svg: string, x: number, y: number, options?: object) => void
  export default draw
}
