import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closest, FailureError, InputError, unknownWord } from '../src/errors.ts'

describe('errors', () => {
  it('of input name the field, in one line', () => {
    const error = new InputError('must be above zero', 'mass')
    expect([error.message, error.field, error.name]).toEqual(['mass: must be above zero', 'mass', 'InputError'])
    expect(new InputError('no such thing').message).toBe('no such thing')
    expect(new InputError('no such thing').field).toBeUndefined()
    expect(error).toBeInstanceOf(Error)
    expect(new FailureError('disk full')).not.toBeInstanceOf(InputError)
  })
})

describe('did you mean', () => {
  it.each([
    ['borxino-2017', ['borexino-2011', 'borexino-2017'], 'borexino-2017'],
    ['G-2-MUON', ['g-2-muon', 'g-2-electron'], 'g-2-muon'],
    ['nufit6.0', ['nufit-6.0-sk', 'nufit-6.0'], 'nufit-6.0'],
    ['borexino-2071', ['borexino-2011', 'borexino-2017'], 'borexino-2017'],
    ['', ['a', 'b'], undefined],
    ['3', ['2', '1'], undefined],
    ['xy', ['ab'], undefined],
    ['completely different', ['loop', 'none'], undefined],
    ['anything', [], undefined],
  ])('%j among %j: %j', (word, candidates, guess) => {
    expect(closest(word, candidates)).toBe(guess)
  })

  it('finds a word with one letter left out, doubled, or two swapped', () => {
    const words = ['perturbativity', 'white-dwarf', 'na62-kaon', 'bbn-cmb']
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.nat(), (word, n) => {
        const i = n % (word.length - 1)
        const mistyped = [
          word.slice(0, i) + word.slice(i + 1),
          word.slice(0, i) + word[i] + word.slice(i),
          word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2),
        ]
        for (const typo of mistyped) expect(closest(typo, words)).toBe(word)
      }),
    )
  })

  it('or else what is known', () => {
    expect(unknownWord('model', 'mu-tua', ['mu-tau', 'b-l'], 'model').message).toBe("model: unknown model 'mu-tua'; did you mean 'mu-tau'?")
    expect(unknownWord('metal', 'copper', ['Ge', 'Xe']).message).toBe("unknown metal 'copper'; known: Ge, Xe")
    const babar = ['babar-2014', 'babar-4mu-2016', 'bbn-cmb']
    expect(unknownWord('constraint', 'Babar-4mu', babar).message).toBe("unknown constraint 'Babar-4mu'; did you mean 'babar-4mu-2016'?")
    expect(unknownWord('limit', 'babar', babar).message).toBe("unknown limit 'babar'; did you mean 'babar-2014' or 'babar-4mu-2016'?")
    const many = Array.from({ length: 120 }, (_, i) => `search-${i}`)
    const twelve = many.slice(0, 12).join(', ')
    expect(unknownWord('thing', 'elephant', many).message).toBe(`unknown thing 'elephant'; known: ${twelve}, … (120 in all)`)
    expect(unknownWord('constraint', 'elephant', many).message).toContain(`${twelve}, … (zest constraints lists all 120)`)
  })
})
