/** One publication. Only what is known for certain is given; `verified` says whether it was compared with a printed source. */
export interface Citation {
  readonly type: 'article' | 'techreport' | 'misc' | 'incollection'
  /** `others` as the last name stands for "et al.". */
  readonly authors: readonly string[]
  readonly collaboration?: string
  /** Plain Unicode text. */
  readonly title: string
  readonly journal?: string
  readonly volume?: string
  readonly pages?: string
  readonly year: number
  readonly doi?: string
  readonly arXiv?: string
  readonly url?: string
  readonly note?: string
  /** False where a bibliographic detail is from memory and waits to be checked. */
  readonly verified: boolean
}

/** Every publication that a formula, a table or a constraint rests on. */
export const CITATIONS = {
  // The five papers whose figures Zest reproduces
  'amaral-2020': {
    type: 'article',
    authors: ['D. W. P. Amaral', 'D. G. Cerdeño', 'P. Foldenauer', 'E. Reid'],
    title: 'Solar neutrino probes of the muon anomalous magnetic moment in the gauged U(1) of Lμ−Lτ',
    year: 2020,
    arXiv: '2006.11225',
    verified: true,
  },
  'bernal-2022': {
    type: 'article',
    authors: ['N. Bernal', 'Y. Farzan'],
    title: 'Neutrino Non-standard Interactions with arbitrary couplings to u and d quarks',
    year: 2022,
    arXiv: '2211.15686',
    verified: true,
  },
  'coy-2021': {
    type: 'article',
    authors: ['R. Coy', 'X.-J. Xu'],
    title: 'Probing the muon g−2 with future beam dump experiments',
    year: 2021,
    arXiv: '2108.05147',
    verified: true,
  },
  'gninenko-2020': {
    type: 'article',
    authors: ['S. Gninenko', 'D. Gorbunov'],
    title: 'Refining constraints from Borexino measurements on a light Z′-boson coupled to Lμ−Lτ current',
    year: 2020,
    arXiv: '2007.16098',
    verified: true,
  },
  'foldenauer-2021': {
    type: 'misc',
    authors: ['P. Foldenauer'],
    title: 'Hidden photons in light of g−2',
    year: 2021,
    doi: '10.1140/epjc/s10052-021-09670-z',
    arXiv: '2104.03297',
    note: 'CP3 seminar of 4 May 2021; the identifiers are those of Amaral, Cerdeño, Cheek, Foldenauer, Eur. Phys. J. C 81 (2021) 861',
    verified: true,
  },

  // The Sun
  'b16-2017': {
    type: 'article',
    authors: ['N. Vinyoles', 'A. M. Serenelli', 'F. L. Villante', 'S. Basu', 'J. Bergström', 'M. C. Gonzalez-Garcia', 'others'],
    title: 'A new Generation of Standard Solar Models',
    journal: 'Astrophys. J.',
    volume: '835',
    pages: '202',
    year: 2017,
    doi: '10.3847/1538-4357/835/2/202',
    arXiv: '1611.09867',
    verified: true,
  },
  'winter-2006': {
    type: 'article',
    authors: ['W. T. Winter', 'S. J. Freedman', 'K. E. Rehm', 'J. P. Schiffer'],
    title: 'The ⁸B neutrino spectrum',
    journal: 'Phys. Rev. C',
    volume: '73',
    pages: '025503',
    year: 2006,
    doi: '10.1103/PhysRevC.73.025503',
    arXiv: 'nucl-ex/0406019',
    verified: false,
  },
  'bahcall-1996': {
    type: 'article',
    authors: ['J. N. Bahcall', 'others'],
    title: 'Standard neutrino spectrum from ⁸B decay',
    journal: 'Phys. Rev. C',
    volume: '54',
    pages: '411',
    year: 1996,
    doi: '10.1103/PhysRevC.54.411',
    arXiv: 'nucl-th/9601044',
    verified: true,
  },
  'ortiz-2000': {
    type: 'article',
    authors: ['C. E. Ortiz', 'others'],
    title: 'Shape of the ⁸B alpha and neutrino spectra',
    journal: 'Phys. Rev. Lett.',
    volume: '85',
    pages: '2909',
    year: 2000,
    doi: '10.1103/PhysRevLett.85.2909',
    arXiv: 'nucl-ex/0003006',
    verified: false,
  },
  'bahcall-1994': {
    type: 'article',
    authors: ['J. N. Bahcall'],
    title: 'The ⁷Be solar neutrino line: A reflection of the central temperature distribution of the Sun',
    journal: 'Phys. Rev. D',
    volume: '49',
    pages: '3923',
    year: 1994,
    doi: '10.1103/PhysRevD.49.3923',
    arXiv: 'astro-ph/9401024',
    verified: false,
  },
  'bahcall-1997': {
    type: 'article',
    authors: ['J. N. Bahcall'],
    title: 'Gallium solar neutrino experiments: Absorption cross sections, neutrino spectra, and predicted event rates',
    journal: 'Phys. Rev. C',
    volume: '56',
    pages: '3391',
    year: 1997,
    doi: '10.1103/PhysRevC.56.3391',
    arXiv: 'hep-ph/9710491',
    verified: true,
  },

  // Oscillations
  'nufit-4.0': {
    type: 'article',
    authors: ['I. Esteban', 'M. C. Gonzalez-Garcia', 'A. Hernandez-Cabezudo', 'M. Maltoni', 'T. Schwetz'],
    title:
      'Global analysis of three-flavour neutrino oscillations: ' +
      'synergies and tensions in the determination of θ23, δCP, and the mass ordering',
    journal: 'JHEP',
    volume: '01',
    pages: '106',
    year: 2019,
    arXiv: '1811.05487',
    note: 'NuFIT 4.0 and 4.1, nu-fit.org',
    verified: true,
  },
  'nufit-5.0': {
    type: 'article',
    authors: ['I. Esteban', 'M. C. Gonzalez-Garcia', 'M. Maltoni', 'T. Schwetz', 'A. Zhou'],
    title: 'The fate of hints: updated global analysis of three-flavor neutrino oscillations',
    journal: 'JHEP',
    volume: '09',
    pages: '178',
    year: 2020,
    arXiv: '2007.14792',
    note: 'NuFIT 5.0, nu-fit.org',
    verified: true,
  },
  'nufit-5.2': {
    type: 'article',
    authors: ['M. C. Gonzalez-Garcia', 'M. Maltoni', 'T. Schwetz'],
    title: 'NuFIT: Three-Flavour Global Analyses of Neutrino Oscillation Experiments',
    year: 2021,
    arXiv: '2111.03086',
    url: 'http://www.nu-fit.org',
    note: 'NuFIT 5.2 (November 2022) is published on nu-fit.org',
    verified: true,
  },
  'nufit-6.0': {
    type: 'article',
    authors: ['I. Esteban', 'M. C. Gonzalez-Garcia', 'M. Maltoni', 'I. Martinez-Soler', 'J. P. Pinheiro', 'T. Schwetz'],
    title: 'NuFit-6.0: updated global analysis of three-flavor neutrino oscillations',
    journal: 'JHEP',
    volume: '12',
    pages: '216',
    year: 2024,
    arXiv: '2410.05380',
    url: 'http://www.nu-fit.org',
    note: 'NuFIT 6.1 is published on nu-fit.org',
    verified: true,
  },

  // Borexino
  'borexino-2011': {
    type: 'article',
    authors: ['G. Bellini', 'others'],
    collaboration: 'Borexino',
    title: 'Precision measurement of the ⁷Be solar neutrino interaction rate in Borexino',
    journal: 'Phys. Rev. Lett.',
    volume: '107',
    pages: '141302',
    year: 2011,
    doi: '10.1103/PhysRevLett.107.141302',
    arXiv: '1104.1816',
    verified: true,
  },
  'borexino-2017': {
    type: 'article',
    authors: ['M. Agostini', 'others'],
    collaboration: 'Borexino',
    title: 'First Simultaneous Precision Spectroscopy of pp, ⁷Be, and pep Solar Neutrinos with Borexino Phase-II',
    journal: 'Phys. Rev. D',
    volume: '100',
    pages: '082004',
    year: 2019,
    doi: '10.1103/PhysRevD.100.082004',
    arXiv: '1707.09279',
    verified: true,
  },

  // Magnetic moments
  'bnl-2006': {
    type: 'article',
    authors: ['G. W. Bennett', 'others'],
    collaboration: 'Muon g−2',
    title: 'Final Report of the Muon E821 Anomalous Magnetic Moment Measurement at BNL',
    journal: 'Phys. Rev. D',
    volume: '73',
    pages: '072003',
    year: 2006,
    doi: '10.1103/PhysRevD.73.072003',
    arXiv: 'hep-ex/0602035',
    verified: true,
  },
  'fnal-2021': {
    type: 'article',
    authors: ['B. Abi', 'others'],
    collaboration: 'Muon g−2',
    title: 'Measurement of the Positive Muon Anomalous Magnetic Moment to 0.46 ppm',
    journal: 'Phys. Rev. Lett.',
    volume: '126',
    pages: '141801',
    year: 2021,
    doi: '10.1103/PhysRevLett.126.141801',
    arXiv: '2104.03281',
    verified: true,
  },
  'fnal-2023': {
    type: 'article',
    authors: ['D. P. Aguillard', 'others'],
    collaboration: 'Muon g−2',
    title: 'Measurement of the Positive Muon Anomalous Magnetic Moment to 0.20 ppm',
    journal: 'Phys. Rev. Lett.',
    volume: '131',
    pages: '161802',
    year: 2023,
    doi: '10.1103/PhysRevLett.131.161802',
    arXiv: '2308.06230',
    verified: true,
  },
  'fnal-2025': {
    type: 'article',
    authors: ['D. P. Aguillard', 'others'],
    collaboration: 'Muon g−2',
    title: 'Measurement of the Positive Muon Anomalous Magnetic Moment to 127 ppb',
    year: 2025,
    arXiv: '2506.03069',
    verified: true,
  },
  'wp-2020': {
    type: 'article',
    authors: ['T. Aoyama', 'others'],
    title: 'The anomalous magnetic moment of the muon in the Standard Model',
    journal: 'Phys. Rept.',
    volume: '887',
    pages: '1–166',
    year: 2020,
    doi: '10.1016/j.physrep.2020.07.006',
    arXiv: '2006.04822',
    verified: true,
  },
  'wp-2025': {
    type: 'article',
    authors: ['R. Aliberti', 'others'],
    title: 'The anomalous magnetic moment of the muon in the Standard Model: an update',
    year: 2025,
    arXiv: '2505.21476',
    verified: false,
  },
  'rb-2020': {
    type: 'article',
    authors: ['L. Morel', 'Z. Yao', 'P. Cladé', 'S. Guellati-Khélifa'],
    title: 'Determination of the fine-structure constant with an accuracy of 81 parts per trillion',
    journal: 'Nature',
    volume: '588',
    pages: '61–65',
    year: 2020,
    doi: '10.1038/s41586-020-2964-7',
    verified: true,
  },
  'cs-2018': {
    type: 'article',
    authors: ['R. H. Parker', 'C. Yu', 'W. Zhong', 'B. Estey', 'H. Müller'],
    title: 'Measurement of the fine-structure constant as a test of the Standard Model',
    journal: 'Science',
    volume: '360',
    pages: '191–195',
    year: 2018,
    doi: '10.1126/science.aap7706',
    arXiv: '1812.04130',
    verified: true,
  },
  'fan-2023': {
    type: 'article',
    authors: ['X. Fan', 'T. G. Myers', 'B. A. D. Sukra', 'G. Gabrielse'],
    title: 'Measurement of the Electron Magnetic Moment',
    journal: 'Phys. Rev. Lett.',
    volume: '130',
    pages: '071801',
    year: 2023,
    doi: '10.1103/PhysRevLett.130.071801',
    verified: true,
  },
  'hanneke-2008': {
    type: 'article',
    authors: ['D. Hanneke', 'S. Fogwell', 'G. Gabrielse'],
    title: 'New Measurement of the Electron Magnetic Moment and the Fine Structure Constant',
    journal: 'Phys. Rev. Lett.',
    volume: '100',
    pages: '120801',
    year: 2008,
    doi: '10.1103/PhysRevLett.100.120801',
    verified: false,
  },
  'leveille-1978': {
    type: 'article',
    authors: ['J. P. Leveille'],
    title: 'The Second Order Weak Correction to (g−2) of the Muon in Arbitrary Gauge Models',
    journal: 'Nucl. Phys. B',
    volume: '137',
    pages: '63–76',
    year: 1978,
    doi: '10.1016/0550-3213(78)90051-2',
    verified: false,
  },

  // Early universe, stars, kaons, dumps
  'sabti-2020': {
    type: 'article',
    authors: ['N. Sabti', 'J. Alvey', 'M. Escudero', 'M. Fairbairn', 'D. Blas'],
    title: 'Refined Bounds on MeV-scale Thermal Dark Sectors from BBN and the CMB',
    journal: 'JCAP',
    volume: '01',
    pages: '004',
    year: 2020,
    arXiv: '1910.01649',
    verified: true,
  },
  'white-dwarf-2013': {
    type: 'article',
    authors: ['H. K. Dreiner', 'J.-F. Fortin', 'J. Isern', 'L. Ubaldi'],
    title: 'White Dwarfs constrain Dark Forces',
    journal: 'Phys. Rev. D',
    volume: '88',
    pages: '043517',
    year: 2013,
    doi: '10.1103/PhysRevD.88.043517',
    arXiv: '1303.7232',
    verified: true,
  },
  'white-dwarf-2024': {
    type: 'article',
    authors: ['P. Foldenauer', 'J. Hoefken Zink'],
    title: 'How to rule out (g−2)μ in U(1) of Lμ−Lτ with white dwarf cooling',
    year: 2024,
    arXiv: '2405.00094',
    verified: true,
  },
  'na62-2021': {
    type: 'article',
    authors: ['E. Cortina Gil', 'others'],
    collaboration: 'NA62',
    title: 'Search for K⁺ decays to a muon and invisible particles',
    journal: 'Phys. Lett. B',
    volume: '816',
    pages: '136259',
    year: 2021,
    doi: '10.1016/j.physletb.2021.136259',
    arXiv: '2101.12304',
    verified: false,
  },
  'krnjaic-2019': {
    type: 'article',
    authors: ['G. Krnjaic', 'G. Marques-Tavares', 'D. Redigolo', 'K. Tobioka'],
    title: 'Probing Muonphilic Force Carriers and Dark Matter at Kaon Factories',
    journal: 'Phys. Rev. Lett.',
    volume: '124',
    pages: '041802',
    year: 2020,
    arXiv: '1902.07715',
    verified: true,
  },
  'darkcast-2018': {
    type: 'article',
    authors: ['P. Ilten', 'Y. Soreq', 'M. Williams', 'W. Xue'],
    title: 'Serendipity in dark photon searches',
    journal: 'JHEP',
    volume: '06',
    pages: '004',
    year: 2018,
    arXiv: '1801.04847',
    verified: true,
  },
  'bauer-2018': {
    type: 'article',
    authors: ['M. Bauer', 'P. Foldenauer', 'J. Jaeckel'],
    title: 'Hunting All the Hidden Photons',
    journal: 'JHEP',
    volume: '07',
    pages: '094',
    year: 2018,
    doi: '10.1007/JHEP07(2018)094',
    arXiv: '1803.05466',
    verified: true,
  },
  'bauer-2020': {
    type: 'article',
    authors: ['M. Bauer', 'P. Foldenauer', 'M. Mosny'],
    title: 'Flavor structure of anomaly-free hidden photon models',
    journal: 'Phys. Rev. D',
    volume: '103',
    pages: '075024',
    year: 2021,
    arXiv: '2011.12973',
    doi: '10.1103/PhysRevD.103.075024',
    verified: true,
  },

  // Models
  'holdom-1986': {
    type: 'article',
    authors: ['B. Holdom'],
    title: 'Two U(1)’s and Epsilon Charge Shifts',
    journal: 'Phys. Lett. B',
    volume: '166',
    pages: '196–198',
    year: 1986,
    doi: '10.1016/0370-2693(86)91377-8',
    verified: true,
  },
  'foot-1991': {
    type: 'article',
    authors: ['R. Foot'],
    title: 'New Physics From Electric Charge Quantization?',
    journal: 'Mod. Phys. Lett. A',
    volume: '6',
    pages: '527–530',
    year: 1991,
    doi: '10.1142/S0217732391000543',
    verified: false,
  },
  'he-1991': {
    type: 'article',
    authors: ['X.-G. He', 'G. C. Joshi', 'H. Lew', 'R. R. Volkas'],
    title: 'Simplest Z′ model',
    journal: 'Phys. Rev. D',
    volume: '44',
    pages: '2118–2132',
    year: 1991,
    doi: '10.1103/PhysRevD.44.2118',
    note: 'and Phys. Rev. D 43 (1991) 22',
    verified: true,
  },
  'delaguila-1995': {
    type: 'article',
    authors: ['F. del Aguila', 'M. Masip', 'M. Pérez-Victoria'],
    title: 'Physical parameters and renormalization of U(1)a × U(1)b models',
    journal: 'Nucl. Phys. B',
    volume: '456',
    pages: '531',
    year: 1995,
    arXiv: 'hep-ph/9507455',
    verified: false,
  },

  // Constants and materials
  'codata-2022': {
    type: 'article',
    authors: ['P. J. Mohr', 'D. B. Newell', 'B. N. Taylor', 'E. Tiesinga'],
    title: 'CODATA Recommended Values of the Fundamental Physical Constants: 2022',
    year: 2025,
    url: 'https://physics.nist.gov/constants',
    journal: 'Rev. Mod. Phys.',
    volume: '97',
    pages: '025002',
    doi: '10.1103/RevModPhys.97.025002',
    verified: true,
  },
  'pdg-2024': {
    type: 'article',
    authors: ['S. Navas', 'others'],
    collaboration: 'Particle Data Group',
    title: 'Review of Particle Physics',
    journal: 'Phys. Rev. D',
    volume: '110',
    pages: '030001',
    year: 2024,
    doi: '10.1103/PhysRevD.110.030001',
    verified: true,
  },
  'pdg-2018-r': {
    type: 'misc',
    authors: ['M. Tanabashi', 'others'],
    collaboration: 'Particle Data Group',
    title: 'Review of Particle Physics: data files of σ(e⁺e⁻ → hadrons)/σ(e⁺e⁻ → μ⁺μ⁻)',
    year: 2018,
    doi: '10.1103/PhysRevD.98.030001',
    url: 'https://pdg.lbl.gov/2018/hadronic-xsections',
    verified: false,
  },
  'nist-isotopes': {
    type: 'misc',
    authors: ['National Institute of Standards and Technology'],
    title: 'Atomic Weights and Isotopic Compositions with Relative Atomic Masses',
    year: 2015,
    url: 'https://www.nist.gov/pml/atomic-weights-and-isotopic-compositions-relative-atomic-masses',
    verified: false,
  },
  'xray-data-booklet': {
    type: 'misc',
    authors: ['A. C. Thompson', 'others'],
    title: 'X-ray Data Booklet, table 1-1: electron binding energies',
    year: 2009,
    url: 'https://xdb.lbl.gov',
    verified: false,
  },
  'chen-2017': {
    type: 'article',
    authors: ['J.-W. Chen', 'H.-C. Chi', 'C.-P. Liu', 'C.-P. Wu'],
    title: 'Low-energy electronic recoil in xenon detectors by solar neutrinos',
    journal: 'Phys. Lett. B',
    volume: '774',
    pages: '656',
    year: 2017,
    arXiv: '1610.04177',
    verified: true,
  },
} as const satisfies Record<string, Citation>

