/** The colours of one layer: a translucent fill, an edge that stands out on the paper, and text that can be read on fill and paper alike. */
export interface Swatch {
  readonly fill: string
  readonly edge: string
  readonly text: string
}

/** Everything about a figure's looks that does not depend on what it shows. Lengths in points, for a figure of 120 mm. */
export interface Theme {
  readonly paper: string
  readonly ink: string
  readonly muted: string
  readonly palette: readonly Swatch[]
  /** What `historical` layers wear, whatever their slot. */
  readonly historical: Swatch
  readonly fillOpacity: number
  readonly hatchOpacity: number
  readonly frameWidth: number
  readonly tickWidth: number
  readonly edgeWidth: number
  readonly curveWidth: number
  readonly thinWidth: number
  readonly hatchWidth: number
  readonly hatchSpacing: number
  readonly markerRadius: number
  /** Families for typesetters that leave the glyphs to the reader's machine. */
  readonly fontFamily: string
}

const measures = {
  frameWidth: 0.7,
  tickWidth: 0.5,
  edgeWidth: 0.8,
  curveWidth: 1.1,
  thinWidth: 0.5,
  hatchWidth: 0.45,
  hatchSpacing: 3.6,
  markerRadius: 2.2,
  fontFamily: "Helvetica, Arial, 'Liberation Sans', sans-serif",
} as const

/**
 * Ink on white paper. Hues after Okabe and Ito and after Paul Tol, told apart under the common colour blindnesses;
 * every text colour keeps a contrast of at least 4.5 on white.
 */
export const light: Theme = {
  ...measures,
  paper: '#ffffff',
  ink: '#111111',
  muted: '#666666',
  palette: [
    { fill: '#0072b2', edge: '#00659e', text: '#004b78' },
    { fill: '#d55e00', edge: '#c05400', text: '#8f3f00' },
    { fill: '#009e73', edge: '#00805d', text: '#005f45' },
    { fill: '#aa4499', edge: '#963a87', text: '#732a67' },
    { fill: '#ddaa33', edge: '#9a7200', text: '#6e5100' },
    { fill: '#332288', edge: '#332288', text: '#2b1c74' },
    { fill: '#44aa99', edge: '#2c8375', text: '#1f6156' },
    { fill: '#cc3311', edge: '#b02a0d', text: '#8c210a' },
    { fill: '#882255', edge: '#882255', text: '#701b45' },
    { fill: '#999933', edge: '#74741f', text: '#565614' },
    { fill: '#33a0d8', edge: '#1f7dac', text: '#155b7e' },
    { fill: '#888888', edge: '#5f5f5f', text: '#484848' },
    { fill: '#111111', edge: '#111111', text: '#111111' },
  ],
  historical: { fill: '#b9c9b4', edge: '#8ba385', text: '#51684b' },
  fillOpacity: 0.17,
  hatchOpacity: 0.85,
}

/** The same hues, lightened, on a dark page. */
export const dark: Theme = {
  ...measures,
  paper: '#14171c',
  ink: '#e8eaed',
  muted: '#a0a6ae',
  palette: [
    { fill: '#3d9bdc', edge: '#5ab0ea', text: '#9bd0f5' },
    { fill: '#e8833a', edge: '#f09450', text: '#f8bd92' },
    { fill: '#2bb58c', edge: '#46cfa5', text: '#8fe3c8' },
    { fill: '#c76bb8', edge: '#d884ca', text: '#ecb8e3' },
    { fill: '#ddb34d', edge: '#e6c166', text: '#f0d998' },
    { fill: '#8378d8', edge: '#9b91e8', text: '#c5bffa' },
    { fill: '#5bbfae', edge: '#74d3c3', text: '#abe8dd' },
    { fill: '#e4694d', edge: '#f08066', text: '#f9b3a3' },
    { fill: '#c4608f', edge: '#d677a4', text: '#edb0cb' },
    { fill: '#b9b957', edge: '#cccc6d', text: '#e2e2a3' },
    { fill: '#59bce8', edge: '#77cbf0', text: '#b3e2f8' },
    { fill: '#a3a3a3', edge: '#bbbbbb', text: '#d6d6d6' },
    { fill: '#e8eaed', edge: '#e8eaed', text: '#e8eaed' },
  ],
  historical: { fill: '#5c6e58', edge: '#7d9377', text: '#a9bfa3' },
  fillOpacity: 0.24,
  hatchOpacity: 0.8,
}

export const themes = { light, dark } as const
