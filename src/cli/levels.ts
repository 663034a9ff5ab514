import { InputError } from '../errors.ts'

/** Levels by their names in the field. */
const LEVELS: Readonly<Record<string, number>> = {
  '1sigma': 0.6827,
  '2sigma': 0.9545,
  '3sigma': 0.9973,
  '4sigma': 0.99993666,
  '5sigma': 0.9999994267,
}

/** `1sigma,2sigma,90%`. */
export function chosenLevels(text: string): number[] {
  return text.split(',').map((word) => {
    const name = word.trim()
    const percent = /^(\d+\.?\d*)\s*%$/.exec(name)
    const level = percent === null ? LEVELS[name] : Number(percent[1]) / 100
    if (level === undefined || !(level > 0 && level < 1)) {
      throw new InputError(`'${name}' is no level; write ${Object.keys(LEVELS).join(', ')} or a share such as 90%`, 'level')
    }
    return level
  })
}