/** The short name of a publication, for example `borexino-2017`. */
export type CitationKey = keyof typeof CITATIONS

const TEX: Readonly<Record<string, string>> = {
  μ: '$\\mu$',
  τ: '$\\tau$',
  σ: '$\\sigma$',
  θ: '$\\theta$',
  δ: '$\\delta$',
  '⁷': '$^7$',
  '⁸': '$^8$',
  '⁺': '$^+$',
  '⁻': '$^-$',
  '−': '$-$',
  '×': '$\\times$',
  '→': '$\\to$',
  '′': "$'$",
  '’': "'",
  '–': '--',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
}

const toTex = (text: string): string => text.replace(/[μτσθδ⁷⁸⁺⁻−×→′’–&%#_]/g, (letter) => TEX[letter])

/**
 * A BibTeX entry whose key is Zest's short name. Greek letters, signs and specials become TeX; accents stay UTF-8.
 *
 * @example
 * bibtex('holdom-1986').startsWith('@article{holdom-1986,') // true
 */
export function bibtex(key: CitationKey): string {
  const citation: Citation = CITATIONS[key]
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', citation.authors.map(bibtexName).join(' and ')],
    ['collaboration', citation.collaboration === undefined ? undefined : toTex(citation.collaboration)],
    ['title', `{${toTex(citation.title)}}`],
    ['journal', citation.journal],
    ['volume', citation.volume],
    ['pages', citation.pages === undefined ? undefined : toTex(citation.pages)],
    ['year', String(citation.year)],
    ['doi', citation.doi],
    ['eprint', citation.arXiv],
    ['archivePrefix', citation.arXiv === undefined ? undefined : 'arXiv'],
    ['url', citation.url],
    ['note', citation.note === undefined ? undefined : toTex(citation.note)],
  ]
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]))
  return `@${citation.type}{${key},\n${lines.join(',\n')}\n}`
}

/** An institution goes in braces, so that BibTeX does not take its last word for a family name. */
const bibtexName = (author: string): string => (author.includes(' of ') ? `{${author}}` : author)

/**
 * One readable line: authors, journal, year, arXiv number.
 *
 * @example
 * reference('borexino-2011') // 'G. Bellini et al. (Borexino), Phys. Rev. Lett. 107 (2011) 141302, arXiv:1104.1816'
 */
export function reference(key: CitationKey): string {
  const citation: Citation = CITATIONS[key]
  const { journal, volume, pages, year } = citation
  const where =
    journal === undefined
      ? `${citation.title} (${year})`
      : [journal, volume, `(${year})`, pages].filter((part) => part !== undefined).join(' ')
  const eprint = citation.arXiv === undefined ? [] : [`arXiv:${citation.arXiv}`]
  const link = citation.arXiv === undefined && citation.doi === undefined && citation.url !== undefined ? [citation.url] : []
  return [byline(citation), where, ...eprint, ...link].join(', ')
}

function byline({ authors, collaboration }: Citation): string {
  const many = authors.length > 4 || authors.at(-1) === 'others'
  const names = many ? `${authors[0]} et al.` : authors.join(', ')
  return collaboration === undefined ? names : `${names} (${collaboration})`
}
